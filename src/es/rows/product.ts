import type * as z from 'zod'
import type { Entity } from '../operation.ts'
import { expected, flag, int, list, nullable, num, row, text } from '../schema.ts'
import { namedTax } from './settings.ts'

const unit = row(() => ({
  measurementUnitId: int,
  name: nullable(text),
  abbreviation: nullable(text),
  measurementUnitUNECERId: nullable(text),
}))

const taxOfProduct = row(() => ({ value: nullable(num), ordering: nullable(int), tax: nullable(namedTax) }))

const identification = row(() => ({
  type: nullable(text),
  text: nullable(text),
  favorite: nullable(flag),
}))

/** What is asked for of a product unless a call says otherwise. */
export const productFields = () => ({
  productId: int,
  type: expected(int),
  reference: expected(text),
  name: expected(text),
  summary: nullable(text),
  notes: nullable(text),
  price: nullable(num),
  priceWithTaxes: nullable(num),
  hasStock: nullable(flag),
  stock: nullable(num),
  visible: nullable(int),
  exemptionReason: nullable(text),
  productCategoryId: nullable(int),
  productCategory: nullable(row(() => ({ productCategoryId: int, name: nullable(text) }))),
  measurementUnitId: nullable(int),
  measurementUnit: nullable(unit),
  taxes: list(taxOfProduct),
  identifications: list(identification),
})

const productRow = row(productFields)

/**
 * A product. `type` 1 product, 2 service, 3 other; `price` is net; the rate of a tax is `taxes[].tax.value`.
 * Hidden ones have `visible` 0 and come in lists only when a filter asks for them.
 */
export interface Product extends z.output<typeof productRow> {}

const categoryRow = row(() => ({
  productCategoryId: int,
  name: nullable(text),
  summary: nullable(text),
  visible: nullable(int),
  parentId: nullable(int),
  cntChildCategories: nullable(text),
}))

/** A category of products. `parentId` is null at the top; `cntChildCategories` counts those below it. */
export interface ProductCategory extends z.output<typeof categoryRow> {}

const propertyValue = row(() => ({
  propertyValueId: text,
  code: nullable(text),
  value: nullable(text),
  visible: nullable(int),
  ordering: nullable(int),
}))

const property = row(() => ({
  propertyId: text,
  name: nullable(text),
  visible: nullable(int),
  ordering: nullable(int),
  values: list(propertyValue),
}))

const propertyGroupRow = row(() => ({
  propertyGroupId: text,
  name: nullable(text),
  visible: nullable(int),
  properties: list(property),
}))

/** What the variants of a product differ in. All ids are texts. */
export interface PropertyGroup extends z.output<typeof propertyGroupRow> {}

const stockMovementRow = row(() => ({ stockMovementId: int }))

/** A movement of stock. */
export interface StockMovement extends z.output<typeof stockMovementRow> {}

export const products = {
  product: { type: 'ProductRead', id: 'productId', row: productRow },
  productCategory: { type: 'ProductCategoryRead', id: 'productCategoryId', row: categoryRow },
  propertyGroup: { type: 'PropertyGroupRead', id: 'propertyGroupId', row: propertyGroupRow },
  stockMovement: { type: 'StockMovementRead', id: 'stockMovementId', row: stockMovementRow },
} satisfies Record<string, Entity>
