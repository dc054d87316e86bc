import * as z from 'zod'
import { isMoloniError, type MoloniError, NotFoundError, RefusedError } from '../errors/index.ts'
import { operationError } from './operation-errors.ts'
import { fieldOf, type Reading, type RowsRead, readRow, readRows, unexpected } from './reading.ts'

/** How the value of a root field is asked for and read: one value or one error. */
export interface AnswerShape {
  readonly name: 'one' | 'list' | 'all' | 'text' | 'bare' | 'choice' | 'done' | 'deletion' | 'several'
  /** What is asked for, with the fields of a record; empty for a bare value. */
  asked(fields: string): string
  read(value: unknown, reading: Reading): unknown
}

const ERRORS = 'errors { field msg }'

/** One record; none is a `NotFoundError` for a read. */
export const one: AnswerShape = {
  name: 'one',
  asked: (fields) => `${ERRORS} data { ${fields} }`,
  read(value, reading) {
    const { data } = envelope(value, reading)
    if (data !== null && data !== undefined) return readRow(data, reading)
    if (reading.writes) throw unexpected(reading, 'a record', ['data'])
    throw noSuch(reading)
  },
}

export interface PageRead extends RowsRead {
  /** As the server echoes it. */
  readonly pagination: { readonly page: number; readonly qty: number; readonly count: number }
}

const whole = z.int().nonnegative()
const pagination = z.object({ page: whole, qty: whole, count: whole })

/** A page of records. */
export const list: AnswerShape = {
  name: 'list',
  asked: (fields) => `${ERRORS} data { ${fields} } options { pagination { page qty count } }`,
  read(value, reading): PageRead {
    const { data, options } = envelope(value, reading)
    if (!Array.isArray(data)) throw unexpected(reading, 'a list of records', ['data'])
    const echoed = pagination.safeParse(fieldOf(options, 'pagination'))
    if (!echoed.success) throw unexpected(reading, 'its place in the list', ['options.pagination'])
    return { ...readRows(data, reading), pagination: echoed.data }
  },
}

/** Records that come all at once. */
export const all: AnswerShape = {
  name: 'all',
  asked: one.asked,
  read(value, reading): RowsRead {
    const { data } = envelope(value, reading)
    if (!Array.isArray(data)) throw unexpected(reading, 'a list of records', ['data'])
    return readRows(data, reading)
  },
}

/** Text. */
export const textAnswer: AnswerShape = {
  name: 'text',
  asked: () => `${ERRORS} data`,
  read(value, reading) {
    const { data } = envelope(value, reading)
    // What is counted up may come as a number.
    if (typeof data === 'string' || typeof data === 'number') return String(data)
    if (data === null || data === undefined) return ''
    throw unexpected(reading, 'a text', ['data'])
  },
}

/** The fields of a record, in no envelope. */
export const bare: AnswerShape = {
  name: 'bare',
  asked: (fields) => fields,
  read(value, reading) {
    if (value === null || value === undefined) throw noSuch(reading)
    return readRow(value, reading)
  },
}

/** True or false, either being an answer. */
export const choice: AnswerShape = {
  name: 'choice',
  asked: () => '',
  read(value, reading) {
    if (typeof value === 'boolean') return value
    throw unexpected(reading, 'true or false', [''])
  },
}

/** True; false is a refusal. */
export const done: AnswerShape = {
  name: 'done',
  asked: () => '',
  read(value, reading) {
    if (value === true) return true
    if (value !== false) throw unexpected(reading, 'true or false', [''])
    throw new RefusedError(`${reading.label} was refused.`, {
      hint: 'Moloni gives no reason. The document may be a draft, or of another company.',
    })
  },
}

/** What a deletion came to, by count alone. */
export interface Deleted {
  readonly deletedCount: number
  /** How many of the kind remain, where Moloni says so. */
  readonly elementsCount: number | null
}

const deleted = z.object({ deletedCount: whole, elementsCount: z.int().nullish() })

export const deletion: AnswerShape = {
  name: 'deletion',
  asked: () => `status deletedCount elementsCount ${ERRORS}`,
  read(value, reading): Deleted {
    const parsed = deleted.safeParse(value)
    const error = operationError(fieldOf(value, 'errors'), reading, (parsed.data?.deletedCount ?? 0) > 0)
    if (error) throw error
    if (!parsed.success) throw unexpected(reading, 'a count', ['deletedCount'])
    const { deletedCount, elementsCount = null } = parsed.data
    return { deletedCount, elementsCount }
  },
}

/** What became of one of several records that were sent at once. */
export type OneOfSeveral<T> = { readonly row: T } | { readonly error: MoloniError }

/** An envelope for each record that was sent. */
export const several: AnswerShape = {
  name: 'several',
  asked: one.asked,
  read(value, reading): OneOfSeveral<unknown>[] {
    if (!Array.isArray(value)) throw unexpected(reading, 'a list', [''])
    return value.map((item, index) => {
      try {
        return { row: one.read(item, { ...reading, label: `${reading.label}[${index}]` }) }
      } catch (error) {
        if (!isMoloniError(error)) throw error
        return { error }
      }
    })
  },
}

function envelope(value: unknown, reading: Reading): { data: unknown; options: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unexpected(reading, 'an object', [''])
  }
  const data = fieldOf(value, 'data')
  const error = operationError(fieldOf(value, 'errors'), reading, data !== null && data !== undefined)
  if (error) throw error
  return { data, options: fieldOf(value, 'options') }
}

function noSuch({ label }: Reading): NotFoundError {
  return new NotFoundError(`${label}: there is no such record.`, {
    hint: 'It may be deleted, of another kind, or of another company.',
  })
}
