import type { Json, JsonObject } from '../../http/json.ts'
import { type CompanyCall, num, pick, rows, text } from '../method.ts'
import { type CompanyState, findDocument, findRow, type Row } from '../state.ts'

/** What a product cost when it last came in: from the stock entries, else from what its suppliers ask. */
export function lastCostPrice({ company, values }: CompanyCall): Json {
  const product = findRow(company.products, 'product_id', values.product_id)
  if (!product) return []
  const found =
    lastEntry(company, product, num(values, 'supplier_id')) ?? asked(product, num(values, 'supplier_id'))
  if (!found) return []
  const supplier = findRow(company.suppliers, 'supplier_id', found.supplier_id)
  return {
    cost_price: found.cost_price,
    product: [pick(product, ['name', 'reference', 'price'])],
    supplier: supplier ? [presentSupplier(supplier)] : [],
  }
}

interface Cost {
  readonly cost_price: number
  readonly supplier_id: number
}

function lastEntry(company: CompanyState, product: Row, supplierId: number): Cost | undefined {
  const entries = company.productStocks.flatMap((row) => {
    const entered = num(row, 'qty') > 0 && num(row, 'unit_price') > 0
    if (row.product_id !== product.product_id || !entered) return []
    const supplier_id = findDocument(company, row.document_id)?.supplier_id ?? 0
    return [{ cost_price: num(row, 'unit_price'), supplier_id }]
  })
  return entries.findLast(({ supplier_id }) => supplierId === 0 || supplier_id === supplierId)
}

function asked(product: Row, supplierId: number): Cost | undefined {
  const offers = rows(product, 'suppliers')
  const offer = offers.findLast((one) => supplierId === 0 || one.supplier_id === supplierId)
  return offer && { cost_price: num(offer, 'cost_price'), supplier_id: num(offer, 'supplier_id') }
}

/** The page has the tax number as a number. */
function presentSupplier(supplier: Row): JsonObject {
  const digits = text(supplier, 'vat').replace(/\D/g, '')
  return { ...pick(supplier, ['name', 'address', 'city', 'phone']), vat: Number(digits) }
}
