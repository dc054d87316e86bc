import type { Json, JsonObject } from '../http/json.ts'
import { badRequestPage, forbiddenPage, json, missingPage, refusal } from './answers.ts'
import { serviceSheetMethods } from './documents/methods.ts'
import { typeOf } from './documents/types.ts'
import { countries, currencies } from './groups/globals-data.ts'
import type { Call, Method } from './method.ts'
import { methods } from './methods.ts'
import type { PtBehaviour } from './options.ts'
import type { Route } from './route.ts'
import {
  type CompanyState,
  idFields,
  isTable,
  type PtState,
  type Row,
  type TableName,
  type UserRow,
} from './state.ts'
import { check, type Exists } from './validation/check.ts'
import { Refusal, renderProblems } from './validation/problem.ts'

/** A business call that was let in: who asks for what. */
export interface Order {
  readonly path: string
  readonly params: Record<string, unknown>
  readonly user_id: number
  readonly human: boolean
  readonly visibleFrom?: number | undefined
  readonly ignoreFilter?: boolean
  readonly refuseFilter?: boolean
  readonly downloadOrigin: string
}

/** Who the access token belongs to, or the refusal. */
export function admit(state: PtState, behaviour: PtBehaviour, route: Route, url: URL): UserRow | Response {
  if (!route.slash) return forbiddenPage()
  const method = methodOf(behaviour, route.path)
  if (!method) return missingPage()
  const anyone = state.users[0]
  if (method.scope === 'anyone' && anyone) return anyone
  const status = behaviour.accessRefusedStatus
  const sent = url.searchParams.get('access_token')
  if (!sent) return refusal(status, 'invalid_request', 'The access token was not found')
  const row = state.oauth.accessTokens.find(({ token }) => token === sent)
  const user = row && state.users.find(({ user_id }) => user_id === row.user_id)
  if (!row || !user) return refusal(status, 'invalid_grant', 'The access token provided is invalid')
  if (row.expires <= behaviour.clock.now()) {
    return refusal(status, 'expired_token', 'The access token provided has expired')
  }
  return user
}

export function methodOf({ serviceSheets }: PtBehaviour, path: string): Method | undefined {
  const own = serviceSheets && path.startsWith(`${serviceSheets.group}/`)
  const name = own ? path.slice(serviceSheets.group.length + 1) : ''
  if (own) return Object.hasOwn(serviceSheetMethods, name) ? serviceSheetMethods[name] : undefined
  return Object.hasOwn(methods, path) ? methods[path] : undefined
}

/** An empty POST with a content type, where such a one is refused. */
export function refusedEmptyBody(behaviour: PtBehaviour, request: Request, path: string, body: string) {
  const refused = behaviour.refuseEmptyTypedBody && path === 'companies/getAll' && body === ''
  return refused && request.headers.has('content-type') ? badRequestPage() : undefined
}

/** Carries out a call and writes its answer. */
export function execute(state: PtState, behaviour: PtBehaviour, order: Order): Response {
  try {
    return json(run(state, behaviour, order))
  } catch (error) {
    if (error instanceof Refusal) return json(renderProblems(error.problems, order.human))
    if (error instanceof Forbidden) return refusal(behaviour.companyRefusedStatus, 'forbidden', 'Forbidden')
    throw error
  }
}

class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

function run(state: PtState, behaviour: PtBehaviour, order: Order): Json {
  const method = methodOf(behaviour, order.path)
  const user = state.users.find(({ user_id }) => user_id === order.user_id)
  if (!method || !user) throw new Forbidden()
  const company = method.scope === 'company' ? companyOf(state, user, order.params.company_id) : undefined
  const { values, problems, nested } = check(method.fields, order.params, existsIn(company))
  if (order.refuseFilter) problems.push(...refusedFilters(values))
  if (problems.length > 0) throw new Refusal(...problems)
  const call: Call = {
    state,
    values,
    user,
    behaviour,
    now: behaviour.clock.now(),
    downloadOrigin: order.downloadOrigin,
    visibleFrom: order.visibleFrom,
    ignoreFilter: order.ignoreFilter ?? false,
  }
  if (method.scope !== 'company' || !company) {
    if (nested.length > 0) throw new Refusal(...nested)
    return method.scope === 'company' ? [] : method.run(call)
  }
  const scoped = { ...call, company }
  const judged = method.judge?.(scoped) ?? []
  const found = judged.length > 0 ? judged : nested
  if (found.length > 0) throw new Refusal(...found)
  return method.run(scoped)
}

function companyOf(state: PtState, user: UserRow, sent: unknown): CompanyState {
  if (sent === undefined || sent === null || sent === '') throw new Refusal({ code: 1, field: 'company_id' })
  const id = Number(sent)
  if (!Number.isInteger(id) || id <= 0) {
    throw new Refusal({ code: 2, field: 'company_id', parameters: ['1', '0'] })
  }
  const company = state.companies[id]
  if (!company || !user.companies.includes(id)) throw new Forbidden()
  return company
}

function existsIn(company: CompanyState | undefined): Exists {
  const has = (table: TableName, id: number) =>
    company?.[table].some((row: Row) => row[idFields[table]] === id) ?? false
  return (table, id) => {
    if (isTable(table)) return has(table, id)
    switch (table) {
      case 'countries':
        return countries.some(({ country_id }) => country_id === id)
      case 'currencies':
        return currencies.some(({ currency_id }) => currency_id === id)
      case 'documentTypes':
        return typeOf(id) !== undefined
      default:
        return has('customers', id) || has('suppliers', id)
    }
  }
}

const notFilters: ReadonlySet<string> = new Set(['qty', 'offset', 'lastmodified'])

function refusedFilters(values: JsonObject) {
  return Object.keys(values)
    .filter((name) => !notFilters.has(name))
    .map((field) => ({ code: 5, field, parameters: ['[]'] }))
}
