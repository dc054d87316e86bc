import type { JsonObject } from '../../http/json.ts'
import { type Call, type FieldResolvers, isOfCompany } from '../operation.ts'
import type { Row } from '../state.ts'
import { priceWithTaxes } from './prices.ts'
import { isPaired, pairedProperty, pairedValue } from './properties.ts'
import { stockOf } from './stock.ts'

const companyOf = (row: JsonObject, call: Call) => call.state.companies[Number(row.companyId)]

function variantsOf(row: JsonObject, call: Call): Row[] {
  const products = companyOf(row, call)?.products ?? []
  return products.filter(({ parentId }) => parentId !== null && parentId === row.productId)
}

const computed: FieldResolvers = {
  priceWithTaxes,
  stock: (row, call) => (row.hasStock === true || variantsOf(row, call).length > 0 ? stockOf(row, call) : 0),
  variants: variantsOf,
  variantsCount: (row, call) => variantsOf(row, call).length,
  hasStockMovements: (row, call) =>
    companyOf(row, call)?.stockMovements.some(({ productId }) => productId === row.productId) ?? false,
}

/** The same fields of the three types that show products. */
function forAll(types: readonly string[], fields: FieldResolvers): FieldResolvers {
  return Object.fromEntries(
    types.flatMap((type) => Object.entries(fields).map(([name, resolve]) => [`${type}.${name}`, resolve])),
  )
}

export const productFields: FieldResolvers = {
  ...forAll(['ProductRead', 'ProductVariantRead', 'StockProductsRead', 'BulkProductRead'], computed),
  'ProductPropertyPairRead.property': pairedProperty,
  'ProductPropertyPairRead.propertyValue': pairedValue,
  'PropertyRead.deletable': (row, call) => free(call, 'propertyId', row.propertyId),
  'PropertyValueRead.deletable': (row, call) => free(call, 'propertyValueId', row.propertyValueId),
  'StockMovementRead.document': (row, call) =>
    isOfCompany(call)
      ? (call.company.documents.find(({ documentId }) => documentId === row.documentId) ?? null)
      : null,
}

function free(call: Call, field: 'propertyId' | 'propertyValueId', id: unknown): boolean {
  return !isOfCompany(call) || !isPaired(call.company, field, id)
}
