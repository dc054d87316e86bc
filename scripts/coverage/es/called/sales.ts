import type { Row } from '../../seen.ts'
import type { World } from './world.ts'

/** What differs between the kinds of documents. */
export interface SaleKind {
  readonly group: string
  /** Fields of a new draft. */
  create(world: World): Promise<Row> | Row
}

export const KINDS: readonly SaleKind[] = [
  { group: 'invoices', create: sale },
  { group: 'purchaseOrders', create: sale },
  { group: 'estimates', create: sale },
  { group: 'proFormaInvoices', create: (world) => ({ ...sale(world), payments: paid(world) }) },
  { group: 'simplifiedInvoices', create: (world) => ({ ...sale(world), payments: paid(world) }) },
  { group: 'invoiceReceipts', create: (world) => ({ ...sale(world), payments: paid(world) }) },
  { group: 'billsOfLading', create: goods },
  { group: 'receipts', create: receipt },
  { group: 'creditNotes', create: creditNote },
]

/** The total of a sale of these fields, VAT included. */
const TOTAL = 25

/** Two of 12.50, free of VAT. */
export function sale({ company, home }: World): Row {
  const service = company.products.find(({ type, visible }) => type === 2 && visible === 1)
  return {
    documentSetId: company.documentSets[0]?.documentSetId,
    customerId: company.customers.find(({ isDefault }) => !isDefault)?.customerId,
    date: '2026-03-02',
    expirationDate: '2026-04-01',
    ourReference: 'COV',
    yourReference: 'WO-1',
    notes: 'as agreed',
    status: 0,
    products: [
      {
        productId: service?.productId,
        ordering: 1,
        qty: 2,
        price: TOTAL / 2,
        discount: 0,
        name: 'Work',
        exemptionReason: home.fiscalZone === 'PT' ? 'M07' : 'Exenta',
        taxes: [],
      },
    ],
  }
}

function paid({ company }: World): Row[] {
  const [method] = company.paymentMethods
  return [{ paymentMethodId: method?.paymentMethodId, date: '2026-03-02', value: TOTAL }]
}

function goods(world: World): Row {
  return {
    ...sale(world),
    deliveryMethodId: world.company.deliveryMethods[0]?.deliveryMethodId,
    deliveryLoadDate: '2026-03-02 12:00:00',
    deliveryUnloadAddress: 'Rua Nova 2',
    deliveryUnloadCity: 'Braga',
    deliveryUnloadZipCode: world.home.zipCode,
    deliveryUnloadCountryId: world.home.countryId,
  }
}

async function receipt(world: World): Promise<Row> {
  const { documentId } = await closed(world, 'invoices')
  const { documentSetId, customerId, date } = sale(world)
  const relatedWith = [{ relatedDocumentId: documentId, value: TOTAL }]
  const shared = { documentSetId, customerId, date, notes: 'paid', status: 0 }
  return { ...shared, relatedWith, totalValue: TOTAL, payments: paid(world) }
}

async function creditNote(world: World): Promise<Row> {
  const { documentId, products } = await closed(world, 'invoices')
  const { expirationDate: _, ...fields } = sale(world)
  const [line] = Array.isArray(fields.products) ? fields.products : []
  const [origin] = Array.isArray(products) ? products : []
  const related = { relatedDocumentId: documentId, relatedDocumentProductId: origin?.documentProductId }
  return {
    ...fields,
    status: 1,
    relatedWith: [{ relatedDocumentId: documentId, value: TOTAL }],
    products: [{ ...line, ...related }],
  }
}

/** A closed document of a kind. */
export async function closed(world: World, group: string): Promise<Row> {
  const kind = KINDS.find((one) => one.group === group)
  const fields = await kind?.create(world)
  return world.row(group, 'create', { ...fields, status: 1 })
}
