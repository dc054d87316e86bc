import type { JsonObject } from '../../http/json.ts'
import { type CompanyCall, type Problem, problem } from '../operation.ts'
import type { CompanyState } from '../state.ts'
import { derivedFrom, documentById } from './derived.ts'
import { kindOf } from './kinds/all.ts'
import type { DocumentKind } from './kinds/kind.ts'
import type { DocumentRow } from './row.ts'

/** Lines may name the line of another document that they come from; a credit takes no more than is left of it. */
export function originProblems(
  { company }: CompanyCall,
  kind: DocumentKind,
  lines: readonly JsonObject[],
): Problem[] {
  const wanted = new Map<number, number>()
  return lines.flatMap((line) => {
    if (!line.relatedDocumentProductId && !line.relatedDocumentId) return []
    const source = documentById(company, line.relatedDocumentId)
    const lost = [problem('relatedDocumentProductId', 'The related line provided does not exist')]
    if (!source) return lost
    if (!line.relatedDocumentProductId) return []
    const origin = source.products.find(
      ({ documentProductId }) => documentProductId === line.relatedDocumentProductId,
    )
    if (origin?.productId !== line.productId) return lost
    if (!origin || kind.money !== 'credit') return []
    const taken = (wanted.get(origin.documentProductId) ?? 0) + Number(line.qty)
    wanted.set(origin.documentProductId, taken)
    return taken <= leftOf(company, source, origin.documentProductId, origin.qty)
      ? []
      : [problem('qty', 'Quantity is greater than what is left of the related line')]
  })
}

/** How much of a line no credit has taken back. */
function leftOf(company: CompanyState, source: DocumentRow, lineId: number, qty: number): number {
  return derivedFrom(company, source)
    .filter(({ documentTypeId }) => kindOf(documentTypeId)?.money === 'credit')
    .flatMap(({ products }) => products)
    .filter(({ relatedDocumentProductId }) => relatedDocumentProductId === lineId)
    .reduce((left, line) => left - line.qty, qty)
}
