import type { JsonObject } from '../../http/json.ts'
import type { Row } from '../state.ts'

/** A tax of a line, as the document keeps it. */
export interface LineTax extends JsonObject {
  taxId: number
  name: string
  /** 1 percentage, 2 constant, 3 by product. */
  type: number
  /** What is charged: percent, or money. */
  value: number
  ordering: number
  cumulative: boolean
}

export interface LineRow extends JsonObject {
  documentProductId: number
  productId: number
  name: string
  qty: number
  /** Net, of one. */
  price: number
  /** Percent. */
  discount: number
  ordering: number
  exemptionReason: string
  warehouseId: number | null
  /** Percent that the customer keeps back. */
  retention: number
  taxes: LineTax[]
  relatedDocumentId: number | null
  relatedDocumentProductId: number | null
}

/** A document that this one names, and for how much. */
export interface Relation extends JsonObject {
  relatedDocumentId: number
  value: number
  /** What of it was taken off the other when this one was closed. */
  applied: number
}

export interface PaymentRow extends JsonObject {
  paymentMethodId: number | null
  paymentMethodName: string
  date: string
  value: number
  notes: string
}

/** The amounts of a document, in the currency of the company. */
export interface Totals extends JsonObject {
  grossValue: number
  /** Discounts of the lines. */
  commercialDiscountValue: number
  /** Discounts of the whole document. */
  globalDiscountValue: number
  totalDiscountValue: number
  taxesValue: number
  retentionsValue: number
  /** Before what is kept back. */
  documentTotal: number
  /** What is to be paid. */
  totalValue: number
}

/** A document of any type. */
export interface DocumentRow extends Row, Totals {
  documentId: number
  documentTypeId: number
  companyId: number
  documentSetId: number
  documentSetName: string
  /** Null while it is a draft. */
  number: number | null
  /** ISO text, UTC. */
  date: string
  year: number
  /** 0 draft, 1 closed. */
  status: number
  nullified: boolean
  /** 0 document, 1 line, 2 item. */
  documentCalculationsMode: number
  currencyExchangeTotalValue: number
  /** What was paid of it, or used of it. */
  reconciledValue: number
  products: LineRow[]
  relatedWith: Relation[]
  payments: PaymentRow[]
  /** What was sent for fields that are otherwise found out. */
  told: { countryId?: number; retentionsValue?: number }
  /** Where its PDF is, or will be from `pdfDue` on (milliseconds since 1970). */
  pdfPath: string | null
  pdfDue: number | null
}

/** A document that was sent by e-mail. */
export interface MailRow extends Row {
  documentMailId: string
  /** The same for all documents of one sending. */
  deliveryId: string
  documentId: number
  to: Recipient[]
  cc: Recipient[]
  bcc: Recipient[]
  /** Empty for the usual text. */
  message: string
  /** The PDF went with it. */
  attachment: boolean
}

export interface Recipient extends JsonObject {
  email: string
  name: string
}
