import type { CompanyCall } from '../operation.ts'
import { touch } from '../rows.ts'
import type { CompanyState } from '../state.ts'
import { derivedFrom, documentById } from './derived.ts'
import { kindOf } from './kinds/all.ts'
import type { DocumentKind } from './kinds/kind.ts'
import type { DocumentRow } from './row.ts'

export const cents = (value: number) => Math.round(value * 100)

/**
 * Whether a document uses up what it names. Debts and credits are only used up by what settles them: a guide for an
 * invoice leaves the invoice open.
 */
export function usesUp(kind: DocumentKind, source: DocumentKind): boolean {
  if (source.selfPaid) return false
  return source.money ? kind.settles === true : true
}

/** What is open of a document for another kind, in cents. A credit note may also take back what has been paid. */
export function openCents(company: CompanyState, kind: DocumentKind, source: DocumentRow): number {
  if (kind.money !== 'credit') return cents(source.totalValue) - cents(source.reconciledValue)
  const credits = derivedFrom(company, source).filter(
    ({ documentTypeId }) => kindOf(documentTypeId)?.money === 'credit',
  )
  const credited = credits
    .flatMap(({ relatedWith }) => relatedWith)
    .filter(({ relatedDocumentId }) => relatedDocumentId === source.documentId)
  return credited.reduce((left, { value }) => left - cents(value), cents(source.totalValue))
}

/** Uses up what a document names, when it is closed. */
export function reconcile(call: CompanyCall, kind: DocumentKind, row: DocumentRow): void {
  let applied = 0
  for (const relation of row.relatedWith) {
    const source = documentById(call.company, relation.relatedDocumentId)
    const sourceKind = kindOf(source?.documentTypeId)
    if (!source || !sourceKind || !usesUp(kind, sourceKind)) continue
    const open = cents(source.totalValue) - cents(source.reconciledValue)
    const moved = Math.max(0, Math.min(cents(relation.value), open))
    relation.applied = moved / 100
    applied += moved
    shift(call, source, moved)
  }
  row.reconciledValue =
    kind.told || kind.selfPaid ? row.totalValue : kind.money === 'credit' ? applied / 100 : 0
}

/** Gives it back. */
export function takeBack(call: CompanyCall, kind: DocumentKind, row: DocumentRow): void {
  for (const relation of row.relatedWith) {
    const source = documentById(call.company, relation.relatedDocumentId)
    if (source) shift(call, source, -cents(relation.applied))
    relation.applied = 0
  }
  if (kind.told || kind.selfPaid || kind.money === 'credit') row.reconciledValue = 0
}

function shift(call: CompanyCall, source: DocumentRow, moved: number): void {
  if (moved === 0) return
  source.reconciledValue = (cents(source.reconciledValue) + moved) / 100
  touch(call, source)
  const { companyId } = call.company
  call.fire({ companyId, model: 'Document', operation: 'update', id: source.documentId })
}
