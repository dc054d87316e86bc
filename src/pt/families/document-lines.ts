import { array, flag, input, int, lazy, num, type OutOf, scalar, text } from '../schema.ts'

const tax = lazy(() => input({ tax_id: int }, { value: num, order: int, cumulative: int }))
const property = lazy(() => input({}, { title: text, value: scalar }))

const required = { product_id: int, name: text, qty: num, price: num }

const ordered = {
  summary: text,
  discount: num,
  order: int,
  origin_id: int,
  exemption_reason: text,
  taxes: array(tax),
}
const moved = { ...ordered, warehouse_id: int }
const sold = { ...moved, deduction_id: int, has_stock: flag }

const movedChild = lazy(() => input(required, { ...moved, deduction_id: int, properties: array(property) }))
const soldChild = lazy(() => input(required, { ...sold, properties: array(property) }))

const anySaleLine = lazy(() =>
  input(required, { ...sold, related_id: int, child_products: array(soldChild) }),
)
const anyCreditLine = lazy(() =>
  input({ ...required, related_id: int }, { ...sold, child_products: array(soldChild) }),
)
const anyMovedLine = lazy(() => input(required, { ...moved, child_products: array(movedChild) }))
const anyOrderLine = lazy(() => input(required, { ...ordered, child_products: array(movedChild) }))

/**
 * A line of a document of sale or purchase. `price` is one unit without tax, `discount` in percent. It does not
 * inherit the taxes of its product: give each with its `value` (the rate), or none and an `exemption_reason`.
 */
export interface SaleLine extends OutOf<typeof anySaleLine> {}

/** A line that corrects the line `related_id` (its `document_product_id`) of another document. */
export interface CreditLine extends OutOf<typeof anyCreditLine> {}

/** A line of a transport document. As {@link SaleLine}, without withholding. */
export interface MovedLine extends OutOf<typeof anyMovedLine> {}

/** A line of a customer's order. As {@link MovedLine}, without a warehouse. */
export interface OrderLine extends OutOf<typeof anyOrderLine> {}

// Named types keep declarations short.
export const saleLines = array<SaleLine>(anySaleLine)
export const creditLines = array<CreditLine>(anyCreditLine)
export const movedLines = array<MovedLine>(anyMovedLine)
export const orderLines = array<OrderLine>(anyOrderLine)
