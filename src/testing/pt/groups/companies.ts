import type { JsonObject } from '../../http/json.ts'
import { isNif } from '../../tax-numbers/portuguese.ts'
import { lisbonTime } from '../lisbon.ts'
import { type Call, type Methods, num, open, pick, read, text, write } from '../method.ts'
import { addUser, newCompany } from '../seed/initial.ts'
import { type CompanyState, type PtState, takeId, type UserRow } from '../state.ts'
import { type Problem, Refusal } from '../validation/problem.ts'
import { companyFields } from './company-fields.ts'
import { presentActivity, presentBankAccount } from './company-lists.ts'
import { countryOf, currencyOf, languageOf } from './relations.ts'

const listFields =
  'email company_id name vat address city zip_code country_id image confirmed currency_id gdpr_acceptance'
const ownFields = [
  'company_id name email fax website vat address city zip_code country_id capital',
  'commercial_registration_number registry_office phone image',
].flatMap((line) => line.split(' '))

function presentCompany({ info }: CompanyState): JsonObject {
  return {
    ...pick(info, listFields.split(' ')),
    country: countryOf(info.country_id),
    currency: currencyOf(info.currency_id),
  }
}

function presentSubscription(info: JsonObject): JsonObject {
  const start = num(info, 'subscription_date')
  return {
    subscription_id: 1,
    payment_mode: 'MB',
    last_price: 0,
    subscription_date: lisbonTime(start),
    expire_date: lisbonTime(start + 3_650 * 86_400_000),
    paid: 1,
    last_payment_date: lisbonTime(start),
  }
}

function presentOwn({ info, bankAccounts, economicActivities }: CompanyState): JsonObject {
  return {
    ...pick(info, ownFields),
    subscription_date: lisbonTime(num(info, 'subscription_date')),
    country: countryOf(info.country_id),
    subscription: presentSubscription(info),
    bank_accounts: bankAccounts.map(presentBankAccount),
    eac_codes: economicActivities.map(presentActivity),
    copies: [],
  }
}

const userFields = 'email salesman_id user_group_id user_id name cellphone language_id'

function presentUser(user: UserRow): JsonObject {
  return {
    ...pick(user, userFields.split(' ')),
    registered_since: lisbonTime(num(user, 'registered_since')),
    last_login: lisbonTime(num(user, 'last_login')),
    language: languageOf(user.language_id),
  }
}

/** A new person with a company of their own, who may log in with the password. */
function signUp({ state, values, now }: Call): JsonObject {
  const email = text(values, 'email')
  const slug = text(values, 'slug')
  const problems: Problem[] = []
  if (state.users.some((user) => user.email === email)) problems.push({ code: 4, field: 'email' })
  if (slugTaken(state, slug)) problems.push({ code: 4, field: 'slug' })
  if (values.country_id === 1 && !isNif(text(values, 'vat'))) problems.push({ code: 8, field: 'vat' })
  if (problems.length > 0) throw new Refusal(...problems)
  const company_id = takeId(state)
  const company = newCompany(state, { company_id, name: text(values, 'company') }, now)
  Object.assign(company.info, { ...pick(values, ['vat', 'country_id', 'slug', 'email']) })
  state.companies[company_id] = company
  const user = addUser(state, { name: text(values, 'name'), email }, [company_id], now)
  user.password = text(values, 'password')
  return { valid: 1, user_id: user.user_id, company_id }
}

function slugTaken(state: PtState, slug: string): boolean {
  return Object.values(state.companies).some(({ info }) => info.slug === slug)
}

/** Companies and users. */
export const companyMethods: Methods = {
  'companies/getAll': open({}, ({ state, user }) =>
    user.companies.flatMap((id) => {
      const company = state.companies[id]
      return company ? [presentCompany(company)] : []
    }),
  ),
  'companies/getOne': read({}, ({ company }) => presentOwn(company)),
  'companies/update': write(companyFields, ({ company, values, now }) => {
    Object.assign(company.info, values, { lastmodified: now })
    return { valid: 1, company_id: company.company_id }
  }),
  'subscription/getOne': read({}, ({ company }) => ({
    ...presentSubscription(company.info),
    company_id: company.company_id,
    plan_id: 1,
  })),
  'companies/freeSlug': {
    scope: 'anyone',
    fields: { slug: 'text!' },
    writing: false,
    run: ({ state, values }) => ({
      valid: slugTaken(state, text(values, 'slug')) ? 0 : 1,
    }),
  },
  'users/getAll': read({}, ({ state, company }) =>
    state.users.filter((user) => user.companies.includes(company.company_id)).map(presentUser),
  ),
  'users/getMe': open({}, ({ user }) => ({ ...presentUser(user), num_companies: user.companies.length })),
  'users/updateMe': open(
    { name: 'text!', email: 'email!', cellphone: 'phone!', language_id: 'int! in=1,2,3' },
    ({ user, values, now }) => {
      Object.assign(user, values, { lastmodified: now })
      return { valid: 1 }
    },
    true,
  ),
  'users/signUp': {
    scope: 'anyone',
    fields: {
      name: 'text!',
      email: 'email!',
      password: 'text!',
      language_id: 'id!',
      company: 'text!',
      vat: 'text!',
      slug: 'text!',
      country_id: 'id! ref=countries',
    },
    writing: true,
    run: signUp,
  },
  'users/recoverPassword': {
    scope: 'anyone',
    fields: { email: 'email!' },
    writing: true,
    run: ({ state, values }) => ({ valid: state.users.some((user) => user.email === values.email) ? 1 : 0 }),
  },
}
