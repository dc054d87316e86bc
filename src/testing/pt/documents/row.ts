import { dec, rounded, times, toNumber } from '../../http/decimal.ts'
import type { JsonObject } from '../../http/json.ts'
import { countryName } from '../groups/relations.ts'
import { type CompanyCall, num, rows, text } from '../method.ts'
import { type CompanyState, type DocumentRow, findRow, type Row, takeId } from '../state.ts'
import { associationsOf } from './associations.ts'
import { buildLines } from './lines.ts'
import { totalsOf } from './totals.ts'
import type { DocumentType } from './types.ts'

/** An empty draft. */
export function blankDocument(call: CompanyCall, type: DocumentType): DocumentRow {
  const { company, now } = call
  return {
    document_id: takeId(call.state),
    document_type_id: type.typeId,
    document_set_id: 0,
    customer_id: 0,
    supplier_id: 0,
    salesman_id: 0,
    number: -1,
    status: 0,
    date: '',
    expiration_date: '',
    our_reference: '',
    your_reference: '',
    ...zeroTotals,
    reconciled_value: 0,
    products: [],
    associated_documents: [],
    ...zeroes,
    ...empties,
    maturity_date_days: null,
    salesman_commission: null,
    deduction_percentage: null,
    deduction_name: null,
    delivery_method_name: null,
    vehicle_name: null,
    vehicle_number_plate: null,
    doc_unico: null,
    paperless: null,
    lastmodifiedby: 'API',
    set_from_api: 1,
    timezone_id: 1,
    rounding: company.rounding,
    created: now,
    lastmodified: now,
    ...(call.visibleFrom === undefined ? {} : { visible_from: call.visibleFrom }),
  }
}

const zeroTotals = {
  gross_value: 0,
  comercial_discount_value: 0,
  financial_discount_value: 0,
  taxes_value: 0,
  deduction_value: 0,
  net_value: 0,
}

const zeroes: JsonObject = Object.fromEntries(
  [
    'terminal_id lastmodifiedby_id maturity_date_id financial_discount special_discount transport_code_set_by',
    'global_guide exchange_currency_id exchange_total_value exchange_rate alternate_address_id eac_id deduction_id',
    'delivery_method_id vehicle_id delivery_departure_country delivery_destination_country hash_control',
    'cash_vat_scheme_entity cash_vat_scheme_indicator generate_mb_reference plugin_id',
  ]
    .flatMap((line) => line.split(' '))
    .map((field) => [field, 0]),
)

const empties: JsonObject = Object.fromEntries(
  [
    'document_set_name maturity_date_name transport_code attached_file notes eac_code delivery_datetime',
    'delivery_departure_address delivery_departure_city delivery_departure_zip_code related_documents_notes',
    'delivery_destination_address delivery_destination_city delivery_destination_zip_code rsa_hash atcud',
  ]
    .flatMap((line) => line.split(' '))
    .map((field) => [field, '']),
)

/** Fields that are stored as they were sent. */
const notCopied: ReadonlySet<string> = new Set([
  'document_id',
  'status',
  'products',
  'associated_documents',
  'payments',
  'send_email',
  'date',
  'expiration_date',
  'document_type_id',
  'net_value',
])

/** Puts the sent fields into a draft: snapshots, lines and totals follow. What was not sent keeps its value. */
export function applyFields(call: CompanyCall, row: DocumentRow, type: DocumentType): void {
  const { company, values } = call
  for (const [field, value] of Object.entries(values)) if (!notCopied.has(field)) row[field] = value
  if (values.date !== undefined) row.date = text(values, 'date').slice(0, 10)
  if (values.expiration_date !== undefined) row.expiration_date = text(values, 'expiration_date').slice(0, 10)
  if (values.associated_documents !== undefined) row.associated_documents = associationsOf(values)
  Object.assign(row, snapshots(row, company))
  const financialPercent = num(row, 'financial_discount')
  if (values.products !== undefined) {
    row.products = buildLines(call, rows(values, 'products'), financialPercent)
  }
  const special = num(row, 'special_discount')
  const totals = totalsOf(row.products, { financialPercent, special }, company.rounding)
  Object.assign(row, type.receipt ? { net_value: values.net_value ?? row.net_value } : totals)
  row.exchange_total_value = exchanged(row)
  row.rounding = company.rounding
  row.lastmodified = call.now
}

/** The total in the other currency. */
function exchanged(row: DocumentRow): number {
  return toNumber(rounded(times(dec(row.net_value), dec(num(row, 'exchange_rate')))))
}

/** What a document copies from the records it points at. */
function snapshots(row: DocumentRow, company: CompanyState): JsonObject {
  const find = (table: Row[], id: string) => findRow(table, id, row[id]) ?? {}
  const customer = entityOf(row, company)
  const maturity: JsonObject = find(company.maturityDates, 'maturity_date_id')
  const delivery: JsonObject = find(company.deliveryMethods, 'delivery_method_id')
  const vehicle: JsonObject = find(company.vehicles, 'vehicle_id')
  const activities = company.economicActivities
  const activity: JsonObject =
    activities.find((one) => one.eac_id === row.eac_id) ??
    (activities.length === 1 ? activities[0] : undefined) ??
    {}
  return {
    document_set_name: text(find(company.documentSets, 'document_set_id'), 'name'),
    maturity_date_name: text(maturity, 'name'),
    maturity_date_days: maturity.days ?? null,
    entity_number: text(customer, 'number'),
    entity_name: text(customer, 'name'),
    entity_vat: text(customer, 'vat'),
    entity_address: text(customer, 'address'),
    entity_city: text(customer, 'city'),
    entity_zip_code: text(customer, 'zip_code') || '0000-000',
    entity_country: countryName(customer.country_id),
    entity_country_id: num(customer, 'country_id'),
    delivery_method_name: delivery.name ?? null,
    vehicle_name: vehicle.description ?? row.vehicle_name,
    vehicle_number_plate: vehicle.number_plate ?? row.vehicle_number_plate,
    eac_id: num(activity, 'eac_id'),
    eac_code: text(activity, 'code'),
  }
}

/** Whom a document is for. On documents with suppliers `customer_id` may name the supplier. */
function entityOf(row: DocumentRow, company: CompanyState): JsonObject {
  return (
    findRow(company.suppliers, 'supplier_id', row.supplier_id) ??
    findRow(company.customers, 'customer_id', row.customer_id) ??
    findRow(company.suppliers, 'supplier_id', row.customer_id) ??
    {}
  )
}
