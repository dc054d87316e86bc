import type { CallOptions } from '../caller.ts'
import { company, type Saved, saved, write } from '../endpoint.ts'
import type { InCompany } from '../families/settings.ts'
import { date, int, num, type Out, text } from '../schema.ts'

const required = { product_id: int, movement_date: date, qty: num }
const sometimes = { unit_price: num, warehouse_id: int, notes: text }

/** The fields of a movement with its price; `qty` has its sign, `movement_date` is `YYYY-MM-DD HH:MM:SS`. */
export interface PricedMovementFields extends Out<typeof required, typeof sometimes> {}

export const stockMovementsEndpoints = {
  insert: write('create', saved('product_stock_id'), required, { ...company, ...sometimes }),
}

/** Movements of stock with a price, which have no page. */
export interface StockMovementsApi {
  /**
   * Adds a movement. `ValidationError` names the refused fields.
   *
   * @experimental Undocumented; Moloni's own plug-in uses it on the v2 host.
   */
  insert(params: PricedMovementFields & InCompany, options?: CallOptions): Promise<Saved<'product_stock_id'>>
}
