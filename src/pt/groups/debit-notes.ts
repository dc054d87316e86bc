import { associations, currency, dated, general, selling } from '../families/document-fields.ts'
import { documentFilters } from '../families/document-filters.ts'
import { creditLines } from '../families/document-lines.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { array, date, either, input, int, lazy, num, type Out, text } from '../schema.ts'

const rappel = lazy(() => input({}, { date_start: date, date_end: date, notes: text }))

const required = { ...dated, customer_id: int, associated_documents: associations, products: creditLines }
const sometimes = {
  ...general,
  ...currency,
  ...selling,
  alternate_address_id: int,
  our_reference: text,
  your_reference: text,
  financial_discount: num,
  related_documents_notes: text,
  rappel: either(rappel, array(rappel)),
  expiration_date: date,
}

/** The fields of a debit note. Each line names the line that it corrects (`related_id`). */
export interface DebitNoteFields extends Out<typeof required, typeof sometimes> {}

export const debitNotesEndpoints = {
  ...documentReads(documentFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Debit notes.
 * Pages: https://www.moloni.pt/dev/documents/debit-notes/
 */
export interface DebitNotesApi extends DocumentsOfKind<DebitNoteFields> {}
