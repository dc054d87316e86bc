import type { Creates, DeletesOnOn, Gets, ListOptions, Lists, Updates } from '../families/records.ts'
import type { Filter } from '../filters.ts'
import { company, list, one, onOnly, remove, text, write } from '../operation.ts'
import type { CompanyCallOptions, Translated } from '../options.ts'
import { type Customer, customer } from '../rows/customer.ts'
import type { CustomerFieldNames } from '../types/lists.ts'
import type { CustomerInsert, CustomerRead, CustomerUpdate } from '../types/parties.ts'

const get = one('customer', customer, { ...company, customerId: 'Int!', options: 'CustomerOptionsSingle' })

export const customersOperations = {
  list: list('customers', customer, { ...company, options: 'CustomerOptions' }),
  get,
  create: write('create', 'customerCreate', customer, { ...company, data: 'CustomerInsert!' }),
  update: write('update', 'customerUpdate', customer, { ...company, data: 'CustomerUpdate!' }),
  delete: onOnly(remove('customerDelete', { ...company, customerId: '[Int]!' }, get)),
  nextNumber: text('customerNextNumber', { ...company, options: 'GetNextCustomerNumberOptions' }, ['filter']),
}

/** Customers. Pages: https://api.moloni.es/v1/docs/ and https://docs.molonion.pt/guides/entities/customers */
export interface CustomersApi
  extends Lists<Customer, CustomerRead, ListOptions<CustomerFieldNames>>,
    Gets<Customer, CustomerRead, number, CompanyCallOptions & Translated>,
    Creates<Customer, CustomerRead, CustomerInsert>,
    Updates<Customer, CustomerRead, CustomerUpdate>,
    DeletesOnOn {
  /**
   * The next free number, as text; empty when there is none. With a filter such as
   * `{ field: 'number', comparison: 'like', value: 'C%' }` the next one that begins so.
   */
  nextNumber(
    options?: CompanyCallOptions & { filter?: Filter<CustomerFieldNames['filter']> | undefined },
  ): Promise<string>
}
