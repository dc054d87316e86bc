import { countOf } from '../account/companies.ts'
import { userOfRow } from '../account/users.ts'
import { type FieldResolvers, objects } from '../operation.ts'
import { productFields } from '../products/fields.ts'
import { entities } from './all.ts'
import { documentsCount } from './customers.ts'
import { limitsOf } from './plan.ts'
import { children, productsIn } from './product-categories.ts'
import { isDeletable, typeOf } from './table-operations.ts'

const deletable: FieldResolvers = Object.fromEntries(
  entities.map((entity) => [
    `${typeOf(entity)}.deletable`,
    (row: Parameters<typeof isDeletable>[2], call: Parameters<typeof isDeletable>[1]) =>
      isDeletable(entity, call, row),
  ]),
)

/** Nested fields of entities beyond the conventions. */
export const entityFields: FieldResolvers = {
  ...deletable,
  ...productFields,
  'CompanyRead.customersCnt': countOf('customers'),
  'CompanyRead.documentsCnt': countOf('documents'),
  'CompanyRead.limits': limitsOf,
  'CompanyRead.productsCnt': countOf('products'),
  'CompanyRead.suppliersCnt': countOf('suppliers'),
  'CompanyUserRead.company': ({ companyId }, { state }) =>
    state.companies[Number(companyId)]?.company ?? null,
  'CompanyUserRead.user': userOfRow,
  'CustomerRead.documentsCount': documentsCount,
  'CustomerRead.tax': (row, { state }) => {
    const [first] = objects(row, 'taxes')
    const taxes = state.companies[Number(row.companyId)]?.taxes ?? []
    return taxes.find(({ taxId }) => taxId === first?.taxId) ?? null
  },
  'ProductCategoryRead.child': children,
  'ProductCategoryRead.cntChildCategories': (row, call) => String(children(row, call).length),
  'ProductCategoryRead.cntChildProducts': (row, call) => productsIn(row, call, 1),
  'ProductCategoryRead.cntInactiveChildProducts': (row, call) => productsIn(row, call, 0),
}
