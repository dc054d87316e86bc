import { Refusal } from './answers.ts'
import { booleanOf, counted, type Endpoint } from './call.ts'
import { textOf } from './filter.ts'
import type { OutsmartState, Row } from './state.ts'

interface Deletable {
  rows(state: OutsmartState): Row[]
  /** Names of the key in the query, with the fields they stand for. */
  readonly keys: Readonly<Record<string, string>>
  /** Whether several may go at once. */
  readonly many?: boolean
}

const own = (field: string) => ({ [field]: field })

const entities: Readonly<Record<string, Deletable>> = {
  workorder: {
    rows: (state) => state.workOrders,
    keys: { db_row: 'id', workorder_no: 'WorkorderNo', order_no: 'OrderNr' },
    many: false,
  },
  employee: { rows: (state) => state.employees, keys: { db_row: 'id', ...own('number') } },
  material: {
    rows: (state) => state.materials,
    keys: { db_row: 'id', ...own('code'), ...own('description') },
  },
  relation: {
    rows: (state) => state.relations,
    keys: { db_row: 'id', ...own('name'), ...own('debtor_number') },
  },
  project: { rows: (state) => state.projects, keys: own('code') },
  hourtype: { rows: (state) => state.hourTypes, keys: own('code') },
  category: { rows: (state) => state.categories, keys: { code: 'cat_code' } },
  address: { rows: (state) => state.addresses, keys: { code: 'adr_code' } },
  contactperson: { rows: (state) => state.contactPersons, keys: { code: 'cpn_code' } },
  object: { rows: (state) => state.objects, keys: { code: 'obj_code' } },
  location: { rows: (state) => state.locations, keys: own('identifier') },
  material_category: {
    rows: (state) => state.materialCategories,
    keys: { ...own('mct_mat_code'), ...own('mct_cat_code') },
  },
  error: { rows: (state) => state.errorCodes, keys: own('code') },
  priority: { rows: (state) => state.priorities, keys: own('code') },
  solution: { rows: (state) => state.solutions, keys: own('code') },
  region: { rows: (state) => state.regions, keys: { code: 'reg_code' } },
  vehicle: { rows: (state) => state.vehicles, keys: { license_plate: 'veh_license_plate' } },
  object_part: {
    rows: (state) => state.objectParts,
    keys: { obj_code: 'opr_obj_code', prt_code: 'opr_prt_code', serial_number: 'opr_serial_number' },
  },
}

/** Deletes by one field. A write through GET. */
export const deleteEndpoint: Endpoint = {
  method: 'GET',
  path: 'DeleteEntity',
  writes: () => true,
  run(call) {
    const { state, query } = call
    const entity = entities[query.get('entity') ?? '']
    const field = entity?.keys[query.get('key') ?? '']
    if (!entity || !field) throw new Refusal(1600, 'The entity or the key is unknown.')
    const all = booleanOf(query, 'delete_all') ?? false
    if (all && entity.many === false) throw new Refusal(1600, 'Not all of them can be deleted.')
    const rows = entity.rows(state)
    const value = query.get('value') ?? ''
    const found = all ? [...rows] : rows.filter((row) => textOf(row[field]) === value)
    if (found.length === 0) throw new Refusal(1600, 'Nothing was deleted.')
    if (!all && found.length > 1) throw new Refusal(1600, 'More than one record has this value.')
    for (const row of found) rows.splice(rows.indexOf(row), 1)
    return counted(call, found.length)
  },
}
