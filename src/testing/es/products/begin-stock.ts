import type { JsonObject } from '../../http/json.ts'
import { type CompanyCall, objects } from '../operation.ts'
import type { Row } from '../state.ts'
import { moveStock, warehouseOf } from './stock.ts'

/** The stock that is sent for a place which the product did not have. */
export function beginStock(
  call: CompanyCall,
  row: Row,
  sent: JsonObject,
  before: JsonObject | undefined,
): void {
  if (row.hasStock !== true) return
  const had = new Set(before ? objects(before, 'warehouses').map(({ warehouseId }) => warehouseId) : [])
  for (const { warehouseId, stock } of objects(sent, 'warehouses')) {
    if (typeof stock !== 'number' || stock === 0 || had.has(warehouseId)) continue
    moveStock(call, { product: row, qty: stock, warehouseId: Number(warehouseId), type: 4 })
  }
  if (objects(row, 'warehouses').length === 0) {
    row.warehouses = [{ warehouseId: warehouseOf(call.company, row), stock: 0, minStock: 0 }]
  }
}
