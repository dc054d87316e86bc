import { type DocumentType, documentGroups } from '../../src/testing/pt/documents/types.ts'
import { customer, furnish, type Ids, id, line, list, type Rig, rig } from './support.ts'

/** A company that has something of everything, made through the API. */
export interface FullWorld extends Rig {
  readonly ids: Ids
  /** Ids by the name of their field. */
  readonly known: Readonly<Record<string, unknown>>
  /** A closed document of each group that can be made, by group. */
  readonly documents: Readonly<Record<string, number>>
}

const day = '2026-03-02'

/** What every document group takes, with a value for each. */
function documentParams(ids: Ids, known: Readonly<Record<string, unknown>>) {
  return {
    ...known,
    date: day,
    expiration_date: '2026-04-01',
    document_set_id: ids.document_set_id,
    customer_id: ids.customer_id,
    document_type_id: 15,
    alternate_address_id: 0,
    maturity_date_id: known.maturity_date_id,
    your_reference: 'ENC-7',
    delivery_datetime: '2026-03-03 09:00:00',
    delivery_departure_country: 1,
    delivery_destination_country: 1,
    exchange_currency_id: 2,
    exchange_rate: 1.1,
    rappel: { date_start: '2026-01-01', date_end: '2026-01-31', notes: 'n' },
    products: [line(ids)],
  }
}

/** Makes one closed document of a group; those that need a source get an invoice of their own. */
export async function makeDocument(
  world: Pick<FullWorld, 'call' | 'ids' | 'known'>,
  type: DocumentType,
  changes: Record<string, unknown> = {},
): Promise<number> {
  const { call, ids, known } = world
  const base = { ...documentParams(ids, known), status: 1 }
  const insert = async (group: string, more: Record<string, unknown>) =>
    id(await call(`${group}/insert`, { ...base, ...more }), 'document_id')
  if (type.receipt) {
    const sourceGroup =
      { receipts: 'invoices', paymentReturns: 'creditNotes' }[type.group] ?? 'supplierInvoices'
    const source = documentGroups.find(({ group }) => group === sourceGroup)
    const associated_id = source ? await makeDocument(world, source) : 0
    const associated_documents = [{ associated_id, value: 2.92 }]
    return insert(type.group, { associated_documents, net_value: 2.92, products: undefined, ...changes })
  }
  if (type.corrects) {
    const associated_id = await insert('invoices', {})
    const [left] = list(await call('documents/getUnrelatedProducts', { document_id: associated_id }))
    const products = [line(ids, { related_id: left?.document_product_id })]
    return insert(type.group, { associated_documents: [{ associated_id, value: 0 }], products, ...changes })
  }
  return insert(type.group, changes)
}

const readOnly = [
  'settlementNotes',
  'migratedBalancesInvoices',
  'migratedBalancesCreditNotes',
  'migratedBalancesReceipts',
]

export async function fullWorld(): Promise<FullWorld> {
  const world = await rig()
  const { call, company, emulator } = world
  const property_id = id(await call('productProperties/insert', { title: 'Cor' }), 'property_id')
  const supplier = {
    ...customer,
    qty_copies_document: 2,
    maturity_date_id: company.maturityDates[1]?.maturity_date_id,
  }
  const supplier_id = id(
    await call('suppliers/insert', {
      ...supplier,
      payment_method_id: company.paymentMethods[0]?.payment_method_id,
      delivery_method_id: company.deliveryMethods[0]?.delivery_method_id,
    }),
    'supplier_id',
  )
  const ids = await furnish(world)
  const first = (
    table: 'salesmen' | 'maturityDates' | 'deliveryMethods' | 'paymentMethods' | 'warehouses',
    field: string,
  ) => company[table][0]?.[field]
  const [priceClass] = list(await call('PriceClasses/insert', { title: 'Revenda' }))
  const known: Record<string, unknown> = {
    supplier_id,
    property_id,
    price_class_id: Number(priceClass?.price_class_id),
    vehicle_id: id(
      await call('vehicles/insert', { description: 'Carrinha', number_plate: 'AA-01-BB' }),
      'vehicle_id',
    ),
    salesman_id: first('salesmen', 'salesman_id'),
    maturity_date_id: company.maturityDates[1]?.maturity_date_id,
    delivery_method_id: first('deliveryMethods', 'delivery_method_id'),
    payment_method_id: first('paymentMethods', 'payment_method_id'),
    warehouse_id: first('warehouses', 'warehouse_id'),
    ...ids,
  }
  await call('bankAccounts/insert', { ordination: 1, name: 'CGD', value: 50 })
  await call('geographicZones/insert', { name: 'Norte', short_name: 'N' })
  const template = {
    ...customer,
    business_name: 'Loja',
    email: 'a@b.pt',
    email_sender_name: 'x',
    email_sender_address: 'y',
  }
  const template_id = id(await call('identificationTemplates/insert', template), 'template_id')
  await call('documentSets/update', {
    document_set_id: ids.document_set_id,
    name: 'M',
    template_id,
    active_by_default: 1,
  })
  await call('customerAlternateAddresses/insert', {
    ...customer,
    customer_id: ids.customer_id,
    designation: 'Obra',
    code: 'O',
  })
  await call('customers/update', {
    ...customer,
    ...known,
    customer_id: ids.customer_id,
    copies: [{ document_type_id: 1, copies: 2 }],
  })
  await call('products/update', {
    ...known,
    type: 1,
    name: 'Tubo PPR 20 mm',
    price: 2.37,
    has_stock: 1,
    at_product_category: 'M',
    suppliers: [{ supplier_id, cost_price: 1.2, reference: 'S' }],
    properties: [{ property_id, value: 3 }],
    taxes: [{ tax_id: ids.tax_id, value: 23, order: 1, cumulative: 0 }],
  })
  await call('productStocks/insert', {
    product_id: ids.product_id,
    movement_date: `${day} 10:00:00`,
    qty: 100,
  })

  const documents: Record<string, number> = {}
  const made = { ...world, ids, known, documents }
  for (const type of documentGroups) if (type.takes) documents[type.group] = await makeDocument(made, type)
  for (const group of readOnly) {
    const type = documentGroups.find((one) => one.group === group)
    const like = company.documents.find(({ document_id }) => document_id === documents.invoices)
    if (!type || !like) continue
    const document_id = emulator.state.nextId++
    company.documents.push({ ...structuredClone(like), document_id, document_type_id: type.typeId })
    documents[group] = document_id
  }
  const invoice = { document_id: documents.invoices, value: 2.92 }
  const { reference, entity } = Object(await call('invoices/generateMBReference', invoice))
  return { ...made, known: { ...known, reference: Number(reference), entity: Number(entity) } }
}
