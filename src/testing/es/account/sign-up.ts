import type { JsonObject } from '../../http/json.ts'
import { isTaxNumber } from '../entities/parties.ts'
import { isoOf } from '../globals/countries.ts'
import { type Call, num, type Operations, object, ofAnyone, text } from '../operation.ts'
import { newCompany } from '../seed/company.ts'
import { takeId } from '../state.ts'

/** What happens before there is an account. The answers are bare truth values. */
export const signUpOperations: Operations = {
  getFreeSlug: ofAnyone((call) => isFree(call, 'slug', text(call.args, 'slug'))),
  getFreeVAT: ofAnyone((call) => isFree(call, 'vat', text(call.args, 'vat'))),
  signUpCompany: ofAnyone((call) => signUp(call, object(call.args, 'data'))),
}

function isFree({ state }: Call, field: 'slug' | 'vat', wanted: string): boolean {
  const taken = Object.values(state.companies).map(({ company }) => text(company, field).toLowerCase())
  return wanted.trim() !== '' && !taken.includes(wanted.toLowerCase())
}

/** A company and its owner, where everything that is needed was sent; the owner has to confirm it by mail. */
function signUp(call: Call, data: JsonObject): boolean {
  const { state, behaviour } = call
  const [name, slug, vat] = [text(data, 'name'), text(data, 'slug'), text(data, 'vat')]
  const [administrator, email] = [text(data, 'administratorName'), text(data, 'administratorEmail')]
  const complete = [name, administrator, email, text(data, 'administratorPwd')].every(
    (one) => one.trim() !== '',
  )
  const known = state.users.some((user) => user.email === email)
  if (!complete || known || data.conditionsAccepted !== true) return false
  if (!isFree(call, 'slug', slug) || !isFree(call, 'vat', vat)) return false
  if (!isTaxNumber(vat, isoOf(data.countryId))) return false
  const companyId = takeId(state)
  const userId = takeId(state)
  const languageId = num(data, 'languageId') || 1
  state.users.push({ userId, name: administrator, email, languageId, companies: [companyId] })
  const company = newCompany(state, { companyId, name, vat }, userId, behaviour)
  Object.assign(company.company, { slug, countryId: data.countryId ?? null, isConfirmed: false })
  state.companies[companyId] = company
  return true
}
