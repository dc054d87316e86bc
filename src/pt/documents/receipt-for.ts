import { UsageError } from '../../errors/index.ts'
import { decimal, sum, toCents } from '../../internal/money.ts'
import type { CallOptions } from '../caller.ts'
import type { Payment } from '../families/document-fields.ts'
import type { DocumentDetails } from '../families/document-rows.ts'
import type { InCompany } from '../families/settings.ts'
import type { PtGroups } from '../groups/index.ts'

/** What is paid. */
export interface ReceiptRequest extends InCompany {
  /**
   * The closed documents, all of one customer: invoices, and credit notes that are set against them. A number is all
   * that is open of one; `value` is a part of it, in euros.
   */
  documents: readonly (number | { document_id: number; value: number })[]
  /** Day of the receipt, `YYYY-MM-DD`. */
  date: string
  /** Series of the receipt. Default that of the first document. */
  document_set_id?: number | undefined
  /** How it was paid; must add up. Without it Moloni adds one payment by the default method. */
  payments?: Payment[] | undefined
  notes?: string | undefined
  /** 0 (default) for a draft, 1 for a closed receipt. */
  status?: 0 | 1 | undefined
}

interface Settled {
  readonly document: DocumentDetails
  readonly cents: number
  readonly credit: boolean
}

const CREDIT_NOTE = 3

/**
 * Makes a receipt for documents: their open amounts, less the credit notes among them. Answers the receipt.
 *
 * Errors: those of `documents.getOne` and `receipts.insert`; before anything is sent `UsageError` `document_not_closed`,
 * `several_customers`, `nothing_open` and `amount_differs` (the payments do not add up).
 */
export async function receiptFor(
  pt: Pick<PtGroups, 'documents' | 'receipts'>,
  request: ReceiptRequest,
  options: CallOptions = {},
): Promise<DocumentDetails> {
  const { documents, company_id, date, payments, notes, status = 0 } = request
  const settled = await Promise.all(
    documents.map(async (wanted): Promise<Settled> => {
      const { document_id, value } = typeof wanted === 'number' ? { document_id: wanted } : { ...wanted }
      return settle(await pt.documents.getOne({ document_id, company_id }, options), value)
    }),
  )
  const first = oneCustomer(settled)
  const cents = settled.reduce((total, one) => total + (one.credit ? -one.cents : one.cents), 0)
  if (cents <= 0) throw wrong('nothing_open', 'Nothing is open of these documents.')
  if (payments && toCents(sum(payments.map(({ value }) => value))) !== cents) {
    throw wrong('amount_differs', `The payments do not add up to ${euros(cents)}.`)
  }
  const { document_id } = await pt.receipts.insert(
    {
      company_id,
      date,
      // Undocumented, and missed by one company that is live.
      expiration_date: date,
      document_set_id: request.document_set_id ?? first.document_set_id ?? 0,
      customer_id: first.customer_id ?? 0,
      net_value: euros(cents),
      associated_documents: settled.map((one) => ({
        associated_id: one.document.document_id,
        value: euros(one.cents),
      })),
      status,
      ...(payments ? { payments } : {}),
      ...(notes === undefined ? {} : { notes }),
    },
    options,
  )
  return pt.receipts.getOne({ document_id, company_id }, options)
}

function settle(document: DocumentDetails, value: number | undefined): Settled {
  const { document_id, status, document_type_id, net_value, reconciled_value = 0 } = document
  if (status !== 1) throw wrong('document_not_closed', `Document ${document_id} is not closed.`)
  const credit = document_type_id === CREDIT_NOTE
  // A credit note shows what is left of it, others what is paid of them.
  const open = credit ? decimal(reconciled_value) : decimal(net_value).minus(reconciled_value)
  const cents = toCents(value ?? open)
  if (cents <= 0) throw wrong('nothing_open', `Nothing is open of document ${document_id}.`)
  return { document, cents, credit }
}

function oneCustomer(settled: readonly Settled[]): DocumentDetails {
  const [first, ...others] = settled.map(({ document }) => document)
  if (!first) throw wrong('invalid_params', 'A receipt needs documents.')
  if (others.every(({ customer_id }) => customer_id === first.customer_id)) return first
  throw wrong('several_customers', 'The documents belong to several customers.')
}

function euros(cents: number): number {
  return decimal(cents).div(100).toNumber()
}

function wrong(code: string, message: string): UsageError {
  return new UsageError(message, { code, hint: 'No receipt was made.' })
}
