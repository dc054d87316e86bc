import type { CompanyCall } from '../operation.ts'
import { moveStock } from '../products/stock.ts'
import { findRow } from '../state.ts'
import type { DocumentKind } from './kinds/kind.ts'
import type { DocumentRow } from './row.ts'

/** Moves the stock of a document that is being closed (1), or takes it back (−1). */
export function moveLines(call: CompanyCall, { stock }: DocumentKind, row: DocumentRow, sign: 1 | -1): void {
  if (stock === undefined) return
  for (const line of row.products) {
    const product = findRow(call.company, 'products', line.productId)
    if (product?.hasStock !== true) continue
    moveStock(call, {
      product,
      qty: sign * stock * line.qty,
      warehouseId: line.warehouseId ?? undefined,
      type: 2,
      documentId: row.documentId,
      date: row.date,
      unitPrice: line.price,
    })
  }
}
