import type { Creates, Gets, ListOptions, Lists, Updates } from '../families/records.ts'
import { company, list, one, write } from '../operation.ts'
import type { CompanyCallOptions } from '../options.ts'
import { type PropertyGroup, products } from '../rows/product.ts'
import type { PropertyGroupFieldNames } from '../types/lists.ts'
import type { PropertyGroupInsert, PropertyGroupRead, PropertyGroupUpdate } from '../types/products.ts'

const { propertyGroup } = products

export const propertyGroupsOperations = {
  list: list('propertyGroups', propertyGroup, { ...company, options: 'PropertyGroupOptions' }),
  get: one('propertyGroup', propertyGroup, { ...company, propertyGroupId: 'String!' }),
  create: write('create', 'propertyGroupCreate', propertyGroup, { ...company, data: 'PropertyGroupInsert!' }),
  update: write('update', 'propertyGroupUpdate', propertyGroup, { ...company, data: 'PropertyGroupUpdate!' }),
}

/**
 * What the variants of products differ in. Ids are texts. An update takes the whole tree back: what has an id stays,
 * what has none is added.
 */
export interface PropertyGroupsApi
  extends Lists<PropertyGroup, PropertyGroupRead, ListOptions<PropertyGroupFieldNames>>,
    Gets<PropertyGroup, PropertyGroupRead, string, CompanyCallOptions>,
    Creates<PropertyGroup, PropertyGroupRead, PropertyGroupInsert>,
    Updates<PropertyGroup, PropertyGroupRead, PropertyGroupUpdate> {}
