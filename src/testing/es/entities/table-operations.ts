import type { Json, JsonObject } from '../../http/json.ts'
import { page } from '../lists/page.ts'
import {
  answer,
  type Call,
  type CompanyCall,
  type Operations,
  object,
  ofCompany,
  problem,
  Refusal,
} from '../operation.ts'
import { change, newRow } from '../rows.ts'
import { findRow, idFields, type Row, takeId } from '../state.ts'
import type { Entity } from './entity.ts'
import { log, logsOf } from './logs.ts'
import { onlyDefault } from './only-default.ts'
import { overLimit } from './plan.ts'
import { lostReferences, notHere } from './references.ts'
import { isUsed } from './uses.ts'
import { nextUuid } from './uuid.ts'

/** Type of an entity's rows in the schema. */
export function typeOf({ name }: Entity): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Read`
}

/** The usual operations of an entity; those that the schema lacks are never asked for. */
export function tableOperations(entity: Entity): Operations {
  const { name, table } = entity
  return {
    [table]: ofCompany((call) => list(entity, call)),
    [name]: ofCompany((call) => answer(rowOf(entity, call, idIn(call.args)))),
    [`${name}Create`]: ofCompany((call) => answer(create(entity, call, object(call.args, 'data')))),
    [`${name}Update`]: ofCompany((call) => answer(update(entity, call, object(call.args, 'data')))),
    [`${name}Logs`]: logsOf(name),
    [`${name}Delete`]: ofCompany((call) => remove(entity, call, idsIn(call.args))),
  }
}

function list(entity: Entity, call: CompanyCall): JsonObject {
  const rows = call.company[entity.table]
  return page(call, entity.shown?.(call, rows) ?? rows, typeOf(entity))
}

/** The row with this id, or a refusal. */
export function rowOf({ name, noun, table }: Entity, call: CompanyCall, id: Json | undefined): Row {
  const row = findRow(call.company, table, id)
  if (!row) throw new Refusal(problem(idFields[table], notHere(noun ?? name)))
  return row
}

/** Makes a row, or refuses with everything that is wrong. */
export function create(entity: Entity, call: CompanyCall, sent: JsonObject): Row {
  const { company, state } = call
  const idField = idFields[entity.table]
  const fields: JsonObject = {
    companyId: company.companyId,
    visible: 1,
    ...entity.defaults?.(call),
    ...(entity.stored?.(call, sent, undefined) ?? sent),
  }
  judged(entity, call, sent, fields, undefined)
  const row: Row = newRow(call, {
    ...fields,
    [idField]: entity.textId ? nextUuid(state) : takeId(state),
  })
  company[entity.table].push(row)
  written(entity, call, row, undefined)
  return row
}

/** Changes a row by the id among the fields. */
export function update(entity: Entity, call: CompanyCall, sent: JsonObject): Row {
  const row = rowOf(entity, call, sent[idFields[entity.table]])
  const fields = entity.stored?.(call, sent, row) ?? sent
  judged(entity, call, sent, { ...row, ...fields }, row)
  const before = structuredClone(row)
  change(call, row, fields)
  written(entity, call, row, before)
  return row
}

function judged(
  entity: Entity,
  call: CompanyCall,
  sent: JsonObject,
  after: JsonObject,
  before: Row | undefined,
) {
  const problems = [
    ...(before ? [] : overLimit(call, entity.table)),
    ...(entity.judge?.(call, after, before) ?? []),
    ...lostReferences(call, sent, idFields[entity.table]),
  ]
  if (problems.length > 0) throw new Refusal(...problems)
}

function written(entity: Entity, call: CompanyCall, row: Row, before: JsonObject | undefined): void {
  if (row.isDefault === true) onlyDefault(call.company[entity.table], row)
  entity.written?.(call, row, before)
  report(entity, call, before ? 'update' : 'create', before, row)
}

/** Deletes what may be deleted; the rest is skipped without a word. */
export function remove(entity: Entity, call: CompanyCall, ids: readonly Json[]): JsonObject {
  const { company } = call
  const rows = ids
    .map((id) => findRow(company, entity.table, id))
    .filter((row) => row !== undefined && isDeletable(entity, call, row))
  const gone = new Set(rows)
  company[entity.table] = company[entity.table].filter((row) => !gone.has(row))
  for (const row of gone) if (row) report(entity, call, 'delete', row, undefined)
  return {
    status: gone.size > 0,
    deletedCount: gone.size,
    elementsCount: company[entity.table].length,
    errors: [],
  }
}

/** Whether a row may go: it is no default, nothing points at it, and its own rules agree. */
export function isDeletable({ table, deletable }: Entity, call: Call, row: Row): boolean {
  const company = call.state.companies[Number(row.companyId)]
  if (!company || row.isDefault === true || deletable?.(row) === false) return false
  return !isUsed(company, table, row)
}

/** Tells the log, and the hooks where they know the model. */
function report(
  { model, name, table }: Entity,
  call: CompanyCall,
  operation: string,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): void {
  const id = (after ?? before)?.[idFields[table]]
  if (typeof id !== 'number' && typeof id !== 'string') return
  log(call, name, operation, id, before, after)
  if (model) call.fire({ companyId: call.company.companyId, model, operation, id })
}

const notIds: ReadonlySet<string> = new Set(['companyId', 'options', 'data'])

/** The id among the arguments, whatever the operation calls it. */
function idIn(args: JsonObject): Json | undefined {
  return Object.entries(args).find(([name]) => !notIds.has(name))?.[1]
}

function idsIn(args: JsonObject): Json[] {
  const ids = idIn(args)
  return Array.isArray(ids) ? ids : [ids ?? null]
}
