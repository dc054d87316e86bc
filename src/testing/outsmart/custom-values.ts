import { Refusal } from './answers.ts'
import { type Endpoint, listed, shown } from './call.ts'
import { textOf } from './filter.ts'

const place = ['val_entity', 'val_primary', 'val_column'] as const

const read: Endpoint = {
  method: 'GET',
  path: 'values',
  writes: () => false,
  run(call) {
    const asked = place.filter((name) => (call.query.get(name) ?? '') !== '')
    return listed(
      call,
      call.state.values.filter((row) => asked.every((name) => textOf(row[name]) === call.query.get(name))),
    )
  },
}

/** The values travel in the query, as `val_value_1`, `val_value_2` … */
const write: Endpoint = {
  method: 'POST',
  path: 'values',
  writes: () => true,
  run({ state, query }) {
    const at = Object.fromEntries(place.map((name) => [name, query.get(name) ?? '']))
    const values = [...query].filter(([name]) => /^val_value_\d+$/.test(name))
    if (at.val_entity === '' || at.val_primary === '' || values.length === 0) {
      throw new Refusal(1007, 'Required fields are missing.')
    }
    const found = state.values.find((row) => place.every((name) => textOf(row[name]) === at[name]))
    const row = found ?? { ...at }
    if (!found) state.values.push(row)
    return structuredClone(shown(Object.assign(row, Object.fromEntries(values))))
  },
}

export const valueEndpoints: readonly Endpoint[] = [read, write]
