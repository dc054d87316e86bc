import { insert, readRow } from './furnish.ts'
import type { RecordGroup } from './records.ts'
import type { Given } from './sample.ts'
import { isRow } from './seen.ts'
import type { World } from './world.ts'

/** A kind of document, with the kind that it is made from when it cannot stand alone. */
interface DocumentGroup {
  readonly group: string
  readonly from?: string
  readonly given?: Given
}

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
  alternate_address_id: undefined,
  eac_id: undefined,
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
  { group: 'globalGuides', given: { document_type_id: 15 } },
  { group: 'creditNotes', from: 'invoices' },
  { group: 'debitNotes', from: 'invoices' },
  { group: 'receipts', from: 'invoices' },
  { group: 'paymentReturns', from: 'creditNotes' },
  { group: 'supplierPurchaseOrder' },
  { group: 'supplierInvoices', given: { document_type_id: 8 } },
  { group: 'supplierSimplifiedInvoices' },
  { group: 'supplierCreditNotes' },
  { group: 'supplierDebitNotes' },
  { group: 'supplierReturnNotes' },
  { group: 'supplierWarrantyRequests' },
  { group: 'supplierReceipts', from: 'supplierInvoices' },
]

/** What an insert of this kind needs, its source made and closed first. */
export async function documentGiven(world: World, group: string): Promise<Given> {
  const kind = KINDS.find((one) => one.group === group)
  const own = { ...DRAFT, ...kind?.given }
  if (!kind?.from) return own
  const associated_id = await closed(world, kind.from)
  const source = await readRow(world, `${kind.from}/getOne`, { document_id: associated_id })
  const line: unknown = Array.isArray(source.products) ? source.products[0] : undefined
  const value = source.net_value
  return {
    ...own,
    net_value: value,
    associated_documents: [{ associated_id, value }],
    ...(isRow(line) ? { 'products.related_id': line.document_product_id } : {}),
  }
}

/** A closed document of a kind. */
export async function closed(world: World, group: string): Promise<number> {
  return insert(world, group, 'document_id', { ...(await documentGiven(world, group)), status: 1 })
}

export const documentGroups: readonly RecordGroup[] = KINDS.map(({ group }) => ({
  group,
  id: 'document_id',
  prepare: (world) => documentGiven(world, group),
}))
