import { nextHex } from '../../http/random.ts'
import { seriesCode, seriesStart } from '../groups/document-sets.ts'
import { parseTime } from '../lisbon.ts'
import { type CompanyCall, text } from '../method.ts'
import { type CompanyState, type DocumentRow, findRow } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import { associationProblems, reconcile } from './associations.ts'
import { addReference } from './multibanco.ts'
import { moveLines } from './stock.ts'
import type { DocumentType } from './types.ts'

const finalConsumer = '999999990'
const unidentified: Record<string, string> = {
  entity_name: 'consumidor final',
  entity_address: 'desconhecido',
  entity_city: 'desconhecido',
  entity_zip_code: '0000-000',
}

/** How far a series has come for a type: the latest date and the highest number of its closed documents. */
function progress(
  { documents }: CompanyState,
  { document_type_id, document_set_id }: Pick<DocumentRow, 'document_type_id' | 'document_set_id'>,
): { date: string; number: number } {
  const last = { date: '', number: 0 }
  for (const row of documents) {
    if (row.document_type_id !== document_type_id || row.document_set_id !== document_set_id) continue
    if (row.number <= 0) continue
    if (row.date > last.date) last.date = row.date
    last.number = Math.max(last.number, row.number)
  }
  return last
}

/** The date must not lie before the last closed document of the series and type. */
export function chronologyProblems(
  company: CompanyState,
  row: Pick<DocumentRow, 'document_type_id' | 'document_set_id' | 'date'>,
): Problem[] {
  const { date } = progress(company, row)
  return row.date < date ? [{ code: 12, field: 'date', parameters: ['>=', date] }] : []
}

/** What keeps a draft from being closed. */
export function closingProblems(call: CompanyCall, row: DocumentRow, type: DocumentType): Problem[] {
  const { company, behaviour } = call
  const problems = chronologyProblems(company, row)
  if (!type.receipt && row.products.length === 0) problems.push({ code: 1, field: 'products' })
  const series = findRow(company.documentSets, 'document_set_id', row.document_set_id)
  if (
    behaviour.requireSeriesCode &&
    !type.supplier &&
    !type.uncoded &&
    series &&
    !seriesCode(series, type.typeId)
  ) {
    problems.push({ code: 1, field: 'document_set_wsat_id' })
  }
  const nameless = Object.entries(unidentified).some(
    ([field, value]) => String(row[field]).toLowerCase() === value,
  )
  if (row.entity_vat === finalConsumer && nameless && row.net_value > behaviour.identifiedAbove) {
    problems.push({ code: 16, field: 'customer_id' })
  }
  if (type.code === 'FS' && row.net_value > behaviour.simplifiedCeiling) {
    problems.push({ code: 17, field: 'net_value' })
  }
  if (type.transport && company.automaticCommunication && !communicable(row, call.now)) {
    problems.push({ code: 11, field: 'delivery_datetime' })
  }
  return problems.length > 0 ? problems : associationProblems(company, type, row.associated_documents, row)
}

/** The tax authority wants to know of goods before they leave, and from where to where. */
function communicable(row: DocumentRow, now: number): boolean {
  const start = parseTime(text(row, 'delivery_datetime'))
  const places = ['delivery_departure_address', 'delivery_destination_address']
  return start !== undefined && start >= now && places.every((field) => text(row, field) !== '')
}

/** Numbers and signs a draft; what it names is used up, goods leave or enter the stock. */
export function close(call: CompanyCall, row: DocumentRow, type: DocumentType): void {
  const { company, state } = call
  const series = findRow(company.documentSets, 'document_set_id', row.document_set_id)
  const before = series ? seriesStart(series, type.typeId) - 1 : 0
  row.number = Math.max(before, progress(company, row).number) + 1
  row.status = 1
  row.rsa_hash = nextHex(state, 40)
  row.hash_control = 1
  const code = series && seriesCode(series, type.typeId)
  row.atcud = code ? `${code}-${row.number}` : ''
  if (type.money === 'credit') row.reconciled_value = row.net_value
  if (type.transport && company.automaticCommunication) {
    row.transport_code = nextHex(state, 11).toUpperCase()
    row.transport_code_set_by = 1
  }
  reconcile(company, row, 1)
  moveLines(call, row)
  if (row.generate_mb_reference === 1) addReference(call, row, row.net_value)
}
