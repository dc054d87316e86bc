import { expectNothing, expectRow, expectThat } from '../../expect.ts'
import { isRow } from '../../seen.ts'
import { closed } from './documents.ts'
import { readRow, readRows } from './furnish.ts'
import type { Scenarios } from './scenario.ts'
import type { Row, World } from './world.ts'

const GUIDES = [
  'deliveryNotes',
  'billsOfLading',
  'ownAssetsMovementGuides',
  'waybills',
  'customerReturnNotes',
  'globalGuides',
]
const PAID_BY_REFERENCE = ['invoices', 'simplifiedInvoices', 'invoiceReceipts']

const PENDING = {
  clients: undefined,
  document_types: [1],
  start_date: '2026-01-01 00:00:00',
  end_date: '2026-12-31 00:00:00',
  order_by: 'date',
  order_dir: 'ASC',
}

/** What documents can do beyond being written and read. */
export const documentScenarios: Scenarios = {
  'documents/documentCancel': async (world) => {
    const document_id = await closed(world, 'invoices')
    await world.send('documents/documentCancel', { document_id })
    expectRow(await summary(world, document_id), { status: 2 }, 'the document')
  },
  'documents/documentDraft': async (world) => {
    const document_id = await closed(world, 'estimates')
    await world.send('documents/documentDraft', { document_id })
    expectRow(await summary(world, document_id), { status: 0, number: -1 }, 'the document')
  },
  'documents/getAllDocumentTypes': async (world) => {
    const types = await readRows(world, 'documents/getAllDocumentTypes', { language_id: 1 })
    expectThat(
      types.some(({ saft_code }) => saft_code === 'FT'),
      'does not show invoices',
    )
  },
  'documents/getPDFLink': async (world) => {
    const { url } = await readRow(world, 'documents/getPDFLink', {
      document_id: await closed(world, 'invoices'),
    })
    expectThat(URL.canParse(String(url)), 'answers no address')
  },
  ...Object.fromEntries(
    (['getAllByClient', 'getAllByDate'] as const).map((method) => [
      `SalesPending/${method}`,
      async (world: World) => {
        const document_id = await closed(world, 'invoices')
        const pending = await readRow(world, `SalesPending/${method}`)
        expectThat(
          JSON.stringify(pending).includes(`"document_id":${document_id}`),
          'does not show the invoice',
        )
        await world.send(`SalesPending/${method}`, PENDING)
      },
    ]),
  ),
  'documents/getUnrelatedProducts': async (world) => {
    const document_id = await closed(world, 'invoices')
    const [line] = await readRows(world, 'documents/getUnrelatedProducts', { document_id })
    expectRow(line, { product_id: world.known.product_id, qty: 2 }, 'the line')
  },
  'documents/getByMBReference': async (world) => {
    const { document_id, entity, reference } = await withReference(world, 'invoices')
    const row = await readRow(world, 'documents/getByMBReference', { entity, reference })
    expectRow(row, { document_id }, 'the document of the reference')
  },
  'documents/setMBReferenceAsPaid': async (world) => {
    const { document_id, entity, reference } = await withReference(world, 'invoices')
    await world.call('documents/setMBReferenceAsPaid', { entity, reference, payment_date: '2026-03-02' })
    // No read shows it but the emulator's own books.
    const row = world.company.documents.find((one) => one.document_id === document_id)
    expectRow(row?.mb_references?.[0], { paid: '2026-03-02' }, 'the reference')
  },
  'documents/deleteMBReference': async (world) => {
    const { document_id, entity, reference } = await withReference(world, 'invoices')
    await world.call('documents/deleteMBReference', { document_id, reference_id: reference })
    await expectNothing(() => world.call('documents/getByMBReference', { entity, reference }))
  },
  'invoices/sendEmail': async (world) => {
    const document_id = await closed(world, 'invoices')
    await world.send('invoices/sendEmail', { document_id, email: 'cliente@example.com' })
    const [email] = world.company.emails
    expectRow(email, { document_id, email: 'cliente@example.com' }, 'the e-mail')
  },
  ...Object.fromEntries(
    GUIDES.map((group) => [
      `${group}/setTransportCode`,
      async (world: World) => {
        const document_id = await closed(world, group)
        await world.send(`${group}/setTransportCode`, { document_id, transport_code: 'TC-77' })
        const row = await readRow(world, `${group}/getOne`, { document_id })
        expectRow(row, { transport_code: 'TC-77' }, 'the guide')
      },
    ]),
  ),
  ...Object.fromEntries(
    PAID_BY_REFERENCE.map((group) => [
      `${group}/generateMBReference`,
      async (world: World) => {
        const { document_id, entity, reference } = await withReference(world, group)
        const row = await readRow(world, 'documents/getByMBReference', { entity, reference })
        expectRow(row, { document_id }, 'the document of the reference')
      },
    ]),
  ),
}

/** A closed document and its Multibanco reference. */
async function withReference(world: World, group: string) {
  const document_id = await closed(world, group)
  const { answer } = await world.send(`${group}/generateMBReference`, { document_id, value: 20 })
  const made: Row = isRow(answer) ? answer : {}
  return { document_id, entity: Number(made.entity), reference: Number(made.reference) }
}

/** The row that lists of all documents show. */
async function summary(world: World, document_id: number): Promise<Row | undefined> {
  const rows = await readRows(world, 'documents/getAll')
  return rows.find((row) => row.document_id === document_id)
}
