import type { DocumentPlan, ExportSettings, PlannedLine } from '../../domain/index.ts'
import { present } from '../present.ts'

/** A line in the parameters of `invoices/insert`. */
export interface InvoiceProductParams {
  product_id: number
  name: string
  summary?: string
  qty: number
  price: number
  discount: number
  order: number
  exemption_reason?: string
  warehouse_id?: number
  taxes: { tax_id: number; value: number; order: number; cumulative: 0 | 1 }[]
}

/** Parameters of `invoices/insert`, without `company_id`, which the client adds. */
export interface InvoiceInsertParams {
  document_set_id: number
  customer_id: number
  date: string
  expiration_date: string
  /** 0 for none. */
  maturity_date_id: number
  our_reference: string
  your_reference: string
  notes: string
  /** 0, a draft: documents are never created closed. */
  status: 0
  products: InvoiceProductParams[]
}

/**
 * The parameters that create the planned document as a draft. Our key goes into the chosen reference field
 * and the work order's number into the other. Lines do not inherit the product's taxes, so every tax is sent
 * with its value; an exempt line carries its exemption code. What is not planned is sent as
 * empty: left out, an update would keep what the draft had.
 *
 * @see https://www.moloni.pt/dev/documents/invoices/insert/
 */
export function invoiceInsert(
  plan: DocumentPlan,
  { referenceField }: Pick<ExportSettings, 'referenceField'>,
): InvoiceInsertParams {
  const ours = referenceField === 'our_reference'
  return {
    document_set_id: plan.documentSetId,
    customer_id: plan.customerId,
    date: plan.date,
    expiration_date: plan.dueDate,
    maturity_date_id: plan.maturityDateId ?? 0,
    our_reference: ours ? plan.reference : plan.workOrderNumber,
    your_reference: ours ? plan.workOrderNumber : plan.reference,
    notes: plan.notes ?? '',
    status: 0,
    products: plan.lines.map(invoiceProduct),
  }
}

function invoiceProduct(line: PlannedLine, index: number): InvoiceProductParams {
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
    ...present({
      summary: line.summary,
      exemption_reason: line.exemption,
      warehouse_id: line.warehouseId,
    }),
  }
}
