import type { CallOptions } from '../caller.ts'
import type { DocumentDetails } from '../families/document-rows.ts'
import type { PtGroups } from '../groups/index.ts'
import type { DocumentRef } from './document-group.ts'

/** What a document comes from and what came from it. */
export interface RelatedDocuments {
  /** The documents that it is about, such as the invoice of a credit note. */
  readonly sources: readonly DocumentDetails[]
  /** The documents that are about it, such as the receipt of an invoice. */
  readonly derived: readonly DocumentDetails[]
}

/** The documents directly before and after one. Errors: those of `documents.getOne`. */
export async function relatedDocuments(
  pt: Pick<PtGroups, 'documents'>,
  { document_id, company_id }: DocumentRef,
  options: CallOptions = {},
): Promise<RelatedDocuments> {
  const read = (id: number) => pt.documents.getOne({ document_id: id, company_id }, options)
  const document = await read(document_id)
  const [sources, derived] = await Promise.all([
    Promise.all((document.associated_documents ?? []).map(({ associated_id }) => read(associated_id))),
    Promise.all((document.reverse_associated_documents ?? []).map((other) => read(other.document_id))),
  ])
  return { sources, derived }
}
