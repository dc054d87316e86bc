import type { JsonObject } from '../../http/json.ts'
import type { Entity } from '../entities/entity.ts'
import { create, rowOf, tableOperations } from '../entities/table-operations.ts'
import {
  answer,
  type Call,
  type CompanyCall,
  type Operations,
  object,
  ofCompany,
  ofUser,
  type Problem,
  problem,
  Refusal,
  text,
} from '../operation.ts'
import { change } from '../rows.ts'
import type { Row } from '../state.ts'
import { type HookPairs, hookPairs } from './pairs.ts'

const hook: Entity = {
  name: 'hook',
  table: 'hooks',
  textId: true,
  judge,
  stored: (_call, sent) => ({ ...sent, name: `${text(sent, 'model')} ${text(sent, 'operation')}` }),
}

function pairsOf({ behaviour }: Call): HookPairs {
  return behaviour.hooks.pairs ?? hookPairs[behaviour.platform]
}

function judge(call: CompanyCall, after: JsonObject, before: JsonObject | undefined): Problem[] {
  const [model, operation] = [text(after, 'model'), text(after, 'operation')]
  const found = URL.canParse(text(after, 'url')) ? [] : [problem('url', 'Invalid url')]
  if (!pairsOf(call)[model]?.includes(operation)) {
    found.push(problem('operation', 'That operation is not available for that model'))
  }
  const twin = call.company.hooks.some(
    (row) => row.hookId !== before?.hookId && row.model === model && row.operation === operation,
  )
  if (twin)
    found.push(problem('operation', 'A hook for that model and operation already exists for your company'))
  return found
}

export const hookOperations: Operations = {
  ...tableOperations(hook),
  hookCreate: ofCompany((call) => answer(create(hook, call, object(call.args, 'data')))),
  hookUpdate: ofCompany((call) => answer(update(call, object(call.args, 'data')))),
  hookModelOperations: ofUser((call) => {
    const data = Object.entries(pairsOf(call)).map(([model, operations]) => ({
      model,
      name: model,
      operations: operations.map((operation) => ({ operation, name: operation })),
    }))
    return { errors: [], data, options: { pagination: { page: 1, qty: data.length, count: data.length } } }
  }),
}

/** Model and operation come as lists here; their first entries are taken. */
function update(call: CompanyCall, data: JsonObject): Row {
  const row = rowOf(hook, call, data.hookId)
  const first = (name: 'model' | 'operation') => {
    const sent = data[name]
    return (Array.isArray(sent) ? sent[0] : undefined) ?? row[name] ?? null
  }
  const fields = { url: data.url ?? null, model: first('model'), operation: first('operation') }
  const problems = judge(call, { ...row, ...fields }, row)
  if (problems.length > 0) throw new Refusal(...problems)
  change(call, row, { ...fields, name: `${fields.model} ${fields.operation}` })
  return row
}
