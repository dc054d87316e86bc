import type { Json, JsonObject } from '../../http/json.ts'
import { timeOf, timeText } from '../dates.ts'
import { notHere } from '../entities/references.ts'
import { page } from '../lists/page.ts'
import {
  answer,
  type CompanyCall,
  num,
  type Operations,
  object,
  ofCompany,
  type Problem,
  problem,
  Refusal,
  text,
} from '../operation.ts'
import { findRow, type Row } from '../state.ts'
import { moveStock, stockOf, undoMovement } from './stock.ts'

export const stockOperations: Operations = {
  stockMovementManualEntryCreate: ofCompany((call) => manual(call, 1)),
  stockMovementManualExitCreate: ofCompany((call) => manual(call, -1)),
  stockMovementManualDelete: ofCompany((call) => remove(call, [1])),
  stockMovementWarehouseTransferCreate: ofCompany(transfer),
  stockMovementWarehouseTransferDelete: ofCompany((call) => remove(call, [3])),
  stockMovements: ofCompany((call) => {
    const { productId } = call.args
    stocked(call, productId)
    const rows = call.company.stockMovements.filter((row) => row.productId === productId)
    return page(call, rows, 'StockMovementRead')
  }),
  stockProducts: ofCompany((call) =>
    page(
      call,
      call.company.products.filter(({ hasStock }) => hasStock === true),
      'StockProductsRead',
    ),
  ),
  warehouseMoveStock: ofCompany(moveAll),
}

function manual(call: CompanyCall, sign: 1 | -1): JsonObject {
  const data = object(call.args, 'data')
  const product = findRow(call.company, 'products', data.productId)
  const qty = num(data, 'qty')
  const problems = [
    ...productProblems(product),
    ...(qty > 0 ? [] : [problem('qty', 'Quantity must be greater than zero')]),
    ...warehouseProblems(call, 'warehouseId', data.warehouseId),
  ]
  if (!product || problems.length > 0) throw new Refusal(...problems)
  const movement = moveStock(call, {
    product,
    qty: sign * qty,
    type: 1,
    warehouseId: num(data, 'warehouseId') || undefined,
    notes: text(data, 'notes'),
    date: text(data, 'date') || undefined,
    unitPrice: typeof data.unitPrice === 'number' ? data.unitPrice : undefined,
  })
  return answer(movement)
}

/** A product that holds stock, or a refusal. */
function stocked({ company }: CompanyCall, id: Json | undefined): Row {
  const product = findRow(company, 'products', id)
  const problems = product ? [] : productProblems(product)
  if (!product) throw new Refusal(...problems)
  return product
}

function productProblems(product: Row | undefined): Problem[] {
  if (!product) return [problem('productId', notHere('product'))]
  return product.hasStock === true ? [] : [problem('productId', 'The product provided does not have stock')]
}

function warehouseProblems({ company }: CompanyCall, field: string, id: Json | undefined): Problem[] {
  if (id === undefined || id === null || id === 0) return []
  return findRow(company, 'warehouses', id) ? [] : [problem(field, notHere('warehouse'))]
}

function transfer(call: CompanyCall): JsonObject {
  const data = object(call.args, 'data')
  const product = findRow(call.company, 'products', data.productId)
  const qty = num(data, 'qty')
  const problems = [
    ...productProblems(product),
    ...(qty > 0 ? [] : [problem('qty', 'Quantity must be greater than zero')]),
    ...warehouseProblems(call, 'fromWarehouseId', data.fromWarehouseId),
    ...warehouseProblems(call, 'toWarehouseId', data.toWarehouseId),
  ]
  if (!product || problems.length > 0) throw new Refusal(...problems)
  return answer(between(call, product, qty, data))
}

/** Out of one warehouse, into another; the second movement names the first. */
function between(call: CompanyCall, product: Row, qty: number, data: JsonObject): Row {
  const time = timeOf(text(data, 'date'))
  const shared = {
    product,
    type: 3 as const,
    notes: text(data, 'notes'),
    date: time === undefined ? undefined : timeText(time),
  }
  const out = moveStock(call, { ...shared, qty: -qty, warehouseId: num(data, 'fromWarehouseId') })
  const into = moveStock(call, { ...shared, qty, warehouseId: num(data, 'toWarehouseId') })
  into.parentId = out.stockMovementId ?? null
  return out
}

function moveAll(call: CompanyCall): JsonObject {
  const data = object(call.args, 'data')
  const [from, to] = [num(data, 'fromWarehouseId'), num(data, 'toWarehouseId')]
  const problems = [
    ...warehouseProblems(call, 'fromWarehouseId', from),
    ...warehouseProblems(call, 'toWarehouseId', to),
  ]
  if (problems.length > 0) throw new Refusal(...problems)
  let [productsMovedCnt, productsSetDefaultCnt] = [0, 0]
  for (const product of call.company.products) {
    const places = Array.isArray(product.warehouses) ? product.warehouses : []
    const place = places.map((one) => object({ one }, 'one')).find((one) => one.warehouseId === from)
    const stock = place ? num(place, 'stock') : 0
    if (stock > 0) {
      between(call, product, stock, data)
      productsMovedCnt += 1
    }
    if (data.setDefault === true && product.warehouseId === from) {
      product.warehouseId = to
      productsSetDefaultCnt += 1
    }
  }
  return answer({ fromWarehouseId: from, toWarehouseId: to, productsMovedCnt, productsSetDefaultCnt })
}

/** Takes back a movement of these types, and the other half of a transfer with it. */
function remove(call: CompanyCall, types: readonly number[]): JsonObject {
  const { company, args } = call
  const id = args.stockMovementId
  const own = company.stockMovements.filter(
    (row) => types.includes(num(row, 'type')) && (row.stockMovementId === id || row.parentId === id),
  )
  for (const row of own) undoMovement(call, row)
  return {
    status: own.length > 0,
    deletedCount: own.length > 0 ? 1 : 0,
    elementsCount: company.stockMovements.length,
    errors: [],
  }
}

/** Values of the stock of everything that is stocked. */
export function stockTotals(call: CompanyCall): JsonObject {
  const products = call.company.products.filter(({ hasStock }) => hasStock === true)
  const value = (field: string) =>
    products.reduce((sum, row) => sum + num(row, field) * stockOf(row, call), 0)
  return { totalCosts: value('costPrice'), totalSales: value('price'), usingLowestSupplierCost: false }
}
