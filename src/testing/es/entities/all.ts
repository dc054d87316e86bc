import { product } from '../products/product.ts'
import { propertyGroup } from '../products/property-groups.ts'
import { customer } from './customers.ts'
import { documentSet } from './document-sets.ts'
import type { Entity } from './entity.ts'
import { partnerEntities } from './partners.ts'
import { priceClass } from './price-classes.ts'
import { productCategory } from './product-categories.ts'
import { simpleEntities } from './simple.ts'
import { tax } from './taxes.ts'
import { warehouse } from './warehouses.ts'

/** Every entity that is served under the usual names. */
export const entities: readonly Entity[] = [
  ...simpleEntities,
  ...partnerEntities,
  customer,
  documentSet,
  priceClass,
  product,
  productCategory,
  propertyGroup,
  tax,
  warehouse,
]
