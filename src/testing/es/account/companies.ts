import type { JsonObject } from '../../http/json.ts'
import { lostReferences } from '../entities/references.ts'
import { ownLanguage } from '../languages.ts'
import { page } from '../lists/page.ts'
import {
  answer,
  type Call,
  type Operations,
  object,
  ofCompany,
  ofUser,
  problem,
  Refusal,
  text,
} from '../operation.ts'
import { change } from '../rows.ts'
import type { CompanyState } from '../state.ts'

export const companyOperations: Operations = {
  companies: ofUser((call) =>
    page(
      call,
      companiesOf(call).map(({ company }) => company),
      'CompanyRead',
    ),
  ),
  company: ofCompany((call) => ({
    errors: [],
    data: call.company.company,
    options: { defaultLanguageId: call.languageId ?? ownLanguage(call.behaviour) },
  })),
  companyUpdate: ofCompany((call) => {
    const data = object(call.args, 'data')
    const problems = lostReferences(call, data, 'companyId')
    if ('name' in data && text(data, 'name').trim() === '') problems.push(problem('name', 'Name is required'))
    if (problems.length > 0) throw new Refusal(...problems)
    change(call, call.company.company, data)
    return answer(call.company.company)
  }),
  companySubscriptions: ofCompany((call) => {
    const subscription = object(call.company.company, 'subscription')
    return page(call, [subscription], 'CompanySubscriptionRead')
  }),
  getCompanyBySlug: ofUser((call) => {
    const found = companiesOf(call).find(({ company }) => company.slug === call.args.slug)
    if (!found) throw new Refusal(problem('slug', 'The company provided does not exist'))
    return answer(found.company)
  }),
  isAllowed: ofCompany(() => answer({ allowed: true })),
}

/** Companies that the user may use. */
export function companiesOf({ state, user }: Call): CompanyState[] {
  return (user?.companies ?? [])
    .map((companyId) => state.companies[companyId])
    .filter((company) => company !== undefined)
}

/** How many rows the company of a row has in a table. */
export function countOf(table: 'customers' | 'suppliers' | 'products' | 'documents') {
  return (row: JsonObject, call: Call) => call.state.companies[Number(row.companyId)]?.[table].length ?? 0
}
