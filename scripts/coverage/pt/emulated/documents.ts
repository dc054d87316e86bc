import { isRow } from '../../seen.ts'
import { insert, readRow, readRows } from './furnish.ts'
import type { RecordGroup } from './records.ts'
import type { Given } from './sample.ts'
import type { World } from './world.ts'

/** A kind of document, with the kinds that it is made from in turn when it cannot stand alone. */
interface DocumentGroup {
  readonly group: string
  readonly from?: readonly string[]
  readonly given?: Given
}

/** Nothing stays open in these: what is made from them settles nothing. */
const SELF_PAID = ['invoiceReceipts', 'simplifiedInvoices']

const LINE: Given = {
  'products.qty': 2,
  'products.price': 10.5,
  'products.discount': 10,
  'products.taxes.value': 23,
  'products.taxes.order': 1,
  'products.taxes.cumulative': 0,
  'products.exemption_reason': undefined,
  'products.child_products': undefined,
  'products.origin_id': undefined,
}

/** A draft of a line, with neither sources nor payments. */
const DRAFT: Given = {
  ...LINE,
  status: 0,
  date: '2026-03-02',
  expiration_date: '2026-04-01',
  delivery_datetime: '2026-03-02 10:00:00',
  delivery_departure_zip_code: '3000-121',
  delivery_destination_zip_code: '3000-121',
  delivery_departure_country: 1,
  delivery_destination_country: 1,
  associated_documents: undefined,
  payments: undefined,
  send_email: undefined,
  generate_mb_reference: undefined,
  exchange_currency_id: undefined,
  exchange_rate: undefined,
  // The name and number plate stand in for it.
  vehicle_id: undefined,
}

const KINDS: readonly DocumentGroup[] = [
  { group: 'invoices' },
  { group: 'simplifiedInvoices' },
  { group: 'invoiceReceipts' },
  { group: 'proFormaInvoices' },
  { group: 'estimates' },
  { group: 'purchaseOrder' },
  { group: 'internalDocuments' },
  { group: 'deliveryNotes' },
  { group: 'billsOfLading' },
  { group: 'ownAssetsMovementGuides' },
  { group: 'waybills' },
  { group: 'customerReturnNotes' },
  { group: 'globalGuides', given: { document_type_id: 25 } },
  { group: 'creditNotes', from: ['invoices'] },
  { group: 'debitNotes', from: ['invoices'] },
  { group: 'receipts', from: ['invoices'] },
  { group: 'paymentReturns', from: ['creditNotes', 'invoiceReceipts'] },
  { group: 'supplierPurchaseOrder' },
  { group: 'supplierInvoices', given: { document_type_id: 8 } },
  { group: 'supplierSimplifiedInvoices' },
  { group: 'supplierCreditNotes' },
  { group: 'supplierDebitNotes' },
  { group: 'supplierReturnNotes' },
  { group: 'supplierWarrantyRequests' },
  { group: 'supplierReceipts', from: ['supplierInvoices'] },
]

/** What an insert of this kind needs, its sources made and closed first. */
export async function documentGiven(
  world: World,
  group: string,
  sources?: readonly string[],
): Promise<Given> {
  const kind = KINDS.find((one) => one.group === group)
  const own = { ...DRAFT, ...kind?.given }
  const [source, ...before] = sources ?? kind?.from ?? []
  if (source === undefined) return own
  const associated_id = await closed(world, source, before)
  const row = await readRow(world, `${source}/getOne`, { document_id: associated_id })
  const line: unknown = Array.isArray(row.products) ? row.products[0] : undefined
  const value = SELF_PAID.includes(source) ? 0 : row.net_value
  return {
    ...own,
    net_value: value,
    associated_documents: [{ associated_id, value }],
    ...(isRow(line) ? { 'products.related_id': line.document_product_id } : {}),
  }
}

/** A closed document of a kind, made from the kinds that it usually is made from or from others. */
export async function closed(world: World, group: string, sources?: readonly string[]): Promise<number> {
  const usual = sources?.length === 0 ? undefined : sources
  const given = await documentGiven(world, group, usual)
  return insert(world, group, 'document_id', { ...given, status: 1 })
}

export const documentGroups: readonly RecordGroup[] = KINDS.map(({ group }) => ({
  group,
  id: 'document_id',
  prepare: (world) => documentGiven(world, group),
}))

/** A document of a kind that the API only reads, brought into being as an administrator would: in the books. */
export async function migrated(world: World, code: string): Promise<Given> {
  const document_id = await closed(world, 'invoices')
  const types = await readRows(world, 'documents/getAllDocumentTypes', { language_id: 1 })
  const type = types.find(({ saft_code }) => saft_code === code)
  const row = world.company.documents.find((one) => one.document_id === document_id)
  if (!row || !type) throw new Error(`there is no kind ${code}`)
  row.document_type_id = Number(type.document_type_id)
  return { document_id }
}
