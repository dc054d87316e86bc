import type { Json, JsonObject } from '../../http/json.ts'
import { typeOf } from '../documents/types.ts'
import { page, paging } from '../lists.ts'
import { type CompanyCall, type Methods, num, pick, read, refused, text, write } from '../method.ts'
import { type CompanyState, findRow, type Row } from '../state.ts'
import type { Fields } from '../validation/rules.ts'
import { bookOn, exact, moveStock } from './stock-moves.ts'

/** Newest first, each with what its warehouse held of the product after it. */
function listed({ company, values }: CompanyCall): Json {
  const byTime = [...company.productStocks].sort((a, b) => {
    const [first, second] = [text(a, 'movement_date'), text(b, 'movement_date')]
    return first < second ? -1 : Number(first > second)
  })
  const sums = new Map<string, number>()
  const found: { row: Row; accumulated: number }[] = []
  for (const row of byTime) {
    const key = `${row.product_id}/${row.warehouse_id}`
    const accumulated = exact((sums.get(key) ?? 0) + num(row, 'qty'))
    sums.set(key, accumulated)
    if (matches(row, values)) found.push({ row, accumulated })
  }
  return page(found.reverse(), values).map(({ row, accumulated }) => present(row, accumulated, company))
}

function matches(row: Row, values: JsonObject): boolean {
  const day = text(values, 'movement_date').slice(0, 10)
  return (
    ['product_id', 'warehouse_id'].every((field) => !values[field] || values[field] === row[field]) &&
    (day === '' || text(row, 'movement_date').startsWith(day))
  )
}

function present(row: Row, accumulated: number, company: CompanyState): JsonObject {
  const product = findRow(company.products, 'product_id', row.product_id) ?? {}
  const document = findRow(company.documents, 'document_id', row.document_id)
  return {
    ...pick(row, ['product_stock_id', 'product_id', 'warehouse_id', 'document_id', 'qty', 'notes']),
    movement_date: text(row, 'movement_date').slice(0, 10),
    accumulated,
    product: pick(product, ['product_id', 'name', 'reference']),
    document: document ? [presentSource(document)] : [],
  }
}

function presentSource(document: Row): JsonObject {
  const document_type_id = num(document, 'document_type_id')
  return {
    ...pick(document, ['document_id', 'document_set_id', 'document_set_name', 'number', 'date']),
    document_type_id,
    document_type: { document_type_id, saft_code: typeOf(document_type_id)?.code ?? '' },
  }
}

const fields: Fields = {
  product_id: 'id! ref=products',
  movement_date: 'time!',
  qty: 'num!',
  warehouse_id: 'int ref=warehouses',
  notes: 'text',
}

function productOf({ company, values }: CompanyCall): Row | undefined {
  return findRow(company.products, 'product_id', values.product_id)
}

function insert(call: CompanyCall): Json {
  const { values } = call
  const product = productOf(call)
  if (!product) return refused
  const row = moveStock(call, {
    product,
    warehouse_id: num(values, 'warehouse_id'),
    qty: num(values, 'qty'),
    movement_date: text(values, 'movement_date'),
    unit_price: num(values, 'unit_price'),
    notes: text(values, 'notes'),
  })
  return { valid: 1, product_stock_id: num(row, 'product_stock_id') }
}

/** A movement that no document made, with its product. */
function freeMovement({ company, values }: CompanyCall): { row: Row; product: Row } | undefined {
  const row = findRow(company.productStocks, 'product_stock_id', values.product_stock_id)
  const product = row && findRow(company.products, 'product_id', row.product_id)
  return row && product && row.document_id === 0 ? { row, product } : undefined
}

function update(call: CompanyCall): Json {
  const found = freeMovement(call)
  if (!found) return refused
  const { row, product } = found
  bookOn(product, num(row, 'warehouse_id'), -num(row, 'qty'))
  const sent = Object.entries(call.values).filter(([, value]) => value !== 0 && value !== '')
  Object.assign(row, Object.fromEntries(sent), { lastmodified: call.now })
  const moved = findRow(call.company.products, 'product_id', row.product_id) ?? product
  bookOn(moved, num(row, 'warehouse_id'), num(row, 'qty'))
  return { valid: 1, product_stock_id: num(row, 'product_stock_id') }
}

function remove(call: CompanyCall): Json {
  const found = freeMovement(call)
  if (!found) return refused
  const { row, product } = found
  const { productStocks } = call.company
  productStocks.splice(productStocks.indexOf(row), 1)
  bookOn(product, num(row, 'warehouse_id'), -num(row, 'qty'))
  return { valid: 1 }
}

function moveToWarehouse(call: CompanyCall): Json {
  const { values } = call
  const product = productOf(call)
  const [from, to] = [num(values, 'from_warehouse_id'), num(values, 'to_warehouse_id')]
  if (!product || from === to) return refused
  const shared = { product, movement_date: text(values, 'movement_date'), notes: text(values, 'notes') }
  moveStock(call, { ...shared, warehouse_id: from, qty: -num(values, 'qty') })
  moveStock(call, { ...shared, warehouse_id: to, qty: num(values, 'qty') })
  return { valid: 1 }
}

export const productStockMethods: Methods = {
  'productStocks/getAll': read(
    { product_id: 'int', movement_date: 'date', warehouse_id: 'int', ...paging },
    listed,
  ),
  'productStocks/insert': write(fields, insert),
  'productStocks/update': write(
    {
      product_stock_id: 'id!',
      product_id: 'int ref=products',
      movement_date: 'time',
      qty: 'num',
      warehouse_id: 'int ref=warehouses',
      notes: 'text',
    },
    update,
  ),
  'productStocks/delete': write({ product_stock_id: 'id!' }, remove),
  'productStocks/moveToWarehouse': write(
    {
      product_id: 'id! ref=products',
      movement_date: 'time!',
      qty: 'num! >0',
      from_warehouse_id: 'id! ref=warehouses',
      to_warehouse_id: 'id! ref=warehouses',
      notes: 'text',
    },
    moveToWarehouse,
  ),
  'stockMovements/insert': write({ ...fields, unit_price: 'num' }, insert),
}
