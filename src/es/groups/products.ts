import type { Creates, DeletesOnOn, Gets, ListOptions, Lists, Updates } from '../families/records.ts'
import { company, list, one, onOnly, remove, write } from '../operation.ts'
import type { CompanyCallOptions } from '../options.ts'
import { type Product, products } from '../rows/product.ts'
import type { ProductFieldNames } from '../types/lists.ts'
import type { ProductInsert, ProductRead, ProductUpdate } from '../types/products.ts'

const { product } = products
const get = one('product', product, { ...company, productId: 'Int!' })

export const productsOperations = {
  list: list('products', product, { ...company, options: 'ProductOptions' }, [
    'filter',
    'search',
    'order',
    'defaultLanguageId',
    'includeVariants',
  ]),
  get,
  create: write('create', 'productCreate', product, { ...company, data: 'ProductInsert!' }),
  update: write('update', 'productUpdate', product, { ...company, data: 'ProductUpdate!' }),
  delete: onOnly(remove('productDelete', { ...company, productId: '[Int]!' }, get)),
}

/** Options of the list of products. */
export interface ProductListOptions extends ListOptions<ProductFieldNames> {
  /** Whether variants are rows of the list, beside what they are variants of. Default false. */
  includeVariants?: boolean | undefined
}

/**
 * Products and services. Hidden products come in lists only when a filter on `visible` asks for them:
 * `{ field: 'visible', comparison: 'in', value: [0, 1] }`. An image is a `File` or `Blob` in `img`.
 */
export interface ProductsApi
  extends Lists<Product, ProductRead, ProductListOptions>,
    Gets<Product, ProductRead, number, CompanyCallOptions>,
    Creates<Product, ProductRead, ProductInsert>,
    Updates<Product, ProductRead, ProductUpdate>,
    DeletesOnOn {}
