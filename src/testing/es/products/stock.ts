import { dec, minus, plus, times, toNumber } from '../../http/decimal.ts'
import type { JsonObject } from '../../http/json.ts'
import { timeText } from '../dates.ts'
import { type Call, type CompanyCall, num, objects } from '../operation.ts'
import { newRow, touch } from '../rows.ts'
import { type CompanyState, findRow, type Row, takeId } from '../state.ts'

/** One movement of a product's stock. */
export interface Movement {
  product: Row
  /** In when positive, out when negative. */
  qty: number
  /** The product's own warehouse, or the company's default, unless given. */
  warehouseId?: number | undefined
  /** 1 by hand, 2 by a document, 3 between warehouses, 4 the stock a product began with. */
  type: 1 | 2 | 3 | 4
  documentId?: number | undefined
  notes?: string | undefined
  date?: string | undefined
  unitPrice?: number | undefined
}

/** Moves stock, whatever the quantity left, and reports it to the hooks. The product's stock is the sum of its warehouses. */
export function moveStock(call: CompanyCall, movement: Movement): Row {
  const { company, state } = call
  const { product, qty, type, notes = '', unitPrice = num(product, 'price') } = movement
  const warehouseId = movement.warehouseId ?? warehouseOf(company, product)
  const warehouses = objects(product, 'warehouses')
  const place = warehouses.find((one) => one.warehouseId === warehouseId) ?? { warehouseId, stock: 0 }
  place.stock = toNumber(plus(dec(num(place, 'stock')), dec(qty)))
  product.warehouses = warehouses.includes(place) ? warehouses : [...warehouses, place]
  touch(call, product)
  const size = Math.abs(qty)
  const row: Row = newRow(call, {
    stockMovementId: takeId(state),
    companyId: company.companyId,
    productId: product.productId,
    warehouseId,
    documentId: movement.documentId ?? null,
    type,
    direction: qty < 0 ? 2 : 1,
    date: movement.date ?? timeText(call.now),
    qty: size,
    acc: stockOf(product, call),
    unitPrice,
    totalValue: toNumber(times(dec(unitPrice), dec(size))),
    notes,
    visible: 1,
  })
  company.stockMovements.push(row)
  const { companyId } = company
  call.fire({ companyId, model: 'Product', operation: 'stockChanged', id: num(product, 'productId') })
  return row
}

/** Where a product's stock moves when nobody says where. */
export function warehouseOf(company: CompanyState, product: JsonObject): number {
  if (findRow(company, 'warehouses', product.warehouseId)) return num(product, 'warehouseId')
  const own = company.warehouses.find(({ isDefault }) => isDefault === true) ?? company.warehouses[0]
  return own ? num(own, 'warehouseId') : 0
}

/** What is there of a product: the sum of its warehouses, or of its variants. */
export function stockOf(row: JsonObject, call: Call): number {
  const products = call.state.companies[Number(row.companyId)]?.products ?? []
  const variants = products.filter(({ parentId }) => parentId !== null && parentId === row.productId)
  const parts = variants.length > 0 ? variants.flatMap(placesOf) : placesOf(row)
  return toNumber(parts.reduce((sum, place) => plus(sum, dec(num(place, 'stock'))), dec(0)))
}

const placesOf = (row: JsonObject) => objects(row, 'warehouses')

/** Takes a movement back. */
export function undoMovement(call: CompanyCall, movement: Row): void {
  const { company } = call
  const product = findRow(company, 'products', movement.productId)
  const place = product && placesOf(product).find((one) => one.warehouseId === movement.warehouseId)
  const qty = dec(num(movement, 'qty'))
  if (place && product) {
    const stock = dec(num(place, 'stock'))
    place.stock = toNumber(movement.direction === 1 ? minus(stock, qty) : plus(stock, qty))
    touch(call, product)
    call.fire({
      companyId: company.companyId,
      model: 'Product',
      operation: 'stockChanged',
      id: num(product, 'productId'),
    })
  }
  company.stockMovements = company.stockMovements.filter((row) => row !== movement)
}
