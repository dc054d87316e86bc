import { countReader } from './answer.ts'
import { type Endpoint, fieldsOf, invalid } from './endpoint.ts'

/** By which keys each kind of record can be deleted. */
const KEYS = {
  workorder: ['db_row', 'workorder_no', 'order_no'],
  employee: ['db_row', 'number'],
  material: ['db_row', 'code', 'description'],
  relation: ['db_row', 'name', 'debtor_number'],
  project: ['code'],
  hourtype: ['code'],
  category: ['code'],
  address: ['code'],
  contactperson: ['code'],
  object: ['code'],
  location: ['identifier'],
  material_category: ['mct_mat_code', 'mct_cat_code'],
  error: ['code'],
  priority: ['code'],
  solution: ['code'],
  region: ['code'],
  vehicle: ['license_plate'],
  object_part: ['obj_code', 'prt_code', 'serial_number'],
} as const

type Keys = typeof KEYS
export type DeletableEntity = keyof Keys

/** One kind of record, one of its keys, and the value that it has. */
export type Deletion = {
  readonly [E in DeletableEntity]: {
    readonly entity: E
    readonly key: Keys[E][number]
    readonly value: string | number
  }
}[DeletableEntity]

/** A write through GET. */
function remove(all: boolean): Endpoint<Deletion, number> {
  return {
    method: 'GET',
    path: 'DeleteEntity',
    kind: 'write',
    answer: countReader,
    parts(params, label) {
      const { entity, key, value } = fieldsOf(params, ['entity', 'key', 'value'], label)
      const keys: readonly unknown[] = typeof entity === 'string' && isDeletable(entity) ? KEYS[entity] : []
      if (!keys.includes(key)) throw invalid(label, `${String(entity)} cannot be deleted by ${String(key)}`)
      if (value === undefined || value === '') throw invalid(label, 'the value is missing')
      return {
        query: [
          ['entity', String(entity)],
          ['key', String(key)],
          ['value', String(value)],
          ['delete_all', String(all)],
        ],
      }
    },
  }
}

function isDeletable(entity: string): entity is DeletableEntity {
  return Object.hasOwn(KEYS, entity)
}

export const recordEndpoints = { delete: remove(false), deleteAll: remove(true) }
