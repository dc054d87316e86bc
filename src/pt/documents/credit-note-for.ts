import { UsageError } from '../../errors/index.ts'
import { decimal, toCents } from '../../internal/money.ts'
import type { CallOptions } from '../caller.ts'
import type { CreditLine } from '../families/document-lines.ts'
import type { DocumentDetails, DocumentLine } from '../families/document-rows.ts'
import type { InCompany } from '../families/settings.ts'
import type { CreditNoteFields } from '../groups/credit-notes.ts'
import type { PtGroups } from '../groups/index.ts'

/** What is credited. */
export interface CreditRequest
  extends InCompany,
    Pick<CreditNoteFields, 'notes' | 'our_reference' | 'your_reference' | 'related_documents_notes'> {
  /** The closed document that is credited. */
  document_id: number
  /** Day of the credit note, `YYYY-MM-DD`. */
  date: string
  /** Series of the credit note. Default that of the document. */
  document_set_id?: number | undefined
  /** Lines and how much of each. Default all of it. */
  lines?: readonly { document_product_id: number; qty: number }[] | undefined
}

/** Kinds that pay themselves: nothing of them is open (invoice-receipts, simplified invoices). */
const SELF_PAID: readonly (number | undefined)[] = [27, 20]

/**
 * Drafts a credit note for a closed document: its lines with their prices, discounts and taxes, each naming the line
 * that it credits. The note takes from the document what it comes to, but no more than is open of it, and nothing of
 * one that paid itself. Moloni does the sums: the draft is made first, then told its amount. Answers the draft.
 *
 * Errors: those of `documents.getOne`, `creditNotes.insert` and `update` (`ValidationError` rule 10 when more is
 * credited than is left); `UsageError` `document_not_closed`, `unknown_line`.
 */
export async function creditNoteFor(
  pt: Pick<PtGroups, 'documents' | 'creditNotes'>,
  request: CreditRequest,
  options: CallOptions = {},
): Promise<DocumentDetails> {
  const { document_id, company_id, date, document_set_id, lines, ...texts } = request
  const source = await pt.documents.getOne({ document_id, company_id }, options)
  if (source.status !== 1) {
    throw new UsageError(`Document ${document_id} is not closed.`, {
      code: 'document_not_closed',
      hint: 'Only a closed document can be credited.',
    })
  }
  const fields = {
    ...texts,
    company_id,
    date,
    document_set_id: document_set_id ?? source.document_set_id ?? 0,
    customer_id: source.customer_id ?? 0,
    products: creditedLines(source, lines),
    ...present('financial_discount', source.financial_discount),
    ...present('alternate_address_id', source.alternate_address_id),
    ...currencyOf(source),
  }
  const associated_documents = [{ associated_id: document_id, value: 0 }]
  const saved = await pt.creditNotes.insert({ ...fields, associated_documents }, options)
  return settleCreditNote(
    pt,
    { document_id: saved.document_id, credited_id: document_id, company_id },
    options,
  )
}

/** A draft credit note and the document that it credits. */
export interface CreditSettlement extends InCompany {
  document_id: number
  credited_id: number
}

/**
 * Tells a draft credit note what it takes from the document: what it comes to, but no more than is open of it, and nothing of
 * one that paid itself. Again changes nothing. Answers the draft.
 *
 * Errors: those of `documents.getOne`, `creditNotes.getOne` and `update`.
 */
export async function settleCreditNote(
  pt: Pick<PtGroups, 'documents' | 'creditNotes'>,
  { document_id, credited_id, company_id }: CreditSettlement,
  options: CallOptions = {},
): Promise<DocumentDetails> {
  const key = { document_id, company_id }
  const draft = await pt.creditNotes.getOne(key, options)
  const source = await pt.documents.getOne({ document_id: credited_id, company_id }, options)
  const cents = Math.min(toCents(draft.net_value), openCents(source))
  const settled = draft.associated_documents?.some(
    ({ associated_id, value }) => associated_id === credited_id && toCents(value ?? 0) === cents,
  )
  if (draft.status !== 0 || settled || cents <= 0) return draft
  const value = decimal(cents).div(100).toNumber()
  await pt.creditNotes.update(
    { ...key, associated_documents: [{ associated_id: credited_id, value }] },
    options,
  )
  return pt.creditNotes.getOne(key, options)
}

function openCents({ document_type_id, net_value, reconciled_value = 0 }: DocumentDetails): number {
  return SELF_PAID.includes(document_type_id) ? 0 : toCents(decimal(net_value).minus(reconciled_value))
}

function creditedLines(source: DocumentDetails, wanted: CreditRequest['lines']): CreditLine[] {
  const { products = [], document_id } = source
  if (!wanted) return products.map((line) => creditedLine(line, document_id, line.qty ?? 0))
  return wanted.map(({ document_product_id, qty }) => {
    const line = products.find((one) => one.document_product_id === document_product_id)
    if (line) return creditedLine(line, document_id, qty)
    throw new UsageError(`Document ${document_id} has no line ${document_product_id}.`, {
      code: 'unknown_line',
      hint: 'Lines are named by their document_product_id.',
    })
  })
}

function creditedLine(line: DocumentLine, origin_id: number, qty: number): CreditLine {
  const { product_id, document_product_id = 0, name = '', price = 0, summary, discount, order } = line
  return {
    product_id,
    related_id: document_product_id,
    origin_id,
    name,
    qty,
    price,
    summary,
    discount,
    order,
    ...present('exemption_reason', line.exemption_reason),
    ...present('deduction_id', line.deduction_id),
    taxes: (line.taxes ?? []).map((tax) => ({
      tax_id: tax.tax_id,
      value: tax.value,
      order: tax.order,
      cumulative: tax.cumulative,
    })),
  }
}

function currencyOf({ exchange_currency_id, exchange_rate }: DocumentDetails) {
  return exchange_currency_id ? { exchange_currency_id, exchange_rate } : {}
}

/** A field that is left out when it is 0, empty or missing. */
function present<K extends string, V>(name: K, value: V): { [N in K]?: V } {
  // A computed key loses its name in the type.
  return (value ? { [name]: value } : {}) as { [N in K]?: V }
}
