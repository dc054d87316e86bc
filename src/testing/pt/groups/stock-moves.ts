import { type CompanyCall, num, rows } from '../method.ts'
import { type CompanyState, type Row, takeId } from '../state.ts'

/** A movement to be booked. */
export interface Movement {
  readonly product: Row
  /** 0 for the product's warehouse, or the default one. */
  readonly warehouse_id: number
  /** Signed. */
  readonly qty: number
  readonly movement_date: string
  readonly document_id?: number
  readonly unit_price?: number
  readonly notes?: string
}

/** Three decimals are enough for any unit, and keep sums free of binary dust. */
export const exact = (qty: number) => Math.round(qty * 1000) / 1000

/** Books a movement: the product's stock, in total and in the warehouse, follows. */
export function moveStock(call: CompanyCall, movement: Movement): Row {
  const { company, state, now } = call
  const { product, qty, document_id = 0, unit_price = 0, notes = '', movement_date } = movement
  const chosen = movement.warehouse_id || num(product, 'warehouse_id') || defaultWarehouse(company)
  const product_id = num(product, 'product_id')
  const product_stock_id = takeId(state)
  const place = { product_stock_id, product_id, warehouse_id: chosen }
  const row: Row = { ...place, movement_date, document_id, qty, notes, unit_price, lastmodified: now }
  company.productStocks.push(row)
  bookOn(product, chosen, qty)
  return row
}

/** Changes what a product holds, in total and in one warehouse. */
export function bookOn(product: Row, warehouse_id: number, qty: number): void {
  product.stock = exact(num(product, 'stock') + qty)
  const held = rows(product, 'warehouses')
  const place = held.find((one) => one.warehouse_id === warehouse_id)
  if (place) place.stock = exact(num(place, 'stock') + qty)
  else held.push({ warehouse_id, stock: exact(qty) })
  product.warehouses = held
}

function defaultWarehouse({ warehouses }: CompanyState): number {
  return num(warehouses.find((row) => row.is_default === 1) ?? {}, 'warehouse_id')
}

/** Forgets a warehouse: its movements, and what products held in it. */
export function forgetWarehouse(company: CompanyState, { warehouse_id }: Row): void {
  company.productStocks = company.productStocks.filter((row) => row.warehouse_id !== warehouse_id)
  for (const product of company.products) {
    const held = rows(product, 'warehouses')
    const gone = held.find((one) => one.warehouse_id === warehouse_id)
    if (!gone) continue
    product.stock = exact(num(product, 'stock') - num(gone, 'stock'))
    product.warehouses = held.filter((one) => one !== gone)
  }
}

/** The first warehouse is the default one and receives all stock that lies nowhere else. */
export function receiveAll(company: CompanyState, warehouse: Row): void {
  warehouse.is_default = 1
  const warehouse_id = num(warehouse, 'warehouse_id')
  for (const product of company.products) {
    if (product.has_stock === 1) product.warehouses = [{ warehouse_id, stock: num(product, 'stock') }]
  }
}
