import { Refusal } from './answers.ts'
import { type Call, counted, momentText, rowsOf } from './call.ts'
import { textOf } from './filter.ts'
import type { Row } from './state.ts'
import { takeId } from './state.ts'
import type { FieldRule, Table } from './table.ts'
import { stored } from './values-of.ts'

const custom: FieldRule = { kind: 'text' }

/**
 * Writes an array of records: each is inserted, or updates the one with its key. The answer is a count; which row of
 * a refused array was bad is not told.
 */
export function writeRows(call: Call, table: Table) {
  const { badRow } = call.behaviour
  const checked: { row: Row; refusal?: Refusal }[] = rowsOf(call).map((sent) => checkRow(call, table, sent))
  const first = checked.findIndex(({ refusal }) => refusal)
  const refusal = checked[first]?.refusal
  if (refusal && badRow === 'none') throw refusal
  const good = badRow === 'before' && refusal ? checked.slice(0, first) : checked
  const written = good.filter((one) => !one.refusal)
  for (const { row } of written) put(call, table, row)
  if (refusal && badRow === 'before') throw refusal
  return counted(call, written.length)
}

function checkRow(call: Call, table: Table, sent: Record<string, unknown>): { row: Row; refusal?: Refusal } {
  const { failed, required } = table.codes
  const row: Row = {}
  for (const [name, value] of Object.entries(sent)) {
    const rule = table.fields[name] ?? (table.custom && /^val_value_\d+$/.test(name) ? custom : undefined)
    if (!rule) continue
    const kept = stored(value, rule, call.behaviour.tooLong === 'cut')
    if (typeof kept === 'string') row[name] = kept
    else if (kept.fault === 'too_long')
      return { row, refusal: new Refusal(failed, `Writing ${name} failed.`) }
    else return { row, refusal: new Refusal(required, `The value of ${name} is not valid.`) }
  }
  // The required fields have to be sent, also when the record is there already.
  const lacks = table.required.filter((name) => textOf(row[name]) === '')
  if (lacks.length === 0) return { row }
  return { row, refusal: new Refusal(required, ...lacks.map((name) => `Required field ${name} is missing.`)) }
}

function existing({ state }: Call, { name, key }: Table, row: Row): Row | undefined {
  if (key.length === 0) return undefined
  return state[name].find((one) => key.every((field) => same(one[field], row[field])))
}

/** Keys are compared without case, as the databases behind such interfaces do. */
function same(a: unknown, b: unknown): boolean {
  return textOf(a).toLowerCase() === textOf(b).toLowerCase()
}

function put(call: Call, table: Table, row: Row): void {
  const { state, behaviour, visibleFrom } = call
  const found = existing(call, table, row)
  if (table.name === 'objects') markChanged(state.changedObjects, textOf(row.obj_code))
  if (table.name === 'objectParts') row.opr_timestamp_mutate = momentText(call.now)
  if (found) {
    if (behaviour.rewrite === 'replace') for (const name of Object.keys(found)) delete found[name]
    Object.assign(found, behaviour.rewrite === 'replace' ? { ...blank(table), ...row } : row)
    return
  }
  const identity = table.identity ? { [table.identity]: takeId(state) } : {}
  const active = 'active' in table.fields && row.active === undefined ? { active: '1' } : {}
  const lag = visibleFrom === undefined ? {} : { visible_from: visibleFrom }
  state[table.name].push({ ...blank(table), ...identity, ...active, ...row, ...lag })
}

/** What nobody wrote is null. */
function blank({ fields }: Table): Row {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, null]))
}

function markChanged(changed: string[], code: string): void {
  if (!changed.includes(code)) changed.push(code)
}
