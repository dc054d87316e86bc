import type { JsonObject } from '../../http/json.ts'
import { currencies } from '../groups/globals-data.ts'
import { related } from '../groups/relations.ts'
import { dayStart, lisbonTime, parseTime } from '../lisbon.ts'
import { num, pick, text } from '../method.ts'
import { type CompanyState, type DocumentRow, findRow, type LineRow, type Payment } from '../state.ts'
import type { Derived } from './associations.ts'
import { presentReference } from './multibanco.ts'
import { typeOf } from './types.ts'

const listFields = [
  'terminal_id lastmodifiedby document_id company_id document_type_id customer_id supplier_id salesman_id',
  'document_set_id document_set_name number maturity_date_days maturity_date_id maturity_date_name your_reference',
  'our_reference entity_number entity_name entity_vat entity_address entity_city entity_zip_code entity_country',
  'entity_country_id financial_discount gross_value comercial_discount_value financial_discount_value taxes_value',
  'deduction_value net_value reconciled_value status transport_code transport_code_set_by global_guide',
  'exchange_currency_id exchange_total_value exchange_rate',
].flatMap((line) => line.split(' '))

const detailFields = [
  'alternate_address_id attached_file notes salesman_commission eac_id eac_code deduction_id deduction_percentage',
  'deduction_name special_discount delivery_method_id delivery_method_name vehicle_id vehicle_name',
  'vehicle_number_plate delivery_departure_address delivery_departure_city delivery_departure_zip_code',
  'delivery_departure_country delivery_destination_address delivery_destination_city',
  'delivery_destination_zip_code delivery_destination_country related_documents_notes rsa_hash hash_control',
  'lastmodifiedby_id atcud cash_vat_scheme_entity cash_vat_scheme_indicator doc_unico generate_mb_reference',
  'paperless plugin_id set_from_api timezone_id',
].flatMap((line) => line.split(' '))

/** 1 rounds to the line, 2 to the document. Which number means which is inferred: recordings only show 2. */
const calcMethods = { line: 1, document: 2 }

function currency(id: number): JsonObject | undefined {
  const found = currencies.find(({ currency_id }) => currency_id === id)
  return found && { currency_id: id, iso4217: found.iso4217, symbol: found.symbol }
}

/** A document as lists show it. */
export function presentListed(row: DocumentRow, company: CompanyState, derived: Derived): JsonObject {
  const { document_id, document_type_id, document_set_id } = row
  return {
    ...pick(row, listFields),
    company_id: company.company_id,
    lastmodified: lisbonTime(row.lastmodified),
    date: dayStart(row.date),
    expiration_date: row.expiration_date === '' ? null : dayStart(row.expiration_date),
    exchange_currency: row.exchange_currency_id ? currency(num(row, 'exchange_currency_id')) : undefined,
    document_type: { document_type_id, saft_code: typeOf(document_type_id)?.code ?? '' },
    document_set: { document_set_id, name: row.document_set_name },
    associated_documents: row.associated_documents.map(({ associated_id }) => ({ associated_id })),
    reverse_associated_documents: (derived.get(document_id) ?? []).map((one) => ({
      document_id: one.document_id,
    })),
    document_calc_method: {
      document_id,
      calc_method_id: calcMethods[row.rounding === 'line' ? 'line' : 'document'],
    },
  }
}

/** The period of a rappel; absent on documents that have none. */
export function presentRappel({ rappel }: DocumentRow): JsonObject | undefined {
  if (typeof rappel !== 'object' || rappel === null || Array.isArray(rappel)) return undefined
  const day = (field: string) =>
    text(rappel, field) === '' ? null : dayStart(text(rappel, field).slice(0, 10))
  return { date_start: day('date_start'), date_end: day('date_end'), notes: text(rappel, 'notes') }
}

/** A document with everything in it. */
export function presentDocument(row: DocumentRow, company: CompanyState, derived: Derived): JsonObject {
  return {
    ...presentListed(row, company, derived),
    ...pick(row, detailFields),
    year: Number(row.date.slice(0, 4)),
    delivery_datetime: moment(text(row, 'delivery_datetime')),
    associated_documents: row.associated_documents.map((association) => ({ ...association })),
    salesman: related(company, 'salesmen', 'salesman_id', row.salesman_id, ['number', 'name', 'vat']),
    products: row.products.map((line) => presentLine(line, company)),
    payments: (row.payments ?? []).map((payment) => presentPayment(payment, company)),
    mb_references: (row.mb_references ?? []).map(presentReference),
  }
}

function moment(sent: string): string | null {
  const at = parseTime(sent)
  return at === undefined ? null : lisbonTime(at)
}

const lineFields = [
  'document_product_id ean order origin_id product_id category_id reference name summary price unit_id unit_name',
  'unit_short_name discount qty deduction_id deduction deduction_name exemption_reason properties taxes',
].flatMap((line) => line.split(' '))

function presentLine(line: LineRow, company: CompanyState): JsonObject {
  return {
    ...pick(line, lineFields),
    supplier: related(company, 'suppliers', 'supplier_id', line.supplier_id, ['number', 'name', 'vat']),
  }
}

function presentPayment(
  { payment_method_id, date, value, notes }: Payment,
  company: CompanyState,
): JsonObject {
  const method = findRow(company.paymentMethods, 'payment_method_id', payment_method_id)
  return {
    payment_method_id,
    payment_method_name: text(method ?? {}, 'name'),
    date: moment(date),
    value,
    notes,
  }
}
