import { isError } from '../../../../src/errors/index.ts'
import { expectRow, expectThat } from '../../expect.ts'
import { isRow, type Row } from '../../seen.ts'
import { closed, KINDS, sale } from './sales.ts'
import type { Steps } from './steps.ts'
import type { World } from './world.ts'

/** Checks of the methods that are like no other, by their group. */
export function otherSteps(world: World): Readonly<Record<string, Steps>> {
  const { company, home } = world
  const { companyId } = company
  return {
    '': {
      async me() {
        const { userCompanies } = await world.row('', 'me')
        expectThat(holds(userCompanies, { company: { companyId } }), 'it does not show the company')
      },
    },
    companies: {
      async get() {
        expectRow(await world.row('companies', 'get', companyId), { companyId }, 'the company')
      },
      async list() {
        expectThat(holds(await world.rows('companies'), { companyId }), 'the list does not show the company')
      },
      async freeSlug() {
        expectThat(
          (await world.call('companies', 'freeSlug', 'tubos-del-sur')) === true,
          'a free one is taken',
        )
        const { slug } = await world.row('companies', 'get', companyId)
        expectThat((await world.call('companies', 'freeSlug', slug)) === false, 'a taken one is free')
      },
      async freeVat() {
        expectThat((await world.call('companies', 'freeVat', home.otherVat)) === true, 'a free one is taken')
        const { vat } = await world.row('companies', 'get', companyId)
        expectThat((await world.call('companies', 'freeVat', vat)) === false, 'a taken one is free')
      },
      async signUp() {
        const slug = 'obras-del-norte'
        await world.call('companies', 'signUp', signUp(world, slug))
        expectThat((await world.call('companies', 'freeSlug', slug)) === false, 'its address is still free')
      },
    },
    customers: {
      async nextNumber() {
        const number = await world.call('customers', 'nextNumber')
        const { countryId, languageId } = home
        await world.call('customers', 'create', { number, name: 'The next', countryId, languageId })
        expectThat((await world.call('customers', 'nextNumber')) !== number, 'the next number is taken')
      },
    },
    documents: {
      async get() {
        const { documentId } = await closed(world, 'invoices')
        expectRow(await world.row('documents', 'get', documentId), { documentId, status: 1 }, 'the document')
      },
      async list() {
        const { documentId } = await closed(world, 'invoices')
        expectThat(holds(await world.rows('documents'), { documentId }), 'the list does not show it')
      },
    },
    fiscalZones: {
      async taxSettings() {
        const { fiscalZone } = home
        expectRow(await world.row('fiscalZones', 'taxSettings', fiscalZone), { fiscalZone }, 'the settings')
      },
    },
    hooks: {
      async modelOperations() {
        const all = await world.call('hooks', 'modelOperations')
        expectThat(holds(all, { model: 'Product' }), 'nothing can be told of products')
      },
    },
    stockMovements: {
      createEntry: () => moved(world, 'createEntry', 4),
      createExit: () => moved(world, 'createExit', -4),
    },
    invoiceReceipts: invoiceReceiptSteps(world),
  }
}

/** What follows invoice-receipts on Moloni ON. */
function invoiceReceiptSteps(world: World): Steps {
  const group = 'invoiceReceipts'
  const list = async (method: string, ...args: unknown[]) => {
    const rows: unknown[] = []
    for await (const row of (await world.call(group, method, ...args)) as AsyncIterable<unknown>)
      rows.push(row)
    return rows
  }
  const mailed = async () => {
    const { documentId } = await closed(world, group)
    const to = [{ name: 'Rita', email: 'rita@example.com' }]
    await world.call(group, 'sendMail', { documents: [documentId], mailData: { to } })
    return documentId
  }
  return {
    async draftable() {
      const { documentId } = await closed(world, group)
      // The law lets no invoice-receipt be a draft again.
      await expectRefusal(() => world.call(group, 'draftable', documentId))
    },
    async bulkCreate() {
      const one = await KINDS.find((kind) => kind.group === group)?.create(world)
      const made = await world.call(group, 'bulkCreate', { documents: [one, one] })
      expectThat(Array.isArray(made) && made.length === 2, 'it does not answer both')
      for (const each of Array.isArray(made) ? made : []) {
        const { documentId } = isRow(each) && isRow(each.row) ? each.row : {}
        expectRow(await world.row(group, 'get', documentId), { documentId }, 'the document')
      }
    },
    async nextNumber() {
      const { documentSetId } = sale(world)
      const { number } = await world.row(group, 'nextNumber', documentSetId)
      expectRow(await closed(world, group), { number }, 'the next document')
    },
    async getZip() {
      const { documentId } = await closed(world, group)
      expectThat((await world.call(group, 'getZip', [documentId])) === true, 'it is refused')
    },
    // Where the packed file lies is told by mail alone.
    getZipToken: () => expectRefusal(() => world.call(group, 'getZipToken', '/privateassets/none.zip')),
    async logs() {
      const { documentId } = await closed(world, group)
      const rows = await list('logs', { relatedId: documentId })
      expectThat(holds(rows, { relatedId: String(documentId) }), 'nothing is told of the document')
    },
    async mailsHistory() {
      const rows = await list('mailsHistory', await mailed())
      expectThat(holds(rows, { email: 'rita@example.com' }), 'the e-mail is not shown')
    },
    async mailRecipients() {
      const [mail] = await list('mailsHistory', await mailed())
      const rows = await list('mailRecipients', isRow(mail) ? mail.deliveryId : undefined)
      expectThat(holds(rows, { email: 'rita@example.com' }), 'the recipient is not shown')
    },
  }
}

async function moved(world: World, method: string, by: number): Promise<void> {
  const { company } = world
  const product = await world.row('products', 'create', {
    name: 'Kept in stock',
    reference: `COV-${method}`,
    type: 1,
    hasStock: true,
    productCategoryId: company.productCategories[0]?.productCategoryId,
    measurementUnitId: company.measurementUnits[0]?.measurementUnitId,
    warehouseId: company.warehouses[0]?.warehouseId,
    taxes: [{ taxId: company.taxes[0]?.taxId, value: company.taxes[0]?.value, ordering: 1 }],
  })
  const { productId, stock } = product
  await world.call('stockMovements', method, { productId, qty: Math.abs(by), notes: 'counted' })
  expectRow(await world.row('products', 'get', productId), { stock: Number(stock) + by }, 'the stock')
}

function signUp({ home }: World, slug: string): Row {
  return {
    administratorName: 'Nuria Campos',
    administratorEmail: 'nuria@example.com',
    administratorPwd: 'a long password',
    vat: home.otherVat,
    name: 'Obras del Norte',
    slug,
    countryId: home.countryId,
    languageId: home.languageId,
    conditionsAccepted: true,
  }
}

/** Whether one of the rows shows these fields. */
function holds(rows: unknown, wanted: Row): boolean {
  const shows = (row: unknown, fields: Row): boolean =>
    isRow(row) &&
    Object.entries(fields).every(([name, value]) =>
      isRow(value) ? shows(row[name], value) : row[name] === value,
    )
  return Array.isArray(rows) && rows.some((row: unknown) => shows(row, wanted))
}

async function expectRefusal(call: () => Promise<unknown>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (isError(error, 'RefusedError') || isError(error, 'ValidationError')) return
    throw error
  }
  throw new Error('was not refused')
}
