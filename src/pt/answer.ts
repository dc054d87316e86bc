import type * as z from 'zod'
import { ContractError, NotFoundError, RefusedError } from '../errors/index.ts'
import { type BadRow, type ReadRows, redact } from '../http/index.ts'
import { differences, pathText } from '../internal/issues.ts'
import { identityOf, int, row as rowOf } from './schema.ts'
import { refusedFields, validationError } from './validation-rules.ts'

/** What reading an answer needs to know. */
export interface Reading {
  readonly label: string
  readonly secrets: readonly string[]
  /** Looks at a readable value for drift; throws in strict mode. */
  observe(schema: z.ZodType, value: unknown, path: string): void
}

export interface RowsRead<T> extends ReadRows<T> {
  /** How many rows the server sent, readable or not. */
  readonly rawLength: number
  /** Ids in the order sent. */
  readonly ids: readonly unknown[]
}

/** How the answer of an endpoint is read: one value or one error. */
export interface AnswerReader<R> {
  readonly shape: 'rows' | 'row' | 'count' | 'done'
  /** What one row looks like. */
  readonly row: z.ZodType
  read(data: unknown, reading: Reading): R
}

export interface RowsReader<T> extends AnswerReader<RowsRead<T>> {
  readonly shape: 'rows'
}

/** A list; an empty one is a legitimate answer. */
export function rowsReader<T>(row: z.ZodType<T>): RowsReader<T> {
  return {
    shape: 'rows',
    row,
    read(data, reading) {
      if (!Array.isArray(data)) throw refusalIn(data, reading) ?? unexpected(reading, 'a list of rows', [''])
      throwRefusedFields(data, reading)
      return readRows(row, data, reading)
    },
  }
}

/** One row; an empty list says that there is none. */
export function rowReader<T>(row: z.ZodType<T>): AnswerReader<T> {
  return {
    shape: 'row',
    row,
    read(data, reading) {
      if (!Array.isArray(data)) return parse(row, data, reading)
      throwRefusedFields(data, reading)
      if (data.length > 0) throw unexpected(reading, 'one row', ['[0]'])
      throw new NotFoundError(`${reading.label}: there is no such record.`, {
        hint: 'It may be deleted, of another kind, or of another company.',
      })
    },
  }
}

const counted = rowOf({ count: int })

/** A count, which Moloni writes as text. */
export const countReader: AnswerReader<number> = {
  shape: 'count',
  row: counted,
  read(data, reading) {
    if (Array.isArray(data)) throwRefusedFields(data, reading)
    return parse(counted, data, reading).count
  },
}

/** The answer of a change: `valid` is 0 when it was refused. Some endpoints wrap it in a list of one. */
export function doneReader<T>(row: z.ZodType<T>): AnswerReader<T> {
  return {
    shape: 'done',
    row,
    read(data, reading) {
      if (Array.isArray(data)) throwRefusedFields(data, reading)
      const done: unknown = Array.isArray(data) && data.length === 1 ? data[0] : data
      const refused = refusalIn(done, reading)
      if (refused) throw refused
      return parse(row, done, reading)
    },
  }
}

/** Refusals that any endpoint may state, for answers that nothing else is known about. */
export function throwRefusals(data: unknown, reading: Reading, writes: boolean): void {
  if (Array.isArray(data)) throwRefusedFields(data, reading)
  const refused = writes ? refusalIn(data, reading) : undefined
  if (refused) throw refused
}

function readRows<T>(row: z.ZodType<T>, data: readonly unknown[], reading: Reading): RowsRead<T> {
  const idField = identityOf(row)
  const rows: T[] = []
  const badRows: BadRow[] = []
  const ids: unknown[] = []
  for (const [index, raw] of data.entries()) {
    const id = fieldOf(raw, idField)
    ids.push(id)
    const parsed = row.safeParse(raw)
    const error = parsed.success
      ? driftError(row, raw, reading)
      : shapeError(parsed.error, reading, `[${index}]`)
    if (parsed.success && !error) rows.push(parsed.data)
    if (error)
      badRows.push({ index, error, ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}) })
  }
  return { rows, badRows, rawLength: data.length, ids }
}

function driftError(row: z.ZodType, raw: unknown, reading: Reading): ContractError | undefined {
  try {
    reading.observe(row, raw, '[]')
    return undefined
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
}

function parse<T>(schema: z.ZodType<T>, data: unknown, reading: Reading): T {
  const parsed = schema.safeParse(data)
  if (!parsed.success) throw refusalIn(data, reading) ?? shapeError(parsed.error, reading, '')
  reading.observe(schema, data, '')
  return parsed.data
}

function shapeError(error: z.ZodError, reading: Reading, base: string): ContractError {
  const paths = differences(error.issues).map(({ path }) => pathText(path, base))
  return unexpected(reading, 'the documented fields', [...new Set(paths)])
}

function unexpected({ label }: Reading, wanted: string, paths: readonly string[]): ContractError {
  const where = paths.filter((path) => path !== '').slice(0, 5)
  const at = where.length > 0 ? ` (see ${where.join(', ')})` : ''
  return new ContractError(`${label}: the answer does not have ${wanted}${at}.`, 'unexpected_answer', paths)
}

function throwRefusedFields(data: readonly unknown[], { label, secrets }: Reading): void {
  const fields = refusedFields(data, secrets)
  if (fields) throw validationError(label, fields)
}

function refusalIn(data: unknown, { label, secrets }: Reading): RefusedError | undefined {
  const valid = fieldOf(data, 'valid')
  if (valid !== 0 && valid !== '0' && valid !== false) return undefined
  const message = fieldOf(data, 'message')
  const said =
    typeof message === 'string' && message !== '' ? ` Moloni says: "${redact(message, secrets)}".` : ''
  return new RefusedError(`${label} was refused.${said}`, {
    hint: 'The record may be in use, closed, or unknown in this company.',
  })
}

function fieldOf(value: unknown, name: string | undefined): unknown {
  if (name === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
    return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}
