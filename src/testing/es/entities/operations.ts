import { companyOperations } from '../account/companies.ts'
import { meOperations } from '../account/me.ts'
import { signUpOperations } from '../account/sign-up.ts'
import { userOperations } from '../account/users.ts'
import { hookOperations } from '../hooks/operations.ts'
import type { Operations } from '../operation.ts'
import { productExtras } from '../products/operations.ts'
import { entities } from './all.ts'
import { customerExtras } from './customers.ts'
import { documentSetExtras } from './document-sets.ts'
import { smallOperations } from './extras.ts'
import { priceClassExtras } from './price-classes.ts'
import { categoryExtras } from './product-categories.ts'
import { tableOperations } from './table-operations.ts'
import { taxExtras } from './taxes.ts'

/** Root operations of everything but documents. */
export const entityOperations: Operations = {
  ...Object.fromEntries(entities.flatMap((entity) => Object.entries(tableOperations(entity)))),
  ...categoryExtras,
  ...customerExtras,
  ...documentSetExtras,
  ...priceClassExtras,
  ...productExtras,
  ...taxExtras,
  ...hookOperations,
  ...companyOperations,
  ...meOperations,
  ...signUpOperations,
  ...smallOperations,
  ...userOperations,
}
