import type { JsonObject } from '../../http/json.ts'
import { num, rows } from '../method.ts'
import type { Association, CompanyState, DocumentRow } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import { type DocumentType, typeOf } from './types.ts'

/** Documents that name another one, by the other one's id. Annulled ones do not count. */
export type Derived = ReadonlyMap<number, readonly DocumentRow[]>

/** What every document of a company led to, found in one go. */
export function derivedOf({ documents }: CompanyState): Derived {
  const found = new Map<number, DocumentRow[]>()
  for (const row of documents) {
    if (row.status === 2) continue
    for (const { associated_id } of row.associated_documents) {
      const known = found.get(associated_id)
      if (!known) found.set(associated_id, [row])
      else if (known.at(-1) !== row) known.push(row)
    }
  }
  return found
}

/** Documents made from this one that still stand. */
export function derivedFrom({ document_id }: DocumentRow, { documents }: CompanyState): DocumentRow[] {
  return documents.filter(
    (row) =>
      row.status !== 2 && row.associated_documents.some(({ associated_id }) => associated_id === document_id),
  )
}

export function associationsOf(values: JsonObject): Association[] {
  return rows(values, 'associated_documents').map((sent) => ({
    associated_id: num(sent, 'associated_id'),
    value: num(sent, 'value'),
  }))
}

const cents = (value: number) => Math.round(value * 100)

function sourceOf({ documents }: CompanyState, { associated_id }: Association): DocumentRow | undefined {
  return documents.find(({ document_id }) => document_id === associated_id)
}

/**
 * Whether a document uses up what it names. Debts and credits are only used up by what settles them: a guide for an
 * invoice leaves the invoice open.
 */
function usesUp(type: DocumentType, source: DocumentType): boolean {
  return source.money || source.selfPaid ? type.settles === true : true
}

/** What is open of a closed document, in cents. Credits hold what is left of them, others what was used. */
function openCents(row: DocumentRow, type: DocumentType): number {
  if (type.selfPaid) return 0
  if (type.money !== 'credit') return cents(row.net_value) - cents(row.reconciled_value)
  const applied = row.associated_documents.reduce((total, { value }) => total + cents(value), 0)
  return cents(row.reconciled_value) - applied
}

/**
 * Associated documents must be closed, of a type that may be associated, and have something left. What `row` itself
 * uses up does not count.
 */
export function associationProblems(
  company: CompanyState,
  type: DocumentType,
  associations: readonly Association[],
  row?: DocumentRow,
): Problem[] {
  const own = row?.conciliated ? row.associated_documents : []
  const used = new Map(own.map(({ associated_id, value }) => [associated_id, -cents(value)]))
  return associations.flatMap((association, index) => {
    const { associated_id, value } = association
    const field = `associated_documents[${index}]`
    const refusal = [{ code: 10, field: `${field}[associated_id]` }]
    const source = sourceOf(company, association)
    const sourceType = source && typeOf(source.document_type_id)
    if (source?.status !== 1 || !sourceType || !type.sources?.includes(sourceType.typeId)) return refusal
    if (!usesUp(type, sourceType) || (type.money === 'credit' && value === 0)) return []
    if (type.receipt && value <= 0) return [{ code: 2, field: `${field}[value]`, parameters: ['0', '0'] }]
    const before = used.get(associated_id) ?? 0
    const left = openCents(source, sourceType) - before
    used.set(associated_id, before + cents(value))
    return left > 0 && cents(value) <= left ? [] : refusal
  })
}

/** Puts the associations of a document in force (1) or takes them back (−1); neither twice. */
export function reconcile(company: CompanyState, row: DocumentRow, sign: 1 | -1): void {
  if ((row.conciliated === true) === (sign === 1)) return
  const type = typeOf(row.document_type_id)
  for (const association of row.associated_documents) {
    const source = sourceOf(company, association)
    const sourceType = source && typeOf(source.document_type_id)
    if (!source || !type || !sourceType || !usesUp(type, sourceType)) continue
    const direction = sourceType.money === 'credit' ? -sign : sign
    const moved = cents(source.reconciled_value) + direction * cents(association.value)
    source.reconciled_value = Math.min(source.net_value, Math.max(0, moved / 100))
  }
  row.conciliated = sign === 1
}

/** What the associations of a receipt come to, in cents: debts less credits, or the credits that are paid out. */
export function settledCents(company: CompanyState, row: DocumentRow, type: DocumentType): number {
  const total = row.associated_documents.reduce((sum, association) => {
    const source = sourceOf(company, association)
    const credit = source && typeOf(source.document_type_id)?.money === 'credit'
    return sum + (credit ? -1 : 1) * cents(association.value)
  }, 0)
  return type.receipt === 'refund' ? -total : total
}
