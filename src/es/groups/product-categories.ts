import type { Creates, DeletesOnOn, Reads } from '../families/records.ts'
import { company, list, one, onOnly, remove, write } from '../operation.ts'
import { type ProductCategory, products } from '../rows/product.ts'
import type { ProductCategoryFieldNames } from '../types/lists.ts'
import type { ProductCategoryInsert, ProductCategoryRead } from '../types/products.ts'

const { productCategory } = products
const get = one('productCategory', productCategory, { ...company, productCategoryId: 'Int!' })

export const productCategoriesOperations = {
  list: list('productCategories', productCategory, { ...company, options: 'ProductCategoryOptions' }),
  get,
  create: write('create', 'productCategoryCreate', productCategory, {
    ...company,
    data: 'ProductCategoryInsert!',
  }),
  delete: onOnly(remove('productCategoryDelete', { ...company, productCategoryId: '[Int]!' }, get)),
}

/** Categories of products, a tree. Those at the top: `{ field: 'parentId', comparison: 'eq', value: null }`. */
export interface ProductCategoriesApi
  extends Reads<ProductCategory, ProductCategoryRead, ProductCategoryFieldNames>,
    Creates<ProductCategory, ProductCategoryRead, ProductCategoryInsert>,
    DeletesOnOn {}
