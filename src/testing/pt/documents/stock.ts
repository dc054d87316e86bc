import { moveStock } from '../groups/stock-moves.ts'
import { type CompanyCall, num } from '../method.ts'
import { type CompanyState, type DocumentRow, findRow } from '../state.ts'
import { typeOf } from './types.ts'

/** Whether a document came from one that moved the goods in the same direction already. */
function movedBefore({ documents }: CompanyState, row: DocumentRow, sign: number): boolean {
  return row.associated_documents.some(({ associated_id }) => {
    const source = documents.find(({ document_id }) => document_id === associated_id)
    return source !== undefined && typeOf(source.document_type_id)?.stock === sign
  })
}

/** Moves the stock of a document that is being closed. Lines say `has_stock` 0 to leave the stock alone. */
export function moveLines(call: CompanyCall, row: DocumentRow): void {
  const { company } = call
  const type = typeOf(row.document_type_id)
  const sign = type?.stock
  if (sign === undefined || movedBefore(company, row, sign)) return
  for (const line of row.products) {
    const product = findRow(company.products, 'product_id', line.product_id)
    if (product?.has_stock !== 1 || line.has_stock === 0) continue
    moveStock(call, {
      product,
      warehouse_id: num(line, 'warehouse_id'),
      qty: sign * line.qty,
      document_id: row.document_id,
      movement_date: row.date,
      unit_price: type?.supplier ? line.price : 0,
    })
  }
}

/** Undoes what a document moved with movements the other way round. */
export function moveBack(call: CompanyCall, row: DocumentRow): void {
  const { company } = call
  const sums = new Map<string, { product_id: number; warehouse_id: number; qty: number }>()
  for (const movement of company.productStocks) {
    if (movement.document_id !== row.document_id) continue
    const [product_id, warehouse_id] = [num(movement, 'product_id'), num(movement, 'warehouse_id')]
    const key = `${product_id}/${warehouse_id}`
    const qty = (sums.get(key)?.qty ?? 0) + num(movement, 'qty')
    sums.set(key, { product_id, warehouse_id, qty })
  }
  for (const { product_id, warehouse_id, qty } of sums.values()) {
    const product = findRow(company.products, 'product_id', product_id)
    if (!product || qty === 0) continue
    const { document_id, date } = row
    moveStock(call, { product, warehouse_id, qty: -qty, document_id, movement_date: date, notes: 'Anulação' })
  }
}
