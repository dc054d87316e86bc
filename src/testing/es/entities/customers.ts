import type { JsonObject } from '../../http/json.ts'
import { meets } from '../lists/filter.ts'
import { conditionsOf } from '../lists/page.ts'
import {
  answer,
  type Call,
  type CompanyCall,
  type Operations,
  object,
  objects,
  ofCompany,
  type Problem,
  problem,
  text,
} from '../operation.ts'
import { takeId } from '../state.ts'
import type { Entity } from './entity.ts'
import { nextNumber } from './next-number.ts'
import { judgeParty } from './parties.ts'

export const customer: Entity = {
  name: 'customer',
  table: 'customers',
  model: 'Customer',
  defaults: ({ company }) => ({
    isDefault: false,
    vat: '',
    discount: 0,
    creditLimit: 0,
    balance: 0,
    taxes: [],
    copies: [],
    alternateAddresses: [],
    countryId: company.company.countryId,
  }),
  judge,
  stored,
}

function judge(call: CompanyCall, after: JsonObject, before: JsonObject | undefined): Problem[] {
  const found = judgeParty(call, 'customers', 'customer', after, before)
  const nameless = text(after, 'name').trim() === ''
  if (call.behaviour.platform === 'es' && nameless) found.push(problem('name', 'Name is required'))
  if (call.behaviour.platform === 'on' && nameless && text(after, 'vat') === '') {
    found.push(problem('*', 'Name or VAT is required.'))
  }
  return found
}

/** Alternate addresses get their ids; a list that is sent replaces the old one. */
function stored({ state }: CompanyCall, sent: JsonObject): JsonObject {
  const fields = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
  if (!sent.alternateAddresses) return fields
  const addresses = objects(sent, 'alternateAddresses').map((address) => ({
    ...address,
    alternateAddressId: address.alternateAddressId || takeId(state),
  }))
  return { ...fields, alternateAddresses: addresses }
}

/** Numbers of documents of each type. */
export function documentsCount(row: JsonObject, call: Call): JsonObject[] {
  const company = call.state.companies[Number(row.companyId)]
  const counts = new Map<number, number>()
  for (const { customerId, documentTypeId } of company?.documents ?? []) {
    if (customerId === row.customerId) counts.set(documentTypeId, (counts.get(documentTypeId) ?? 0) + 1)
  }
  return [...counts].map(([documentTypeId, count]) => ({ documentTypeId, count }))
}

export const customerExtras: Operations = {
  customerNextNumber: ofCompany((call) => {
    const conditions = conditionsOf(object(call.args, 'options'))
    const numbers = call.company.customers
      .filter((row) => conditions.every((one) => meets(row[one.field], one, call.behaviour)))
      .map((row) => text(row, 'number'))
    return answer(nextNumber(numbers, conditions))
  }),
}
