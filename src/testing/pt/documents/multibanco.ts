import type { JsonObject } from '../../http/json.ts'
import { nextRandom } from '../../http/random.ts'
import { gateways } from '../groups/globals-data.ts'
import { dayStart, lisbonTime } from '../lisbon.ts'
import {
  type Call,
  type CompanyCall,
  type Method,
  type Methods,
  num,
  open,
  pick,
  read,
  refused,
  text,
  write,
} from '../method.ts'
import { type CompanyState, type DocumentRow, findDocument, type MbReference } from '../state.ts'
import { type DocumentType, documentGroups } from './types.ts'

/** Adds a reference to pay by; undefined where no gateway is configured. */
export function addReference(
  { company, state }: CompanyCall,
  row: DocumentRow,
  value: number,
): MbReference | undefined {
  const gateway = gateways.find(({ gateway_id }) => gateway_id === company.gateway_id)
  if (!gateway) return undefined
  const reference_id = 100_000_000 + Math.floor(nextRandom(state) * 900_000_000)
  const found: MbReference = {
    reference_id,
    entity: String(gateway.entity),
    reference: String(reference_id),
    value,
    paid: '',
  }
  row.mb_references = [...(row.mb_references ?? []), found]
  return found
}

/** A reference as the API shows it: all text. */
export function presentReference({ entity, reference, value }: MbReference) {
  return { entity, reference, value: value.toFixed(2) }
}

function generate(call: CompanyCall, type: DocumentType): JsonObject {
  const row = findDocument(call.company, call.values.document_id)
  if (row?.status !== 1 || row.document_type_id !== type.typeId) return refused
  const added = addReference(call, row, num(call.values, 'value'))
  return added ? { valid: 1, ...presentReference(added) } : refused
}

/** `invoices/generateMBReference` and its siblings. */
const generateMethods: Methods = Object.fromEntries(
  documentGroups
    .filter(({ multibanco }) => multibanco)
    .map((type): [string, Method] => [
      `${type.group}/generateMBReference`,
      write({ document_id: 'id!', value: 'num! >0' }, (call) => generate(call, type)),
    ]),
)

function remove({ company, values }: CompanyCall): JsonObject {
  const row = findDocument(company, values.document_id)
  const found = row?.mb_references?.find((one) => one.reference_id === values.reference_id)
  if (!row || !found || found.paid !== '') return refused
  row.mb_references = (row.mb_references ?? []).filter((one) => one !== found)
  return { valid: 1 }
}

/** By document and id of the reference, or by entity and reference. */
function names(row: DocumentRow, one: MbReference, values: JsonObject): boolean {
  if (values.reference_id !== undefined) {
    return row.document_id === values.document_id && one.reference_id === values.reference_id
  }
  return Number(one.entity) === values.entity && Number(one.reference) === values.reference
}

function markPaid({ state, user, values, now }: Call): JsonObject {
  for (const id of user.companies) {
    for (const row of state.companies[id]?.documents ?? []) {
      const found = row.mb_references?.find((one) => names(row, one, values))
      if (!found) continue
      if (found.paid !== '') return refused
      found.paid = text(values, 'payment_date') || lisbonTime(now)
      row.lastmodified = now
      return { valid: 1 }
    }
  }
  return refused
}

const bareFields = [
  'lastmodifiedby lastmodifiedby_id set_from_api plugin_id terminal_id cash_vat_scheme_indicator rsa_hash',
  'hash_control timezone_id document_id document_type_id customer_id supplier_id salesman_id document_set_id',
  'document_set_name number maturity_date_days maturity_date_id maturity_date_name your_reference our_reference',
  'entity_number entity_name entity_vat entity_address entity_city entity_zip_code entity_country',
  'entity_country_id',
].flatMap((line) => line.split(' '))

/** The bare row of a document, without what hangs on it. */
function presentBare(row: DocumentRow, company: CompanyState): JsonObject {
  return {
    ...pick(row, bareFields),
    company_id: company.company_id,
    doc_unico: text(row, 'doc_unico'),
    lastmodified: lisbonTime(row.lastmodified),
    date: dayStart(row.date),
    expiration_date: row.expiration_date === '' ? '' : dayStart(row.expiration_date),
    year: Number(row.date.slice(0, 4)),
  }
}

/** Multibanco references over all document groups. A reference's id is its number: no page tells it otherwise. */
export const referenceMethods: Methods = {
  ...generateMethods,
  'documents/deleteMBReference': write({ document_id: 'id!', reference_id: 'id!' }, remove),
  'documents/setMBReferenceAsPaid': open(
    { document_id: 'int', reference_id: 'int', entity: 'int', reference: 'int', payment_date: 'time' },
    markPaid,
    true,
  ),
  'documents/getByMBReference': read({ entity: 'int!', reference: 'int!' }, ({ company, values }) => {
    const row = company.documents.find((one) =>
      one.mb_references?.some((reference) => names(one, reference, values)),
    )
    return row ? presentBare(row, company) : []
  }),
}
