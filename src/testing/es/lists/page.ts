import type { Json, JsonObject } from '../../http/json.ts'
import { fieldValue } from '../field-value.ts'
import { isTranslated, translate } from '../languages.ts'
import { type Call, num, object, objects, problem, Refusal, text } from '../operation.ts'
import type { Row } from '../state.ts'
import { type Condition, meets } from './filter.ts'

const defaultQty = 50
const maximumQty = 1000

/**
 * The envelope of a list: rows that meet every condition of `args.options.filter` and the `search`, in the `order`
 * asked for (else as they are stored), one page of them, and `options` with `pagination { page qty count }`.
 *
 * @param type Object type of the rows, or the interface of documents: fields are found as in answers.
 */
export function page(call: Call, rows: readonly Row[], type: string): JsonObject {
  const options = object(call.args, 'options')
  const found = sorted(call, select(call, rows, type), type)
  const { page, qty } = paginationOf(object(options, 'pagination'))
  return {
    errors: [],
    data: found.slice((page - 1) * qty, page * qty),
    options: { pagination: { page, qty, count: found.length }, defaultLanguageId: call.languageId ?? null },
  }
}

/** Rows that a list shows: visible by now, every condition met, found by the search. */
function select<T extends Row>(call: Call, rows: readonly T[], type: string): T[] {
  const { behaviour, now, trouble } = call
  const options = object(call.args, 'options')
  const conditions = conditionsOf(options)
  if (trouble.refuseFilter && conditions.length > 0) {
    throw new Refusal(...conditions.map(({ field }) => problem('filter', `Invalid filter field ${field}`)))
  }
  const shown = rows.filter(({ visibleFrom }) => visibleFrom === undefined || visibleFrom <= now)
  if (trouble.ignoreFilter) return shown
  return shown.filter(
    (row) =>
      conditions.every((condition) => meets(at(call, row, type, condition.field), condition, behaviour)) &&
      searched(call, row, type, object(options, 'search')),
  )
}

/** Conditions of the filter, all of which have to be met. */
export function conditionsOf(options: JsonObject): Condition[] {
  return objects(options, 'filter').map((condition) => ({
    field: text(condition, 'field'),
    comparison: text(condition, 'comparison'),
    value: typeof condition.value === 'string' ? condition.value : null,
  }))
}

function searched(call: Call, row: Row, type: string, search: JsonObject): boolean {
  const wanted = text(search, 'value').toLowerCase()
  if (wanted === '') return true
  const field = text(search, 'field')
  const fields = field === 'ALL' ? call.searchable : [field]
  return fields.some((name) => {
    const have = at(call, row, type, name)
    const texts = isTranslated(have) ? Object.values(have) : [have ?? '']
    return texts.some((one) => String(one).toLowerCase().includes(wanted))
  })
}

/** Rows that are equal by the order stay as they are stored, or the other way round where it is descending. */
function sorted(call: Call, rows: readonly Row[], type: string): Row[] {
  const orders = objects(object(call.args, 'options'), 'order')
  const numbered = rows.map((row, index) => ({ row, index }))
  numbered.sort((a, b) => {
    for (const order of orders) {
      const field = text(order, 'field')
      const difference = compare(shownAt(call, a.row, type, field), shownAt(call, b.row, type, field))
      if (difference !== 0) return order.sort === 'DESC' ? -difference : difference
    }
    return orders[0]?.sort === 'DESC' ? b.index - a.index : a.index - b.index
  })
  return numbered.map(({ row }) => row)
}

/** Nothing comes first. */
function compare(a: Json, b: Json): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'en', { sensitivity: 'base' })
}

function shownAt(call: Call, row: Row, type: string, field: string): Json {
  const value = at(call, row, type, field) ?? null
  return isTranslated(value) ? translate(value, call.languageId ?? 1, call.behaviour) : value
}

/** A field of a row; `document__date` is the `date` of its `document`. */
function at(call: Call, row: JsonObject, type: string, field: string): Json | undefined {
  const [first = '', ...rest] = field.split('__')
  const value = fieldValue(call.fields, [type], row, first, call)
  if (rest.length === 0) return value
  const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  return at(call, inner, '', rest.join('__'))
}

function paginationOf(sent: JsonObject): { page: number; qty: number } {
  const asked = sent.qty === undefined ? defaultQty : num(sent, 'qty')
  return { page: Math.max(1, num(sent, 'page')), qty: Math.min(Math.max(1, asked), maximumQty) }
}
