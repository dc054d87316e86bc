import { seriesCode } from '../groups/document-sets.ts'
import { type CompanyCall, num } from '../method.ts'
import { nextHex } from '../random.ts'
import { type CompanyState, type DocumentRow, findRow } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import type { DocumentType } from './types.ts'

const finalConsumer = '999999990'
const unidentified: Record<string, string> = {
  entity_name: 'consumidor final',
  entity_address: 'desconhecido',
  entity_city: 'desconhecido',
  entity_zip_code: '0000-000',
}

function closedOf(company: CompanyState, row: Pick<DocumentRow, 'document_type_id' | 'document_set_id'>) {
  return company.documents.filter(
    (other) =>
      other.number > 0 &&
      other.document_type_id === row.document_type_id &&
      other.document_set_id === row.document_set_id,
  )
}

/** The date must not lie before the last closed document of the series and type. */
export function chronologyProblems(
  company: CompanyState,
  row: Pick<DocumentRow, 'document_type_id' | 'document_set_id' | 'date'>,
): Problem[] {
  const dates = closedOf(company, row).map(({ date }) => date)
  const last = dates.sort().at(-1) ?? ''
  return row.date < last ? [{ code: 12, field: 'date', parameters: ['>=', last] }] : []
}

/** What keeps a draft from being closed. */
export function closingProblems(call: CompanyCall, row: DocumentRow): Problem[] {
  const { company, behaviour } = call
  const problems = chronologyProblems(company, row)
  if (row.products.length === 0) problems.push({ code: 1, field: 'products' })
  const series = findRow(company.documentSets, 'document_set_id', row.document_set_id)
  if (behaviour.requireSeriesCode && series && seriesCode(series, row.document_type_id) === undefined) {
    problems.push({ code: 1, field: 'document_set_wsat_id' })
  }
  const nameless = Object.entries(unidentified).some(
    ([field, value]) => String(row[field]).toLowerCase() === value,
  )
  if (row.entity_vat === finalConsumer && nameless && row.net_value > behaviour.identifiedAbove) {
    problems.push({ code: 16, field: 'customer_id' })
  }
  return problems
}

/** Associated documents must be closed, of a type that may be associated, and have something left. */
export function associationProblems(
  company: CompanyState,
  type: DocumentType,
  row: Pick<DocumentRow, 'associated_documents'>,
): Problem[] {
  return row.associated_documents.flatMap(({ associated_id, value }, index) => {
    const source = company.documents.find((one) => one.document_id === associated_id)
    const fits = source && source.status === 1 && type.sources.includes(source.document_type_id)
    const left = source ? source.net_value - source.reconciled_value : 0
    const fine = fits && left > 0 && Math.round(value * 100) <= Math.round(left * 100)
    return fine ? [] : [{ code: 10, field: `associated_documents[${index}][associated_id]` }]
  })
}

/** Numbers and signs a draft; the associated documents are used up. */
export function close(call: CompanyCall, row: DocumentRow): void {
  const { company, state } = call
  const numbers = closedOf(company, row).map(({ number }) => number)
  row.number = numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1
  row.status = 1
  row.rsa_hash = nextHex(state, 40)
  row.hash_control = 1
  const series = findRow(company.documentSets, 'document_set_id', row.document_set_id)
  const code = series && seriesCode(series, row.document_type_id)
  row.atcud = code ? `${code}-${row.number}` : ''
  reconcile(company, row, 1)
}

/** Adds (1) or takes back (−1) what a document uses of its sources. */
export function reconcile(company: CompanyState, row: DocumentRow, sign: 1 | -1): void {
  for (const { associated_id, value } of row.associated_documents) {
    const source = company.documents.find((one) => one.document_id === associated_id)
    if (!source) continue
    const cents = Math.round(source.reconciled_value * 100) + sign * Math.round(num({ value }, 'value') * 100)
    source.reconciled_value = Math.min(source.net_value, Math.max(0, cents / 100))
  }
}
