import { NotFoundError } from '../../../../src/errors/index.ts'
import { isRow } from '../../seen.ts'
import { fieldsOf, isOptional } from '../schemas.ts'
import type { Given } from './sample.ts'
import type { Row, World } from './world.ts'

/** Reads the records of one group, above all the one that a scenario is about. */
export interface RecordReader {
  readonly key: unknown
  /** The record becomes this one. */
  follow(record: Row): void
  /** The record as the closest read shows it, asked for by id or by all its values; undefined when it is gone. */
  show(by?: 'id' | 'values'): Promise<Row | undefined>
  /** Rows of a list that is asked for with the record's own values, but for those that are given. */
  rows(method: string, instead?: Given): Promise<Row[]>
  /** What a count that is asked for in the same way answers. */
  count(method: string): Promise<unknown>
}

export function createRecordReader(
  world: World,
  group: string,
  id: string,
  hasOne: boolean,
  given: Readonly<Record<string, Given>>,
): RecordReader {
  let record: Row | undefined

  const paramsOf = (method: string, by: 'id' | 'values' = 'values'): Given => {
    const schema = world.endpoint(`${group}/${method}`)?.params
    const names = Object.entries(schema ? fieldsOf(schema) : {}).map(([name, field]) => {
      const own = method.endsWith('ModifiedSince') ? undefined : filterValue(record?.[name])
      if (isOptional(field)) return [name, by === 'id' ? undefined : own]
      return [name, own ?? record?.[name] ?? searchValue(name)]
    })
    return { ...Object.fromEntries(names.filter(([, value]) => value !== undefined)), ...given[method] }
  }
  const searchValue = (name: string) =>
    name === 'search' ? (record?.name ?? record?.title ?? record?.description) : world.known[name]

  const reader: RecordReader = {
    get key() {
      if (record) return record[id]
      throw new Error('there is no record to look at')
    },
    follow(row) {
      record = row
    },
    async show(by = 'id') {
      if (!hasOne) return (await reader.rows('getAll')).find((row) => sameId(row[id], reader.key))
      try {
        const row = await world.call(`${group}/getOne`, { ...paramsOf('getOne', by), [id]: reader.key })
        return isRow(row) ? row : undefined
      } catch (error) {
        if (error instanceof NotFoundError) return undefined
        throw error
      }
    },
    async rows(method, instead = {}) {
      const answer = await world.call(`${group}/${method}`, { ...paramsOf(method), ...instead })
      return Array.isArray(answer) ? answer.filter(isRow) : []
    },
    count: (method) => world.call(`${group}/${method}`, paramsOf(method)),
  }
  return reader
}

/** Ids may be text in one place and numbers in another. */
export function sameId(one: unknown, other: unknown): boolean {
  return one !== undefined && String(one) === String(other)
}

/** A value that can be asked for; 0 and empty text ask for nothing. */
function filterValue(value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? undefined : value
  if (typeof value !== 'string' || value === '') return undefined
  return value.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1')
}
