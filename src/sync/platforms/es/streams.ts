import type { Platform } from '../../../domain/index.ts'
import type { Customer, EsClient, Product, ProductCategory } from '../../../es/index.ts'
import {
  categoryFromEsCategory,
  entityFromEsProduct,
  relationFromEsCustomer,
} from '../../../mappers/es/index.ts'
import type { Findings } from '../../records/connection.ts'
import { entityOf, importStream, type RowPage } from '../import-stream.ts'
import type { CallOptions, ImportStream } from '../platform.ts'
import { categoryTree } from './categories.ts'
import { sinceText } from './changes.ts'
import { countCustomers, countProducts, customerList, productList } from './lists.ts'

/** Rows that are asked for at once: Moloni gives up to 1000. */
const PAGE_SIZE = 200

export interface EsStreamOptions {
  readonly platform: Exclude<Platform, 'pt'>
  readonly companyId: string
  readonly hourUnits: readonly string[]
  readonly found: Pick<Findings, 'changes' | 'rootCategoriesOnly'> | undefined
}

/** The lists of Moloni ES and ON that imports are read from. Products are read once for materials and hour types. */
export function esStreams(es: EsClient, options: EsStreamOptions): readonly ImportStream[] {
  const { platform, companyId } = options
  const { changes = {}, rootCategoriesOnly: rootsOnly = false } = options.found ?? {}
  const context = { platform, companyId }
  const hourUnits = [...options.hourUnits]
  const since = (name: string, from: number | undefined) => {
    const precision = changes[name]
    return from === undefined || precision === undefined ? undefined : sinceText(from, precision)
  }
  return [
    importStream<ProductCategory>({
      name: 'categories',
      kinds: ['materialCategories'],
      delta: false,
      short: true,
      pageSize: PAGE_SIZE,
      pages: (_from, { signal }) => categoryTree(es, { signal, rootsOnly }),
      count: async () => undefined,
      one: (id, call) => es.productCategories.get(id, call),
      idOf: ({ productCategoryId }) => productCategoryId,
      map: (row) =>
        entityOf(categoryFromEsCategory(row, context), (value) => ({ kind: 'materialCategories', value })),
    }),
    importStream<Customer>({
      name: 'customers',
      kinds: ['relations'],
      model: 'Customer',
      delta: changes.customers !== undefined,
      pageSize: PAGE_SIZE,
      pages: (from, how) => paged(customerList(es, since('customers', from), PAGE_SIZE), how),
      count: (from, call) => countCustomers(es, since('customers', from), call),
      one: (id, call) => es.customers.get(id, call),
      idOf: ({ customerId }) => customerId,
      map: (row) => entityOf(relationFromEsCustomer(row, context), (value) => ({ kind: 'relations', value })),
    }),
    importStream<Product>({
      name: 'products',
      kinds: ['materials', 'hourTypes'],
      model: 'Product',
      delta: changes.products !== undefined,
      pageSize: PAGE_SIZE,
      pages: (from, how) => paged(productList(es, since('products', from), PAGE_SIZE), how),
      count: (from, call) => countProducts(es, since('products', from), call),
      one: (id, call) => es.products.get(id, call),
      idOf: ({ productId }) => productId,
      map: (row) => ({
        ...entityOf(entityFromEsProduct(row, { ...context, hourUnits }), (value) =>
          value.kind === 'material'
            ? { kind: 'materials', value: value.material }
            : { kind: 'hourTypes', value: value.hourType },
        ),
        category: row.productCategoryId ? String(row.productCategoryId) : undefined,
      }),
    }),
  ]
}

interface EsPages<Row> {
  pages(
    options: CallOptions & { readonly page?: number },
  ): AsyncIterable<Omit<RowPage<Row>, 'offset'> & { readonly page: number; readonly pageSize: number }>
}

/** Pages by number as pages by offset. A page that was begun is read again from its first row. */
async function* paged<Row>(
  list: EsPages<Row>,
  { offset, signal }: CallOptions & { readonly offset: number },
): AsyncGenerator<RowPage<Row>> {
  const first = Math.floor(offset / PAGE_SIZE) + 1
  for await (const { page, pageSize, rows, badRows, rawLength } of list.pages({ page: first, signal }))
    yield { rows, badRows, rawLength, offset: (page - 1) * pageSize }
}
