import { Refusal } from './answers.ts'
import { type Call, type Endpoint, isVisible, listed } from './call.ts'
import { filtered, textOf } from './filter.ts'
import type { Row } from './state.ts'
import type { Table } from './table.ts'
import { tables } from './tables/index.ts'
import { writeRows } from './write-rows.ts'

const never = () => false
const always = () => true

/** The endpoints of a list: read, write, and read by one field where there is such a path. */
function endpointsOf(table: Table): Endpoint[] {
  const { path, singular, readOnly = false } = table
  const read: Endpoint = { method: 'GET', path, writes: never, run: (call) => readList(call, table) }
  const write: Endpoint = { method: 'POST', path, writes: always, run: (call) => writeRows(call, table) }
  const one: Endpoint[] = singular
    ? [{ method: 'GET', path: singular, writes: never, run: (call) => readEqual(call, table) }]
    : []
  return [read, ...(readOnly ? [] : [write]), ...one]
}

function readList(call: Call, table: Table) {
  const rows = call.state[table.name].filter((row) => isVisible(row, call.now))
  if (rows.length === 0 && table.emptyCode) throw new Refusal(table.emptyCode, 'There is no data.')
  const asked = narrowed(call, table, rows)
  return listed(call, table.filter ? filtered(call, asked, Object.keys(table.fields)) : asked)
}

/** Stock is asked for by parameters of its own. */
function narrowed(call: Call, { name }: Table, rows: readonly Row[]): Row[] {
  if (name !== 'warehouseMaterials' || call.ignoreFilter) return [...rows]
  return rows.filter((row) =>
    ['wsa_article_code', 'wsa_wse_code'].every((field) => {
      const asked = call.query.get(field)
      return asked === null || asked === '' || textOf(row[field]) === asked
    }),
  )
}

function readEqual(call: Call, { name }: Table) {
  const [key, value] = [call.query.get('key') ?? '', call.query.get('value') ?? '']
  if (call.refuseFilter) throw new Refusal(1007, 'An unexpected error occurred.')
  const rows = call.state[name]
  return listed(call, call.ignoreFilter ? rows : rows.filter((row) => textOf(row[key]) === value))
}

/** Objects that were changed since they were last fetched; naming one clears its mark. */
const changedObjects: Endpoint = {
  method: 'GET',
  path: 'objects/changed',
  writes: (query) => query.has('obj_code'),
  run(call) {
    const { state, query } = call
    const code = query.get('obj_code')
    const asked = state.changedObjects.filter((one) => code === null || one === code)
    if (code !== null) state.changedObjects = state.changedObjects.filter((one) => one !== code)
    return listed(
      call,
      state.objects.filter((row) => asked.includes(textOf(row.obj_code))),
    )
  },
}

const changedParts: Endpoint = {
  method: 'GET',
  path: 'object_parts/changed',
  writes: never,
  run(call) {
    const since = call.query.get('opr_timestamp_mutate') ?? ''
    return listed(
      call,
      call.state.objectParts.filter((row) => textOf(row.opr_timestamp_mutate) >= since),
    )
  },
}

export const listEndpoints: readonly Endpoint[] = [
  ...tables.flatMap(endpointsOf),
  changedObjects,
  changedParts,
]
