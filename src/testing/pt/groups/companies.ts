import type { JsonObject } from '../../http/json.ts'
import { lisbonTime } from '../lisbon.ts'
import { type Methods, num, open, pick, read, rows, write } from '../method.ts'
import type { CompanyState, UserRow } from '../state.ts'
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

function presentOwn({ info }: CompanyState): JsonObject {
  const start = lisbonTime(num(info, 'subscription_date'))
  return {
    ...pick(info, ownFields),
    subscription_date: start,
    country: countryOf(info.country_id),
    subscription: {
      subscription_id: 1,
      payment_mode: 'MB',
      last_price: 0,
      subscription_date: start,
      expire_date: lisbonTime(num(info, 'subscription_date') + 3_650 * 86_400_000),
      paid: 1,
      last_payment_date: start,
    },
    bank_accounts: rows(info, 'bank_accounts'),
    eac_codes: rows(info, 'eac_codes'),
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

/** Companies and users. */
export const companyMethods: Methods = {
  'companies/getAll': open({}, ({ state, user }) =>
    user.companies.flatMap((id) => {
      const company = state.companies[id]
      return company ? [presentCompany(company)] : []
    }),
  ),
  'companies/getOne': read({}, ({ company }) => presentOwn(company)),
  'companies/update': write(
    {
      name: 'text',
      vat: 'text',
      email: 'email',
      address: 'text',
      city: 'text',
      zip_code: 'text',
      phone: 'text',
    },
    ({ company, values, now }) => {
      Object.assign(company.info, values, { lastmodified: now })
      return { valid: 1, company_id: company.company_id }
    },
  ),
  'companies/freeSlug': {
    scope: 'anyone',
    fields: { slug: 'text!' },
    writing: false,
    run: ({ state, values }) => ({
      valid: Object.values(state.companies).some(({ info }) => info.slug === values.slug) ? 0 : 1,
    }),
  },
  'users/getAll': read({}, ({ state, company }) =>
    state.users.filter((user) => user.companies.includes(company.company_id)).map(presentUser),
  ),
  'users/getMe': open({}, ({ user }) => ({ ...presentUser(user), num_companies: user.companies.length })),
  'users/updateMe': open(
    { name: 'text!', email: 'email!', cellphone: 'text!', language_id: 'int! in=1,2,3' },
    ({ user, values, now }) => {
      Object.assign(user, values, { lastmodified: now })
      return { valid: 1 }
    },
    true,
  ),
  'users/recoverPassword': {
    scope: 'anyone',
    fields: { email: 'email!' },
    writing: true,
    run: ({ state, values }) => ({ valid: state.users.some((user) => user.email === values.email) ? 1 : 0 }),
  },
}
