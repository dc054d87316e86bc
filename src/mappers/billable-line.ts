import type { LineKind } from '../domain/index.ts'

/** Something that a work order bills, before it is known which Moloni product stands behind it. */
export interface BillableLine {
  /** Stable within the work order: `m0` (first material), `h:CODE` (hours of a type), `p0` (first period),
   * `min` (top-up to the minimum), `t` (travel). */
  readonly id: string
  readonly kind: LineKind
  /** Product reference. */
  readonly code: string
  /** Absent: the product's own name is printed. */
  readonly name?: string
  /** Text under the name, visible to the customer. */
  readonly summary?: string
  /** Exact decimal text: pieces, hours or kilometres. */
  readonly quantity: string
  /** Net, in euro. Absent: the product's price is billed. */
  readonly unitPrice?: string
  /** Percent, 0–100. */
  readonly discountPercent: number
  /** The host's own VAT code. */
  readonly vatCode?: string
  readonly warehouseCode?: string
}
