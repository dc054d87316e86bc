import { UsageError } from '../../../errors/index.ts'
import { type AnswerReader, countReader, type RowsRead, rowsReader } from './answer.ts'
import { checked } from './checks.ts'
import type { Entity } from './entity.ts'
import { type Condition, type Filter, filterQuery, type Query } from './filter.ts'

/**
 * What a call does. Only a `read` is ever repeated. A `readThatWrites` is the path of one that changes something unless
 * it is told not to: it is always told, and is sent once in either case.
 */
export type Kind = 'read' | 'write' | 'readThatWrites'

/** What travels beside the tokens. */
export interface Parts {
  readonly query?: Query
  readonly body?: unknown
}

/** One endpoint as data. */
export interface Endpoint<P, R> {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Absent when nobody knows it. */
  readonly path?: string
  readonly kind: Kind
  /** May take minutes: the client's time for long reads counts. */
  readonly slow?: boolean
  /** A code that stands for an empty list. */
  readonly emptyCode?: number
  readonly answer: AnswerReader<R>
  /** Checks the parameters; throws before anything is sent. */
  parts(params: unknown, label: string): Parts
  /** Never there: it only carries the type of the parameters. */
  readonly takes?: P
}

/** An endpoint with whatever parameters and result. */
export type AnyEndpoint = Endpoint<unknown, unknown>

export type EndpointTable = Readonly<Record<string, AnyEndpoint>>

/** No parameters. */
export type Nothing = Record<never, never>

type Rows<P, Row> = Endpoint<P, RowsRead<Row>>

/** Reads a list that takes no filter. */
export function list<Row>(entity: Entity<Row, unknown>, path: string | undefined): Rows<Nothing, Row> {
  return {
    method: 'GET',
    ...(path === undefined ? {} : { path }),
    kind: 'read',
    answer: rowsReader(entity),
    parts: (params, label) => {
      fieldsOf(params, [], label)
      return {}
    },
  }
}

/** Reads a list that can be filtered. */
export function listWhere<Row>(
  entity: Entity<Row, unknown>,
  path: string | undefined,
): Rows<Filter<Row>, Row> {
  return {
    method: 'GET',
    ...(path === undefined ? {} : { path }),
    kind: 'read',
    answer: rowsReader(entity),
    parts: (params, label) => ({ query: conditionsOf(params, entity, label) }),
  }
}

/** Reads the rows in which one field has a value. */
export function listEqual<Row>(
  entity: Entity<Row, unknown>,
  path: string,
): Rows<{ readonly key: keyof Row & string; readonly value: string | number }, Row> {
  return {
    method: 'GET',
    path,
    kind: 'read',
    answer: rowsReader(entity),
    parts(params, label) {
      const { key, value } = fieldsOf(params, ['key', 'value'], label)
      if (typeof key !== 'string' || !entity.has(key) || value === undefined) {
        throw invalid(label, 'key must be a field of the record, value what it has')
      }
      return {
        query: [
          ['key', key],
          ['value', String(value)],
        ],
      }
    },
  }
}

/** Reads a list by parameters of its own. */
export function listBy<Row, P>(
  entity: Entity<Row, unknown>,
  path: string,
  params: Entity<unknown, P>,
): Rows<P, Row> {
  return {
    method: 'GET',
    path,
    kind: 'read',
    answer: rowsReader(entity),
    parts: (given, label) => ({ query: queryOf(given, params, label) }),
  }
}

/**
 * Inserts records, or updates those with the same key. Answers how many: which one of several was bad is never told.
 */
export function save<Input>(
  entity: Entity<unknown, Input>,
  path: string,
): Endpoint<readonly Input[], number> {
  return {
    method: 'POST',
    path,
    kind: 'write',
    answer: countReader,
    parts: (rows, label) => ({ body: bodyOf(rows, entity, label) }),
  }
}

/** The rows of a body, each checked. */
export function bodyOf(rows: unknown, entity: Entity<unknown, unknown>, label: string): unknown[] {
  if (!Array.isArray(rows) || rows.length === 0)
    throw invalid(label, 'a list of at least one record is needed')
  const encoded = rows.map((row: unknown, index) => entity.encode(row, `[${index}]`))
  const problems = encoded.flatMap((one) => ('problems' in one ? one.problems : []))
  if (problems.length > 0) checked(label, { problems })
  return encoded.map((one) => ('wire' in one ? one.wire : undefined))
}

/** Parameters of a query, each checked. */
export function queryOf(params: unknown, entity: Entity<unknown, unknown>, label: string): Query {
  const wire = checked(label, entity.encode(params ?? {}, ''))
  return Object.entries(wire ?? {}).map(([name, value]) => [name, String(value)])
}

/** The filter of some parameters; there must be nothing else. */
export function conditionsOf<Row>(params: unknown, entity: Entity<Row, unknown>, label: string): Query {
  const { where = [] } = fieldsOf(params, ['where'], label)
  if (!Array.isArray(where)) throw invalid(label, 'where must be a list of conditions')
  const conditions = where.map((one: unknown): Condition<Row> => {
    const { key, operator, value } = fieldsOf(one, ['key', 'operator', 'value'], label)
    if (typeof key === 'string' && (typeof value === 'string' || typeof value === 'number')) {
      // Whether it is a field and an operator is looked at next.
      return { key, operator, value } as Condition<Row>
    }
    throw invalid(label, 'a condition needs key, operator and value')
  })
  return filterQuery(label, conditions, entity)
}

/** Named parameters; another name is refused, because OutSmart would ignore it. */
export function fieldsOf(
  params: unknown,
  names: readonly string[],
  label: string,
): Readonly<Record<string, unknown>> {
  if (params === undefined) return {}
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw invalid(label, 'the parameters must be an object')
  }
  const fields: Record<string, unknown> = { ...params }
  const unknown = Object.keys(fields).find((name) => !names.includes(name))
  if (unknown !== undefined) throw invalid(label, `${unknown} is not known`)
  return fields
}

export function invalid(label: string, reason: string): UsageError {
  return new UsageError(`${label} was not sent: ${reason}.`, { code: 'invalid_params' })
}
