import type { Json, JsonObject } from '../../http/json.ts'
import { type CompanyCall, type Methods, pick, read } from '../method.ts'
import { type CompanyState, findRow, type Row } from '../state.ts'
import { tableGroup } from './table-group.ts'

const categories = tableGroup({
  group: 'productCategories',
  table: 'productCategories',
  id: 'category_id',
  fields: {
    parent_id: 'int! ref=productCategories',
    name: 'text!',
    description: 'text',
    pos_enabled: 'flag',
  },
  defaults: { image: '' },
  present: presentCategory,
  filters: { parent_id: 'int! >=0' },
  without: ['countModifiedSince'],
  matches: (row, values) => row.parent_id === values.parent_id,
  removed: (company, gone) => {
    for (const row of company.products) if (row.category_id === gone.category_id) row.category_id = -1
  },
})

function presentCategory(row: Row, company: CompanyState): JsonObject {
  const { category_id } = row
  return {
    ...pick(row, ['category_id', 'parent_id', 'name', 'description', 'pos_enabled', 'image']),
    num_categories: company.productCategories.filter((other) => other.parent_id === category_id).length,
    num_products: company.products.filter((product) => product.category_id === category_id).length,
  }
}

/** The category of a product and those above it, from the top; nobody published the shape. */
function categoryTree({ company, values }: CompanyCall): Json {
  const product = findRow(company.products, 'product_id', values.product_id)
  const above: JsonObject[] = []
  let row = product && findRow(company.productCategories, 'category_id', product.category_id)
  while (row && above.length <= company.productCategories.length) {
    above.unshift(pick(row, ['category_id', 'parent_id', 'name']))
    row = findRow(company.productCategories, 'category_id', row.parent_id)
  }
  return { categories: above }
}

/** Categories of products, and the way to one. */
export const categoryMethods: Methods = {
  ...categories,
  'productCategories/getOne': read({ category_id: 'id!' }, ({ company, values }) => {
    const row = findRow(company.productCategories, 'category_id', values.category_id)
    return row ? { ...presentCategory(row, company), pos_favorite: 0 } : []
  }),
  'productCategories/getByName': read({ name: 'text!', parent_id: 'int' }, ({ company, values }) =>
    company.productCategories
      .filter((row) => row.name === values.name && (values.parent_id ?? row.parent_id) === row.parent_id)
      .map((row) => presentCategory(row, company)),
  ),
  'products/getCategoryTree': read({ product_id: 'int', with_invisible: 'flag' }, categoryTree),
}
