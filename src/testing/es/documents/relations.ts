import { notHere } from '../entities/references.ts'
import { type CompanyCall, type Problem, problem } from '../operation.ts'
import { documentById, stands } from './derived.ts'
import { isSource, kindOf } from './kinds/all.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { partyField } from './party.ts'
import { cents, openCents, usesUp } from './reconciling.ts'
import type { Relation } from './row.ts'

/** Related documents are closed, of the same party and of a kind that fits, and have enough left. */
export function relationProblems(
  call: CompanyCall,
  kind: DocumentKind,
  relations: readonly Relation[],
  party: unknown,
): Problem[] {
  const { company } = call
  if (kind.settles && relations.length === 0)
    return [problem('relatedWith', 'A related document is required')]
  const used = new Map<number, number>()
  return relations.flatMap(({ relatedDocumentId, value }) => {
    const refuse = (msg: string) => [problem('relatedWith', msg)]
    const source = documentById(company, relatedDocumentId)
    const sourceKind = kindOf(source?.documentTypeId)
    if (!source || !sourceKind) return refuse(notHere('relatedDocument'))
    if (!stands(source)) return refuse('Related documents have to be closed')
    if (kind.settles && !isSource(kind, sourceKind)) {
      return refuse('Documents of this type cannot be related')
    }
    if (source[partyField(kind)] !== party) return refuse('The related document is of another entity')
    if (value < 0 || (kind.told && value === 0)) return refuse('The related value must be greater than zero')
    if (!usesUp(kind, sourceKind) && kind.money !== 'credit') return []
    const taken = (used.get(relatedDocumentId) ?? 0) + cents(value)
    used.set(relatedDocumentId, taken)
    return taken <= openCents(company, kind, source)
      ? []
      : refuse('The related value is greater than what is open of the document')
  })
}

/** The total of a receipt is what it settles. */
export function toldProblems(
  { company }: CompanyCall,
  kind: DocumentKind,
  relations: readonly Relation[],
  totalValue: number,
): Problem[] {
  if (!kind.told) return []
  if (totalValue <= 0) return [problem('totalValue', 'Total value must be greater than zero')]
  if (kind.told === 'anything') return []
  const settled = relations.reduce((sum, { relatedDocumentId, value }) => {
    const source = documentById(company, relatedDocumentId)
    const credit = kind.told === 'payment' && kindOf(source?.documentTypeId)?.money === 'credit'
    return sum + (credit ? -cents(value) : cents(value))
  }, 0)
  return settled === cents(totalValue)
    ? []
    : [problem('totalValue', 'Total value must be the sum of the related values')]
}
