import type {
  DocumentKind,
  DocumentPlan,
  ExportSettings,
  PlannedLine,
  PlannedPayment,
} from '../../domain/index.ts'
import { documentReferences } from '../document-references.ts'
import { present } from '../present.ts'
import { CALCULATION_MODES } from './account.ts'

/** The kinds of documents that Moloni ES and ON make for work orders. */
export type EsDocumentKind = Exclude<DocumentKind, 'internalDocument' | 'serviceSheet'>

/** A line of a new document. */
export interface EsDocumentProductParams {
  productId: number
  ordering: number
  name: string
  summary: string
  qty: number
  price: number
  discount: number
  /** Empty when VAT is charged. */
  exemptionReason: string
  warehouseId?: number
  taxes: { taxId: number; value: number; ordering: number; cumulative: boolean }[]
}

export interface EsPaymentParams {
  paymentMethodId: number
  paymentMethodName?: string
  date: string
  value: number
}

/** `data` of `invoiceCreate` and `purchaseOrderCreate`. */
export interface EsDocumentInsertParams {
  fiscalZone?: string
  /** 0 document, 1 line, 2 item. */
  documentCalculationsMode: number
  documentSetId: number
  customerId: number
  date: string
  expirationDate: string
  /** Null for none: left out, an update would keep what the draft had. */
  maturityDateId: number | null
  ourReference: string
  yourReference: string
  notes: string
  /** 0, a draft: documents are never created closed. */
  status: 0
  products: EsDocumentProductParams[]
}

/** `data` of `invoiceReceiptCreate`. */
export interface EsInvoiceReceiptInsertParams extends EsDocumentInsertParams {
  payments: EsPaymentParams[]
}

/** The `data` of each kind of document. */
export interface EsDocumentParams {
  invoice: EsDocumentInsertParams
  purchaseOrder: EsDocumentInsertParams
  invoiceReceipt: EsInvoiceReceiptInsertParams
}

type References = Pick<ExportSettings, 'referenceField'>

/**
 * By kind, the `data` that creates the planned document as a draft; with `documentId` beside it, it is the `data` of
 * the update that replaces a draft's content. Our key goes into the chosen reference field and the work order's
 * number into the other. Lines state everything: what they leave out, they would inherit from the product.
 *
 * @example esDocumentInsert.purchaseOrder(plan, settings.exports)
 * @see https://docs.molonion.pt/reference/inputs/invoice-insert
 */
export const esDocumentInsert: {
  readonly [K in EsDocumentKind]: (plan: DocumentPlan, settings: References) => EsDocumentParams[K]
} = {
  invoice: general,
  purchaseOrder: general,
  invoiceReceipt: (plan, settings) => ({
    ...general(plan, settings),
    payments: (plan.payments ?? []).map(payment),
  }),
}

function general(plan: DocumentPlan, { referenceField }: References): EsDocumentInsertParams {
  const { our, your } = documentReferences(plan, referenceField)
  return {
    ...present({ fiscalZone: plan.fiscalZone }),
    documentCalculationsMode: CALCULATION_MODES.indexOf(plan.rounding),
    documentSetId: plan.documentSetId,
    customerId: plan.customerId,
    date: plan.date,
    expirationDate: plan.dueDate,
    maturityDateId: plan.maturityDateId ?? null,
    ourReference: our,
    yourReference: your,
    notes: plan.notes ?? '',
    status: 0,
    products: plan.lines.map(product),
  }
}

function product(line: PlannedLine, index: number): EsDocumentProductParams {
  return {
    productId: line.productId,
    ordering: index + 1,
    name: line.name,
    summary: line.summary ?? '',
    qty: Number(line.quantity),
    price: Number(line.unitPrice),
    discount: line.discountPercent,
    exemptionReason: line.exemption ?? '',
    ...present({ warehouseId: line.warehouseId }),
    taxes: [...line.taxes]
      .sort((a, b) => a.order - b.order)
      .map(({ taxId, rate, cumulative }, position) => ({
        taxId,
        value: rate,
        ordering: position + 1,
        cumulative,
      })),
  }
}

function payment({ paymentMethodId, paymentMethodName, date, valueCents }: PlannedPayment): EsPaymentParams {
  return { paymentMethodId, ...present({ paymentMethodName }), date, value: valueCents / 100 }
}
