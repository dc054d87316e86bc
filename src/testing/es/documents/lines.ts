import type { JsonObject } from '../../http/json.ts'
import { type CompanyCall, num, objects, text } from '../operation.ts'
import { findRow, takeId } from '../state.ts'
import type { LineRow, LineTax } from './row.ts'

/** The sent lines as the document keeps them: what they leave out is the product's. */
export function buildLines(call: CompanyCall, sent: readonly JsonObject[]): LineRow[] {
  return sent.map((line) => buildLine(call, line))
}

function buildLine(call: CompanyCall, sent: JsonObject): LineRow {
  const { company, state } = call
  const product: JsonObject = findRow(company, 'products', sent.productId) ?? {}
  const retention = findRow(company, 'retentions', sent.retentionId)
  return {
    documentProductId: takeId(state),
    productId: num(sent, 'productId'),
    name: text(sent, 'name') || text(product, 'name'),
    summary: sent.summary ?? product.summary ?? '',
    qty: num(sent, 'qty'),
    price: typeof sent.price === 'number' ? sent.price : num(product, 'price'),
    discount: num(sent, 'discount'),
    ordering: num(sent, 'ordering'),
    exemptionReason: exemptionOf(call, sent),
    ticketBAIExemptionReasonCode: sent.ticketBAIExemptionReasonCode ?? null,
    warehouseId: num(sent, 'warehouseId') || num(product, 'warehouseId') || null,
    retentionId: num(sent, 'retentionId') || null,
    retention: retention ? num(retention, 'value') : 0,
    relatedDocumentId: num(sent, 'relatedDocumentId') || null,
    relatedDocumentProductId: num(sent, 'relatedDocumentProductId') || null,
    taxes: lineTaxes(call, sentTaxes(call, sent)),
  }
}

/** The reason of a line, or of its product. */
export function exemptionOf({ company }: CompanyCall, sent: JsonObject): string {
  if (typeof sent.exemptionReason === 'string') return sent.exemptionReason
  return text(findRow(company, 'products', sent.productId) ?? {}, 'exemptionReason')
}

/** The taxes of a line, or of its product where the account lets lines inherit them. */
export function sentTaxes({ company, behaviour }: CompanyCall, sent: JsonObject): JsonObject[] {
  const left = sent.taxes === undefined || sent.taxes === null
  const product = left && behaviour.inheritTaxes ? findRow(company, 'products', sent.productId) : undefined
  return objects(product ?? sent, 'taxes')
}

/** A percentage is charged as the account has it, whatever was sent; other taxes as they were sent (inferred). */
function lineTaxes({ company }: CompanyCall, sent: readonly JsonObject[]): LineTax[] {
  return sent.map((own, index) => {
    const tax: JsonObject = findRow(company, 'taxes', own.taxId) ?? {}
    const value = num(tax, 'type') !== 1 && typeof own.value === 'number' ? own.value : num(tax, 'value')
    return {
      taxId: num(own, 'taxId'),
      name: text(tax, 'name'),
      type: num(tax, 'type'),
      value,
      ordering: typeof own.ordering === 'number' ? own.ordering : index + 1,
      cumulative: own.cumulative === true,
    }
  })
}
