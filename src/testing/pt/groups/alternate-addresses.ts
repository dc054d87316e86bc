import type { JsonObject } from '../../http/json.ts'
import { type CompanyCall, type Methods, pick } from '../method.ts'
import type { CompanyState, Row } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import { isPostalCode } from './parties.ts'
import { pointedAt } from './relations.ts'
import { tableGroup } from './table-group.ts'

const shownFields =
  'address_id designation code address city zip_code country_id email phone fax contact_name'

/** The other addresses of a customer, as the customer's own record shows them. */
export function addressesOf({ alternateAddresses }: CompanyState, customerId: unknown): JsonObject[] {
  return alternateAddresses
    .filter(({ customer_id }) => customer_id === customerId)
    .map((row) => pick(row, shownFields.split(' ')))
}

function problems({ values }: CompanyCall, row: Row | undefined): Problem[] {
  const portuguese = (values.country_id ?? row?.country_id) === 1
  const wrong = portuguese && values.zip_code && !isPostalCode(String(values.zip_code))
  return wrong ? [{ code: 7, field: 'zip_code' }] : []
}

/** Other addresses of customers. */
export const alternateAddressMethods: Methods = tableGroup({
  group: 'customerAlternateAddresses',
  table: 'alternateAddresses',
  id: 'address_id',
  fields: {
    customer_id: 'id! ref=customers',
    designation: 'text!',
    code: 'text!',
    address: 'text!',
    city: 'text!',
    zip_code: 'text',
    country_id: 'id! ref=countries',
    email: 'email',
    phone: 'phone',
    fax: 'text',
    contact_name: 'text',
  },
  present: (row) => pick(row, ['customer_id', ...shownFields.split(' ')]),
  filters: { customer_id: 'id!' },
  matches: (row, values) => row.customer_id === values.customer_id,
  pagedDelta: true,
  deleteFields: { customer_id: 'id!' },
  problems,
  inUse: (company, id) => pointedAt(company, 'alternate_address_id', id, ['documents']),
})
