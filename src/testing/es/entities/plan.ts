import type { JsonObject } from '../../http/json.ts'
import { type Call, type CompanyCall, num, objects, type Problem, problem, text } from '../operation.ts'
import { type CompanyState, isTable } from '../state.ts'

/** Modules of the company's plan: a limit of 0 is none. */
export function limitsOf(row: JsonObject, call: Call): JsonObject[] {
  const company = call.state.companies[Number(row.companyId)]
  return objects(row, 'limits').map((module) => {
    const used = company ? count(company, text(module, 'resource')) : 0
    const limit = num(module, 'limit')
    return { ...module, used, remaining: limit === 0 ? 0 : Math.max(0, limit - used) }
  })
}

/** The refusal of one row too many. */
export function overLimit({ company }: CompanyCall, resource: string): Problem[] {
  const module = objects(company.company, 'limits').find((one) => one.resource === resource)
  const limit = module ? num(module, 'limit') : 0
  if (limit === 0 || count(company, resource) < limit) return []
  return [problem('*', 'Number of items is over the allowed limit.')]
}

function count(company: CompanyState, resource: string): number {
  if (resource === 'documents') return company.documents.length
  return isTable(resource) ? company[resource].length : 0
}
