import type {
  DocumentKind,
  DocumentPlan,
  ExportSettings,
  MadeKind,
  PlannedLine,
  PlannedPayment,
} from '../../domain/index.ts'
import { documentReferences, type ReferenceField } from '../document-references.ts'
import { present } from '../present.ts'

/** A line in the parameters of `purchaseOrder/insert`. */
export interface OrderProductParams {
  product_id: number
  name: string
  summary?: string
  qty: number
  price: number
  discount: number
  order: number
  exemption_reason?: string
  taxes: { tax_id: number; value: number; order: number; cumulative: 0 | 1 }[]
}

/** A line in the parameters of `invoices/insert`. */
export interface InvoiceProductParams extends OrderProductParams {
  warehouse_id?: number
  /** Withholding. */
  deduction_id?: number
}

export interface PaymentParams {
  payment_method_id: number
  /** `YYYY-MM-DD HH:MM:SS`. */
  date: string
  value: number
}

interface DocumentParams {
  document_set_id: number
  customer_id: number
  date: string
  your_reference: string
  notes: string
  /** 0, a draft: documents are never created closed. */
  status: 0
}

/** Parameters of `purchaseOrder/insert`, without `company_id`, which the client adds. */
export interface PurchaseOrderInsertParams extends DocumentParams {
  products: OrderProductParams[]
}

/** Parameters of `internalDocuments/insert`, without `company_id`. */
export interface InternalDocumentInsertParams extends DocumentParams {
  expiration_date: string
  /** 0 for none. */
  maturity_date_id: number
  products: InvoiceProductParams[]
}

/** Parameters of `invoices/insert`, without `company_id`. */
export interface InvoiceInsertParams extends InternalDocumentInsertParams {
  our_reference: string
}

/** Parameters of `invoiceReceipts/insert`, without `company_id`. */
export interface InvoiceReceiptInsertParams extends InvoiceInsertParams {
  payments: PaymentParams[]
}

/** The parameters of each kind of document. */
export interface DocumentInsertParams {
  invoice: InvoiceInsertParams
  invoiceReceipt: InvoiceReceiptInsertParams
  purchaseOrder: PurchaseOrderInsertParams
  internalDocument: InternalDocumentInsertParams
  /** Inferred: as an internal document. */
  serviceSheet: InternalDocumentInsertParams
}

function internalDocument(plan: DocumentPlan): InternalDocumentInsertParams {
  return {
    ...general(plan),
    ...oneReference(plan),
    ...term(plan),
    products: plan.lines.map(invoiceProduct),
  }
}

type References = Pick<ExportSettings, 'referenceField'>

const ONE_REFERENCE: readonly MadeKind[] = ['purchaseOrder', 'internalDocument', 'serviceSheet']

/** Orders, internal documents and service sheets have one reference only. */
export const hasOurReference = (kind: MadeKind) => !ONE_REFERENCE.includes(kind)

/**
 * The field that carries our key on a kind of document. Orders, internal documents and service sheets have one reference
 * only: there it is that one, whatever the settings say.
 */
export function referenceFieldOf(kind: MadeKind, { referenceField }: References): ReferenceField {
  return hasOurReference(kind) ? referenceField : 'your_reference'
}

/**
 * By kind, the parameters that create the planned document as a draft. Our key goes into the chosen reference field
 * and the work order's number into the other; where there is one reference only, the number stands above the notes.
 * Lines do not inherit the product's taxes, so every tax is sent with its value; an exempt line carries its
 * exemption code. What is not planned is sent as empty: left out, an update would keep what the draft had.
 *
 * @example documentInsert.invoice(plan, settings.exports)
 * @see https://www.moloni.pt/dev/documents/invoices/insert/
 * @see https://www.moloni.pt/dev/documents/invoice-receipts/insert/
 * @see https://www.moloni.pt/dev/documents/purchase-order/insert/
 * @see https://www.moloni.pt/dev/documents/internal-documents/insert/
 */
export const documentInsert: {
  readonly [K in DocumentKind]: (plan: DocumentPlan, settings: References) => DocumentInsertParams[K]
} = {
  invoice: (plan, settings) => ({
    ...general(plan),
    ...bothReferences(plan, settings),
    ...term(plan),
    products: plan.lines.map(invoiceProduct),
  }),
  invoiceReceipt: (plan, settings) => ({
    ...general(plan),
    ...bothReferences(plan, settings),
    ...term(plan),
    products: plan.lines.map(invoiceProduct),
    payments: (plan.payments ?? []).map(payment),
  }),
  purchaseOrder: (plan) => ({
    ...general(plan),
    ...oneReference(plan),
    products: plan.lines.map(orderProduct),
  }),
  internalDocument,
  serviceSheet: internalDocument,
}

const general = (plan: DocumentPlan) => ({
  document_set_id: plan.documentSetId,
  customer_id: plan.customerId,
  date: plan.date,
  notes: plan.notes ?? '',
  status: 0 as const,
})

const term = (plan: DocumentPlan) => ({
  expiration_date: plan.dueDate,
  maturity_date_id: plan.maturityDateId ?? 0,
})

function bothReferences(plan: DocumentPlan, { referenceField }: References) {
  const { our, your } = documentReferences(plan, referenceField)
  return { our_reference: our, your_reference: your }
}

const oneReference = (plan: DocumentPlan) => ({
  your_reference: plan.reference,
  notes: [plan.workOrderNumber, plan.notes].filter(Boolean).join('\n'),
})

function orderProduct(line: PlannedLine, index: number): OrderProductParams {
  return {
    product_id: line.productId,
    name: line.name,
    qty: Number(line.quantity),
    price: Number(line.unitPrice),
    discount: line.discountPercent,
    order: index + 1,
    taxes: line.taxes.map(({ taxId, rate, order, cumulative }) => ({
      tax_id: taxId,
      value: rate,
      order,
      cumulative: cumulative ? 1 : 0,
    })),
    ...present({ summary: line.summary, exemption_reason: line.exemption }),
  }
}

function invoiceProduct(line: PlannedLine, index: number): InvoiceProductParams {
  return {
    ...orderProduct(line, index),
    ...present({ warehouse_id: line.warehouseId, deduction_id: line.withholding?.withholdingId }),
  }
}

function payment({ paymentMethodId, date, valueCents }: PlannedPayment): PaymentParams {
  return { payment_method_id: paymentMethodId, date: `${date} 00:00:00`, value: valueCents / 100 }
}
