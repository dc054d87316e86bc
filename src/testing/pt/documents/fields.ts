import { taxRowFields } from '../groups/tax-rows.ts'
import type { Fields, Rule } from '../validation/rules.ts'
import type { DocumentType } from './types.ts'

const lineFields: Fields = {
  product_id: 'id! ref=products',
  name: 'text!',
  summary: 'text',
  qty: 'num! >0',
  price: 'num!',
  discount: 'num >=0 <=100',
  deduction_id: 'int ref=deductions',
  order: 'int',
  origin_id: 'int',
  related_id: 'int',
  exemption_reason: 'text',
  warehouse_id: 'int ref=warehouses',
  has_stock: 'flag',
  properties: { rows: { title: 'text', value: 'num' } },
  taxes: { rows: taxRowFields },
}

/** What any group may take, without saying what is required. */
const known: Fields = {
  date: 'date',
  expiration_date: 'date',
  maturity_date_id: 'int ref=maturityDates',
  document_set_id: 'id ref=documentSets',
  document_type_id: 'id ref=documentTypes',
  customer_id: 'id ref=customers',
  supplier_id: 'id ref=suppliers',
  alternate_address_id: 'int',
  our_reference: 'text',
  your_reference: 'text',
  net_value: 'num >0',
  financial_discount: 'num >=0 <=100',
  eac_id: 'int',
  salesman_id: 'int ref=salesmen',
  salesman_commission: 'num >=0 <=100',
  special_discount: 'num >=0',
  associated_documents: { rows: { associated_id: 'id!', value: 'num!' } },
  related_documents_notes: 'text',
  rappel: { record: { date_start: 'date', date_end: 'date', notes: 'text' } },
  products: { rows: { ...lineFields, child_products: { rows: lineFields } } },
  payments: {
    rows: { payment_method_id: 'id! ref=paymentMethods', date: 'time!', value: 'num!', notes: 'text' },
  },
  exchange_currency_id: 'int ref=currencies',
  exchange_rate: 'num',
  delivery_method_id: 'int ref=deliveryMethods',
  delivery_datetime: 'time',
  delivery_departure_address: 'text',
  delivery_departure_city: 'text',
  delivery_departure_zip_code: 'text',
  delivery_departure_country: 'int ref=countries',
  delivery_destination_address: 'text',
  delivery_destination_city: 'text',
  delivery_destination_zip_code: 'text',
  delivery_destination_country: 'int ref=countries',
  vehicle_id: 'int ref=vehicles',
  vehicle_name: 'text',
  vehicle_number_plate: 'text',
  notes: 'text',
  status: 'flag',
  generate_mb_reference: 'int',
  deduction_id: 'int ref=deductions',
  send_email: { rows: { email: 'email!', name: 'text!', msg: 'text' } },
}

const correctedLines: Rule = {
  rows: { ...lineFields, related_id: 'id!', child_products: { rows: lineFields } },
  required: true,
}

const named = (prefix: string) => Object.keys(known).filter((name) => name.startsWith(prefix))
const delivery = named('delivery_')

const blocks: Readonly<Record<string, readonly string[]>> = {
  '@delivery': delivery,
  '@delivery!': delivery.map((name) => (name === 'delivery_datetime' ? `${name}!` : name)),
  '@vehicle': named('vehicle_'),
  '@currency': named('exchange_'),
}

/** Parameters of `insert`. */
export function insertFields(type: DocumentType): Fields {
  const words = `date! document_set_id! notes status send_email ${type.takes ?? ''}`.split(' ')
  const taken = words.flatMap((word) => blocks[word] ?? [word])
  const fields = Object.fromEntries(
    taken.filter((word) => word !== '').map((word) => [word.replace('!', ''), ruleOf(word)]),
  )
  if (type.corrects) fields.products = correctedLines
  if (type.supplier && fields.customer_id) fields.customer_id = 'id! ref=entities'
  return fields
}

function ruleOf(word: string): Rule {
  const name = word.replace('!', '')
  const rule = known[name]
  if (rule === undefined) throw new RangeError(`No document takes ${name}.`)
  if (name === word) return rule
  return typeof rule === 'string' ? rule.replace(/^\w+/, '$&!') : { ...rule, required: true }
}

/** Parameters of `update`: the same, but what is left out keeps its value. */
export function updateFields(type: DocumentType): Fields {
  const optional = Object.entries(insertFields(type)).map(([name, rule]): [string, Rule] => [
    name,
    typeof rule === 'string' ? rule.replace('!', '') : { ...rule, required: false },
  ])
  return { document_id: 'id!', ...Object.fromEntries(optional) }
}

/** Filters of lists; `status` works although no page names it. */
export const documentFilters: Fields = {
  customer_id: 'int',
  supplier_id: 'int',
  salesman_id: 'int',
  document_set_id: 'int',
  number: 'int',
  date: 'date',
  expiration_date: 'date',
  year: 'int',
  your_reference: 'text',
  our_reference: 'text',
  document_id: 'int',
  status: 'int',
}
