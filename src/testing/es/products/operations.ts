import { rowOf } from '../entities/table-operations.ts'
import { answer, type Operations, object, objects, ofCompany, Refusal } from '../operation.ts'
import { product } from './product.ts'
import { propertyOperations } from './property-groups.ts'
import { stockOperations, stockTotals } from './stock-operations.ts'
import { judgeVariants, writeVariant } from './variants.ts'

/** What products have beyond the usual operations. */
export const productExtras: Operations = {
  ...propertyOperations,
  ...stockOperations,
  listProductsStockTotals: ofCompany((call) => ({
    errors: [],
    data: [stockTotals(call)],
    options: { pagination: { page: 1, qty: 50, count: 1 } },
  })),
  productVariantCreate: ofCompany((call) => {
    const parent = rowOf(product, call, call.args.productId)
    const variant = object(call.args, 'data')
    const problems = judgeVariants({ ...call, args: { data: { variants: [variant] } } }, parent)
    if (problems.length > 0) throw new Refusal(...problems)
    const shared = { taxes: objects(parent, 'taxes') }
    return answer(writeVariant(call, parent, shared, variant))
  }),
  bulkProduct: ofCompany(({ args, company }) => {
    const ids = Array.isArray(args.productIds) ? args.productIds : []
    const found = company.products.filter(({ productId }) => ids.includes(productId ?? null))
    return answer({ productIds: ids, productCount: found.length, bulkProduct: found[0] ?? null })
  }),
}
