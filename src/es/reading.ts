import * as z from 'zod'
import { ContractError } from '../errors/index.ts'
import type { BadRow, ReadRows } from '../http/index.ts'
import { differences, pathText } from '../internal/issues.ts'
import type { Failing } from './operation-errors.ts'

/** What reading the value of a root field needs to know. */
export interface Reading extends Failing {
  /** What one record looks like. */
  readonly row: z.core.$ZodType
  /** Name of the field that identifies a record. */
  readonly id: string | undefined
  /** Looks at a readable record for drift; throws in strict mode. */
  observe(value: unknown, path: string): void
}

/** The records of a page. */
export interface RowsRead extends ReadRows<unknown> {
  /** How many the server sent, readable or not. */
  readonly rawLength: number
  /** Ids in the order sent; undefined where they were not asked for. */
  readonly ids: readonly unknown[]
}

/** One record, or the error of its shape. */
export function readRow(raw: unknown, reading: Reading): unknown {
  const parsed = z.safeParse(reading.row, raw)
  if (!parsed.success) throw shapeError(parsed.error, reading, 'data')
  reading.observe(raw, '')
  return parsed.data
}

/** Records one by one: a bad one stays one bad one. */
export function readRows(data: readonly unknown[], reading: Reading): RowsRead {
  const rows: unknown[] = []
  const badRows: BadRow[] = []
  const ids: unknown[] = []
  for (const [index, raw] of data.entries()) {
    const id = fieldOf(raw, reading.id)
    ids.push(id)
    const parsed = z.safeParse(reading.row, raw)
    const error = parsed.success ? driftError(raw, reading) : shapeError(parsed.error, reading, `[${index}]`)
    if (parsed.success && !error) rows.push(parsed.data)
    if (error)
      badRows.push({ index, error, ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}) })
  }
  return { rows, badRows, rawLength: data.length, ids }
}

function driftError(raw: unknown, reading: Reading): ContractError | undefined {
  try {
    reading.observe(raw, '[]')
    return undefined
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
}

function shapeError(error: z.core.$ZodError, reading: Reading, base: string): ContractError {
  const paths = differences(error.issues).map(({ path }) => pathText(path, base))
  return unexpected(reading, 'the selected fields', [...new Set(paths)])
}

/** An answer that does not have what it should. */
export function unexpected({ label }: Reading, wanted: string, paths: readonly string[]): ContractError {
  const where = paths.filter((path) => path !== '').slice(0, 5)
  const at = where.length > 0 ? ` (see ${where.join(', ')})` : ''
  return new ContractError(`${label}: the answer does not have ${wanted}${at}.`, 'unexpected_answer', paths)
}

/** A field of a value of unknown shape. */
export function fieldOf(value: unknown, name: string | undefined): unknown {
  if (name === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
    return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}
