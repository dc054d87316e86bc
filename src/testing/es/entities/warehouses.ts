import type { JsonObject } from '../../http/json.ts'
import { type CompanyCall, type Problem, problem, text } from '../operation.ts'
import type { Row } from '../state.ts'
import type { Entity } from './entity.ts'
import { taken } from './parties.ts'

export const warehouse: Entity = {
  name: 'warehouse',
  table: 'warehouses',
  model: 'Warehouse',
  defaults: () => ({ isDefault: false, phone: '', contactName: '', contactEmail: '' }),
  judge,
}

function judge(call: CompanyCall, after: JsonObject, before: Row | undefined): Problem[] {
  return taken(call, 'warehouses', 'number', text(after, 'number'), before)
    ? [problem('number', 'A warehouse with that number already exists for your company')]
    : []
}
