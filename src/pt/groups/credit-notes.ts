import { associations, currency, dated, general, selling } from '../families/document-fields.ts'
import { documentFilters } from '../families/document-filters.ts'
import { creditLines } from '../families/document-lines.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { date, input, int, lazy, num, type Out, text } from '../schema.ts'

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
  rappel,
  deduction_id: int,
}

/**
 * The fields of a credit note. Each line names the line that it credits (`related_id`); an associated `value` is
 * the amount, or 0 when that document paid itself. `rappel` is the period of a volume discount.
 */
export interface CreditNoteFields extends Out<typeof required, typeof sometimes> {}

export const creditNotesEndpoints = {
  ...documentReads(documentFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Credit notes (NC, document type 3).
 * Pages: https://www.moloni.pt/dev/documents/credit-notes/
 */
export interface CreditNotesApi extends DocumentsOfKind<CreditNoteFields> {}
