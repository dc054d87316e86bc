import type { JsonObject } from '../../http/json.ts'
import { documentTypes } from '../groups/globals-data.ts'
import { currencyOf, related } from '../groups/relations.ts'
import { dayStart, lisbonTime } from '../lisbon.ts'
import { num, pick } from '../method.ts'
import type { CompanyState, DocumentRow } from '../state.ts'

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
  const found = currencyOf(id)
  return found && pick(found, ['currency_id', 'symbol'])
}

/** A document as lists show it. */
export function presentListed(row: DocumentRow, company: CompanyState): JsonObject {
  const { document_id, document_type_id, document_set_id } = row
  return {
    ...pick(row, listFields),
    company_id: company.company_id,
    lastmodified: lisbonTime(row.lastmodified),
    date: dayStart(row.date),
    expiration_date: row.expiration_date === '' ? null : dayStart(row.expiration_date),
    exchange_currency: row.exchange_currency_id ? currency(num(row, 'exchange_currency_id')) : undefined,
    document_type: {
      document_type_id,
      saft_code: documentTypes.find(([id]) => id === document_type_id)?.[1] ?? '',
    },
    document_set: { document_set_id, name: row.document_set_name },
    associated_documents: row.associated_documents.map(({ associated_id }) => ({ associated_id })),
    reverse_associated_documents: derivedFrom(row, company).map((derived) => ({
      document_id: derived.document_id,
    })),
    document_calc_method: {
      document_id,
      calc_method_id: calcMethods[row.rounding === 'line' ? 'line' : 'document'],
    },
  }
}

/** A document with everything in it. */
export function presentDocument(row: DocumentRow, company: CompanyState): JsonObject {
  return {
    ...presentListed(row, company),
    ...pick(row, detailFields),
    year: Number(row.date.slice(0, 4)),
    delivery_datetime: row.delivery_datetime || null,
    associated_documents: row.associated_documents.map((association) => ({ ...association })),
    salesman: related(company, 'salesmen', 'salesman_id', row.salesman_id, ['number', 'name', 'vat']),
    products: row.products.map(({ related_id, warehouse_id, ...line }) => line),
    payments: row.payments ?? [],
    mb_references: [],
  }
}

/** Documents made from this one that still stand. */
export function derivedFrom(row: DocumentRow, company: CompanyState): DocumentRow[] {
  return company.documents.filter(
    (other) =>
      other.status !== 2 &&
      other.associated_documents.some(({ associated_id }) => associated_id === row.document_id),
  )
}
