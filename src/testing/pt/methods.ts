import { documentMethods } from './documents/methods.ts'
import { alternateAddressMethods } from './groups/alternate-addresses.ts'
import { companyMethods } from './groups/companies.ts'
import { companyListMethods } from './groups/company-lists.ts'
import { customerMethods } from './groups/customers.ts'
import { globalMethods } from './groups/globals.ts'
import { identificationTemplateMethods } from './groups/identification-templates.ts'
import { categoryMethods } from './groups/product-categories.ts'
import { productStockMethods } from './groups/product-stocks.ts'
import { productMethods } from './groups/products.ts'
import { salesPendingMethods } from './groups/sales-pending.ts'
import { salesmanMethods } from './groups/salesmen.ts'
import { seriesCodeMethods } from './groups/series-codes.ts'
import { settingsMethods } from './groups/settings.ts'
import { supplierMethods } from './groups/suppliers.ts'
import type { Methods } from './method.ts'

/** Every method that is served, by path. */
export const methods: Methods = {
  ...companyMethods,
  ...customerMethods,
  ...supplierMethods,
  ...salesmanMethods,
  ...productMethods,
  ...categoryMethods,
  ...productStockMethods,
  ...settingsMethods,
  ...seriesCodeMethods,
  ...companyListMethods,
  ...alternateAddressMethods,
  ...identificationTemplateMethods,
  ...salesPendingMethods,
  ...globalMethods,
  ...documentMethods,
}
