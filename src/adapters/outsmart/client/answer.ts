import * as z from 'zod'
import { ContractError, NotFoundError } from '../../../errors/index.ts'
import type { BadRow } from '../../../http/index.ts'
import { differences, pathText } from '../../../internal/issues.ts'
import { int, text } from '../../../internal/scalars.ts'
import type { Entity } from './entity.ts'
import type { Reading } from './envelope.ts'

/** A row that could not be read, with what was sent. */
export interface UnreadRow extends BadRow {
  readonly error: ContractError
  readonly raw: unknown
}

export interface RowsRead<T> {
  readonly rows: T[]
  readonly badRows: readonly UnreadRow[]
}

/** How the content of an answer is read. */
export interface AnswerReader<R> {
  readonly shape: 'rows' | 'value'
  read(response: unknown, reading: Reading): R
}

export interface RowsReader<T> extends AnswerReader<RowsRead<T>> {
  readonly shape: 'rows'
}

/** A list; `null` and an empty list are legitimate answers. */
export function rowsReader<T>(entity: Pick<Entity<T, unknown>, 'read' | 'keys'>): RowsReader<T> {
  return {
    shape: 'rows',
    read(response, reading) {
      const list = response === null || response === undefined ? [] : response
      if (!Array.isArray(list)) throw unexpected(reading, 'a list of rows', [''])
      return readRows(entity, list, reading)
    },
  }
}

/** One record; some endpoints wrap it in a list of one. */
export function rowReader<T>(entity: Pick<Entity<T, unknown>, 'read'>): AnswerReader<T> {
  return {
    shape: 'value',
    read(response, reading) {
      const one: unknown = Array.isArray(response) ? response[0] : response
      if (one === null || one === undefined) {
        throw new NotFoundError(`${reading.label}: there is no such record.`)
      }
      const parsed = entity.read.safeParse(one)
      if (parsed.success) return parsed.data
      throw unexpected(reading, 'the documented fields', pathsOf(parsed.error, ''))
    },
  }
}

/** How many records were written: all that array writes tell. */
export const countReader: AnswerReader<number> = valueReader(int, 'a count')

/** The next free number of a series, alone or in a record of its own. */
export const numberReader: AnswerReader<string> = valueReader(
  z.union([text, z.record(z.string(), text).transform((record) => Object.values(record)[0] ?? '')]),
  'a number',
)

/** Nothing documents what comes back. */
export const anyReader: AnswerReader<unknown> = { shape: 'value', read: (response) => response }

function valueReader<T>(schema: z.ZodType<T>, wanted: string): AnswerReader<T> {
  return {
    shape: 'value',
    read(response, reading) {
      const parsed = schema.safeParse(response)
      if (parsed.success) return parsed.data
      throw unexpected(reading, wanted, [])
    },
  }
}

function readRows<T>(
  { read, keys }: Pick<Entity<T, unknown>, 'read' | 'keys'>,
  list: readonly unknown[],
  reading: Reading,
): RowsRead<T> {
  const rows: T[] = []
  const badRows: UnreadRow[] = []
  for (const [index, raw] of list.entries()) {
    const parsed = read.safeParse(raw)
    if (parsed.success) rows.push(parsed.data)
    else {
      const error = unexpected(reading, 'the documented fields', pathsOf(parsed.error, `[${index}]`))
      const id = idOf(raw, keys)
      badRows.push({ index, error, raw, ...(id === undefined ? {} : { id }) })
    }
  }
  return { rows, badRows }
}

function idOf(raw: unknown, [key]: readonly string[]): string | number | undefined {
  if (key === undefined || typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, key))
    return undefined
  const id: unknown = Object.getOwnPropertyDescriptor(raw, key)?.value
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

function pathsOf(error: z.ZodError, base: string): string[] {
  return [...new Set(differences(error.issues).map(({ path }) => pathText(path, base)))]
}

function unexpected({ label }: Reading, wanted: string, paths: readonly string[]): ContractError {
  const where = paths.filter((path) => path !== '').slice(0, 5)
  const at = where.length > 0 ? ` (see ${where.join(', ')})` : ''
  return new ContractError(`${label}: the answer does not have ${wanted}${at}.`, 'unexpected_answer', paths)
}
