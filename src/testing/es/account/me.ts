import type { JsonObject } from '../../http/json.ts'
import { answer, type Call, type Operations, object, ofAnyone, ofUser } from '../operation.ts'
import type { UserRow } from '../state.ts'
import { companiesOf } from './companies.ts'

export const meOperations: Operations = {
  me: ofUser((call) => answer(meOf(call))),
  meUpdate: ofUser((call) => {
    const { name, email, languageId } = object(call.args, 'data')
    const { user } = call
    if (user && typeof name === 'string') user.name = name
    if (user && typeof email === 'string') user.email = email
    if (user && typeof languageId === 'number') user.languageId = languageId
    return answer(meOf(call))
  }),
  meLoggedIn: ofAnyone(({ user }) => user !== undefined),
  meActivity: ofUser(() => ({
    errors: [],
    data: [],
    options: { pagination: { page: 1, qty: 50, count: 0 } },
  })),
}

function meOf(call: Call): JsonObject {
  const { user } = call
  if (!user) return {}
  return {
    ...userFields(user),
    userCompanies: companiesOf(call).map(({ companyId, companyUsers }) => ({
      ...companyUsers.find(({ userId }) => userId === user.userId),
      companyId,
      userId: user.userId,
    })),
  }
}

export function userFields({ userId, name, email, languageId }: UserRow): JsonObject {
  return { userId, name, email, languageId }
}
