import type { Json, JsonObject } from '../../http/json.ts'
import { count, like, modified, ordered, page, paging, shown, since } from '../lists.ts'
import { type CompanyCall, type Method, type Methods, num, read, refused, text, write } from '../method.ts'
import { type CompanyState, findRow, type Row, type TableName, takeId } from '../state.ts'
import { type Problem, Refusal } from '../validation/problem.ts'
import type { Fields } from '../validation/rules.ts'

/** A group that keeps rows in a table of the company: what differs from its siblings. */
export interface TableGroup {
  readonly group: string
  readonly table: Exclude<TableName, 'documents'>
  /** Field of the id, for example `customer_id`. */
  readonly id: string
  /** Parameters of `insert`; `update` takes the same beside the id. */
  readonly fields: Fields
  /** Parameters that `update` does not require although `insert` does. */
  readonly optionalOnUpdate?: readonly string[]
  /** What a row holds beside what was sent. */
  readonly defaults?: JsonObject
  /** The row as lists show it. */
  present(row: Row, company: CompanyState): JsonObject
  /** The row as `getOne` shows it, where that is more. */
  presentOne?(row: Row, company: CompanyState): JsonObject
  /** The row as delta lists show it, where that is less. */
  presentDelta?(row: Row, company: CompanyState): JsonObject
  /** `getAll` takes `qty` and `offset`. */
  readonly paged?: boolean
  /** Only delta lists take them. */
  readonly pagedDelta?: boolean
  /** Has `getOne` and `count`. */
  readonly single?: boolean
  /** Parameters of `getAll` and `count` beside paging. */
  readonly filters?: Fields
  /** Which rows `getAll` and `count` show. */
  matches?(row: Row, values: JsonObject): boolean
  /** Which rows searches show; all by default. */
  visible?(row: Row, values: JsonObject): boolean
  /** Which rows delta lists show; all by default. */
  inDelta?(row: Row, call: CompanyCall): boolean
  /** Searches by name (`Vat` gives `getByVat` and `countByVat`): parameter and the fields it looks in. */
  readonly searches?: Readonly<Record<string, { param: string; type: string; fields: readonly string[] }>>
  /** Extra parameters of searches. */
  readonly searchFields?: Fields
  /** Rules beyond single fields. `row` is absent on insert. */
  problems?(call: CompanyCall, row: Row | undefined): Problem[]
  /** Rules inside nested rows: they are looked at last. */
  nestedProblems?(call: CompanyCall): Problem[]
  /** What is stored of the parameters. */
  store?(call: CompanyCall, row: Row): JsonObject
  /** After an insert or update. */
  settle?(call: CompanyCall, row: Row): void
  /** Fields that are silently kept when the row is in use. */
  readonly frozen?: readonly string[]
  inUse?(company: CompanyState, id: number): boolean
  /** What goes with a deleted row. */
  removed?(company: CompanyState, row: Row): void
  /** Parameters of `delete` beside the id. */
  readonly deleteFields?: Fields
  /** Ids in insert answers are text. */
  readonly textId?: boolean
  /** Insert and update answer a list of one, with the id as text. */
  readonly listedAnswer?: boolean
  /** Methods that the group has not. */
  readonly without?: readonly string[]
}

/** All shared methods of a table group. */
export function tableGroup(definition: TableGroup): Methods {
  const { group, table, id } = definition
  const all = ({ company, now }: CompanyCall) => shown(company[table], now)
  const listed = (call: CompanyCall) =>
    ordered(
      all(call).filter((row) => call.ignoreFilter || (definition.matches?.(row, call.values) ?? true)),
      id,
      call,
    )
  const delta = (call: CompanyCall) =>
    ordered(
      modified(all(call), call).filter((row) => definition.inDelta?.(row, call) ?? true),
      id,
      call,
    )
  const present = (found: readonly Row[], call: CompanyCall): Json =>
    found.map((row) => definition.present(row, call.company))
  const paged = (found: readonly Row[], call: CompanyCall) =>
    present(definition.paged ? page(found, call.values) : found, call)
  const pages = definition.paged ? paging : {}
  const deltaPages = definition.paged || definition.pagedDelta ? paging : {}
  const presentDelta = (found: readonly Row[], call: CompanyCall) => {
    const onPage = definition.paged || definition.pagedDelta ? page(found, call.values) : found
    const show = definition.presentDelta ?? definition.present
    return onPage.map((row) => show(row, call.company))
  }

  const methods: Record<string, Method> = {
    getAll: read({ ...definition.filters, ...pages }, (call) => paged(listed(call), call)),
    getModifiedSince: read({ ...since, ...deltaPages }, (call) => presentDelta(delta(call), call)),
    countModifiedSince: read(since, (call) => count(delta(call))),
    insert: write(
      definition.fields,
      (call) => insert(definition, call),
      (call) => definition.problems?.(call, undefined) ?? [],
    ),
    update: write(
      { [id]: 'id!', ...looser(definition) },
      (call) => update(definition, call),
      (call) => {
        const row = findRow(call.company[table], id, num(call.values, id))
        return row ? (definition.problems?.(call, row) ?? []) : []
      },
    ),
    delete: write({ [id]: 'id!', ...definition.deleteFields }, (call) => remove(definition, call)),
  }
  if (definition.single) {
    methods.count = read(definition.filters ?? {}, (call) => count(listed(call)))
    methods.getOne = read({ [id]: 'id!' }, (call) => {
      const row = findRow(call.company[table], id, num(call.values, id))
      return row ? (definition.presentOne ?? definition.present)(row, call.company) : []
    })
  }
  for (const [name, search] of Object.entries(definition.searches ?? {})) {
    const fields: Fields = {
      [search.param]: `${search.type}!`,
      exact: 'int',
      order_by_field: 'text',
      order_by_ordering: 'text',
      ...definition.searchFields,
    }
    const hits = (call: CompanyCall) => found(definition, all(call), search, call)
    methods[`getBy${name}`] = read({ ...fields, ...paging }, (call) =>
      present(page(hits(call), call.values), call),
    )
    methods[`countBy${name}`] = read(fields, (call) => count(hits(call)))
  }
  const served = Object.entries(methods).filter(([name]) => !definition.without?.includes(name))
  return Object.fromEntries(served.map(([name, method]) => [`${group}/${name}`, method]))
}

function looser({ fields, optionalOnUpdate = [] }: TableGroup): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, rule]) => [
      name,
      typeof rule === 'string' && optionalOnUpdate.includes(name) ? rule.replace('!', '') : rule,
    ]),
  )
}

function found(
  definition: TableGroup,
  all: readonly Row[],
  search: { param: string; fields: readonly string[] },
  call: CompanyCall,
): Row[] {
  const wanted = text(call.values, search.param)
  const exact = num(call.values, 'exact') === 1
  const hits = all.filter(
    (row) =>
      (definition.visible?.(row, call.values) ?? true) &&
      search.fields.some((field) => like(row[field], wanted, exact)),
  )
  const by = text(call.values, 'order_by_field')
  if (by === '') return ordered(hits, definition.id, call)
  const direction = text(call.values, 'order_by_ordering').toLowerCase() === 'desc' ? -1 : 1
  return hits.sort(
    (a, b) => direction * String(a[by] ?? '').localeCompare(String(b[by] ?? ''), 'pt', { numeric: true }),
  )
}

function judgeNested(definition: TableGroup, call: CompanyCall): void {
  const nested = definition.nestedProblems?.(call) ?? []
  if (nested.length > 0) throw new Refusal(...nested)
}

function insert(definition: TableGroup, call: CompanyCall): Json {
  judgeNested(definition, call)
  const key = takeId(call.state)
  const row: Row = {
    [definition.id]: key,
    ...blank(definition.fields),
    ...structuredClone(definition.defaults),
    lastmodified: call.now,
  }
  if (call.visibleFrom !== undefined) row.visible_from = call.visibleFrom
  Object.assign(row, definition.store?.(call, row) ?? call.values)
  call.company[definition.table].push(row)
  definition.settle?.(call, row)
  return saved(definition, definition.textId ? String(key) : key)
}

function saved({ id, listedAnswer }: TableGroup, key: number | string): Json {
  return listedAnswer ? [{ valid: 1, [id]: String(key) }] : { valid: 1, [id]: key }
}

/** Fields that were not sent are empty text, 0 or no rows. */
function blank(fields: Fields): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, rule]) => {
      if (typeof rule !== 'string') return [name, []]
      return [name, /^(int|num|id|flag)/.test(rule) ? 0 : '']
    }),
  )
}

function update(definition: TableGroup, call: CompanyCall): Json {
  const key = num(call.values, definition.id)
  const row = findRow(call.company[definition.table], definition.id, key)
  if (!row) return refused
  judgeNested(definition, call)
  const frozen = definition.inUse?.(call.company, key) ? pickKept(row, definition.frozen ?? []) : {}
  Object.assign(row, definition.store?.(call, row) ?? call.values, frozen, { lastmodified: call.now })
  definition.settle?.(call, row)
  return saved(definition, key)
}

function pickKept(row: Row, fields: readonly string[]): JsonObject {
  return Object.fromEntries(fields.map((field) => [field, row[field]]))
}

function remove(definition: TableGroup, call: CompanyCall): Json {
  const { company } = call
  const key = num(call.values, definition.id)
  const row = findRow(company[definition.table], definition.id, key)
  if (!row || definition.inUse?.(company, key)) return refused
  const table: Row[] = company[definition.table]
  table.splice(table.indexOf(row), 1)
  definition.removed?.(company, row)
  return { valid: 1 }
}
