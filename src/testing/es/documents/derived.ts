import type { CompanyState } from '../state.ts'
import { kindOf } from './kinds/all.ts'
import type { DocumentRow } from './row.ts'

export function documentById(
  { documents }: Pick<CompanyState, 'documents'>,
  id: unknown,
): DocumentRow | undefined {
  return documents.find(({ documentId }) => documentId === id)
}

/** Whether it is closed and has not been nullified. */
export function stands({ status, nullified }: DocumentRow): boolean {
  return status === 1 && !nullified
}

/** Documents that name this one and stand. */
export function derivedFrom({ documents }: CompanyState, { documentId }: DocumentRow): DocumentRow[] {
  return documents.filter(
    (row) => stands(row) && row.relatedWith.some(({ relatedDocumentId }) => relatedDocumentId === documentId),
  )
}

/** Whether a payment or a credit stands that uses it: such a document cannot be taken back. */
export function isInUse(company: CompanyState, row: DocumentRow): boolean {
  return derivedFrom(company, row).some((one) => kindOf(one.documentTypeId)?.settles)
}
