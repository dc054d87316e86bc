import type { JsonObject } from '../../http/json.ts'
import { page } from '../lists/page.ts'
import {
  answer,
  type Call,
  type CompanyCall,
  type Operations,
  object,
  ofCompany,
  problem,
  Refusal,
  text,
} from '../operation.ts'
import { change, newRow } from '../rows.ts'
import { type EsState, type Row, takeId } from '../state.ts'
import { userFields } from './me.ts'

/** People with access to a company. */
export const userOperations: Operations = {
  companyUsers: ofCompany((call) => page(call, call.company.companyUsers, 'CompanyUserRead')),
  companyUser: ofCompany((call) => answer(rowOf(call, call.args.userId))),
  companyUserCreate: ofCompany((call) => {
    const data = object(call.args, 'data')
    const { state, company } = call
    const known = state.users.find(({ email }) => email === data.email)
    if (known?.companies.includes(company.companyId)) {
      throw new Refusal(problem('email', 'A user with that email already exists for your company'))
    }
    const userId = known?.userId ?? addUser(state, text(data, 'name'), text(data, 'email'), data.languageId)
    return answer(giveAccess(call, userId, data))
  }),
  companyUserUpdate: ofCompany((call) => {
    const { userId, roleId, name } = object(call.args, 'data')
    const row = rowOf(call, userId)
    const user = call.state.users.find((one) => one.userId === userId)
    if (user && typeof name === 'string') user.name = name
    change(call, row, { roleId: roleId ?? row.roleId ?? null })
    return answer(row)
  }),
  companyUserDelete: ofCompany((call) => {
    const { companyUserId } = call.args
    const ids = Array.isArray(companyUserId) ? companyUserId : []
    const { company, state } = call
    const gone = company.companyUsers.filter(
      ({ userCompanyId, isOwner }) => isOwner !== true && ids.includes(userCompanyId ?? null),
    )
    company.companyUsers = company.companyUsers.filter((row) => !gone.includes(row))
    for (const user of state.users) {
      if (!gone.some(({ userId }) => userId === user.userId)) continue
      user.companies = user.companies.filter((companyId) => companyId !== company.companyId)
    }
    const elementsCount = company.companyUsers.length
    return { status: gone.length > 0, deletedCount: gone.length, elementsCount, errors: [] }
  }),
}

function rowOf({ company }: CompanyCall, id: unknown): Row {
  const row = company.companyUsers.find(({ userId }) => userId === id)
  if (!row) throw new Refusal(problem('userId', 'The user provided does not exist for this company'))
  return row
}

function addUser(state: EsState, name: string, email: string, languageId: unknown): number {
  const userId = takeId(state)
  state.users.push({
    userId,
    name,
    email,
    languageId: typeof languageId === 'number' ? languageId : 1,
    companies: [],
  })
  return userId
}

function giveAccess(call: CompanyCall, userId: number, { roleId = null }: JsonObject): Row {
  const { state, company } = call
  state.users.find((one) => one.userId === userId)?.companies.push(company.companyId)
  const row = newRow(call, {
    userCompanyId: takeId(state),
    companyId: company.companyId,
    userId,
    roleId,
    isOwner: false,
    visible: 1,
  })
  company.companyUsers.push(row)
  return row
}

/** The person behind a row that names a user. */
export function userOfRow(row: JsonObject, { state }: Call): JsonObject | null {
  const user = state.users.find(({ userId }) => userId === row.userId)
  return user ? userFields(user) : null
}
