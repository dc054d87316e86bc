import type { CallOptions } from '../caller.ts'
import { company, type Done, done, paging, rows, type Saved, saved, write } from '../endpoint.ts'
import type { Paged } from '../families/people.ts'
import type { InCompany } from '../families/settings.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { array, date, datetime, int, lazy, num, type Out, type OutOf, row, text } from '../schema.ts'

const document = lazy(() =>
  row(
    {},
    {
      document_id: int,
      document_type_id: int,
      document_set_id: int,
      document_set_name: text,
      number: int,
      date: datetime,
      document_type: row({}, { document_type_id: int, saft_code: text }),
    },
  ),
)

const movement = lazy(() =>
  row(
    { product_stock_id: int, product_id: int, qty: num },
    {
      warehouse_id: int,
      movement_date: datetime,
      document_id: int,
      accumulated: num,
      notes: text,
      product: row({}, { product_id: int, name: text, reference: text }),
      document: array(document),
    },
  ),
)

/** A movement of stock. `qty` is negative when it leaves; `accumulated` is the stock after it. */
export interface StockMovement extends OutOf<typeof movement> {}

const required = { product_id: int, movement_date: date, qty: num }
const sometimes = { warehouse_id: int, notes: text }

/**
 * The fields of a movement: `movement_date` `YYYY-MM-DD HH:MM:SS`, `qty` with its sign, `warehouse_id` the default
 * warehouse when left out.
 */
export interface StockMovementFields extends Out<typeof required, typeof sometimes> {}

const filters = { product_id: int, movement_date: date, warehouse_id: int }

/** Which movements are listed; `movement_date` is a day. */
export interface StockMovementFilter extends Out<Record<never, never>, typeof filters>, InCompany {}

const move = {
  product_id: int,
  movement_date: date,
  qty: num,
  from_warehouse_id: int,
  to_warehouse_id: int,
}
const moveSometimes = { notes: text }

/** What moves from one warehouse to another. */
export interface WarehouseMove extends Out<typeof move, typeof moveSometimes> {}

const key = { product_stock_id: int }

export const productStocksEndpoints = {
  getAll: rows(movement, {}, { ...company, ...paging, ...filters }),
  insert: write('create', saved('product_stock_id'), required, { ...company, ...sometimes }),
  update: write('update', saved('product_stock_id'), key, { ...company, ...required, ...sometimes }),
  delete: write('delete', done, key, company),
  moveToWarehouse: write('act', done, move, { ...company, ...moveSometimes }),
}

/**
 * Movements of stock. Those of documents cannot be changed or deleted (`RefusedError`). Errors of all methods:
 * `AuthError`, `ValidationError`, transport errors and `ContractError`.
 * Pages: https://www.moloni.pt/dev/products/product-stocks/
 */
export interface ProductStocksApi {
  /** One page. Page: https://www.moloni.pt/dev/products/product-stocks/getall/ */
  getAll(params?: StockMovementFilter & Paged, options?: CallOptions): Promise<StockMovement[]>
  /** Adds a movement. Page: https://www.moloni.pt/dev/products/product-stocks/insert/ */
  insert(params: StockMovementFields & InCompany, options?: CallOptions): Promise<Saved<'product_stock_id'>>
  /** Changes a movement. Page: https://www.moloni.pt/dev/products/product-stocks/update/ */
  update(
    params: Partial<StockMovementFields> & InCompany & { product_stock_id: number },
    options?: CallOptions,
  ): Promise<Saved<'product_stock_id'>>
  /** Deletes a movement. Page: https://www.moloni.pt/dev/products/product-stocks/delete/ */
  delete(params: InCompany & { product_stock_id: number }, options?: CallOptions): Promise<Done>
  /** Moves stock to another warehouse, since 1.24. Page: https://www.moloni.pt/dev/products/product-stocks/movetowarehouse/ */
  moveToWarehouse(params: WarehouseMove & InCompany, options?: CallOptions): Promise<Done>
  /** All that fit over all pages. */
  list(filter?: StockMovementFilter, options?: ListOptions): RowList<StockMovement>
}
