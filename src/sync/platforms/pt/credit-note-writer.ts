import type { DocumentPlan, Settings } from '../../../domain/index.ts'
import { UsageError } from '../../../errors/index.ts'
import { documentReferences } from '../../../mappers/index.ts'
import { closeDocument, creditNoteFor, type PtClient, settleCreditNote } from '../../../pt/index.ts'
import type { Writer } from './document-writers.ts'

/**
 * Credit notes for whole documents. What a note takes from the document is settled once more before closing: the call that
 * makes the draft may have ended in the middle.
 */
export function creditNoteWriter(
  pt: PtClient,
  settings: Pick<Settings['exports'], 'referenceField'>,
): Writer {
  const creditedBy = ({ credits }: DocumentPlan) => {
    if (credits) return credits.documentId
    throw new UsageError('A credit note needs the document that it takes back.', { code: 'invalid_argument' })
  }
  return {
    async create(plan, { signal }) {
      const { our, your } = documentReferences(plan, settings.referenceField)
      const request = {
        document_id: creditedBy(plan),
        date: plan.date,
        document_set_id: plan.documentSetId,
        our_reference: our,
        your_reference: your,
      }
      return (await creditNoteFor(pt, request, { signal })).document_id
    },
    async replace() {
      throw new UsageError('A credit note is not corrected: its document is credited as a whole.', {
        code: 'invalid_argument',
      })
    },
    async close(documentId, plan, { signal }) {
      await settleCreditNote(pt, { document_id: documentId, credited_id: creditedBy(plan) }, { signal })
      await closeDocument(pt, { group: 'creditNotes', document_id: documentId }, { signal })
    },
  }
}
