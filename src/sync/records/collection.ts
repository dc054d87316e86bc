import * as z from 'zod'
import { ContractError, UsageError } from '../../errors/index.ts'
import type { Json } from '../../internal/json.ts'
import type { Random } from '../../internal/random.ts'
import type { ScanQuery, Store, StoredRecord } from '../../store/index.ts'

/** A stored value with what is needed to replace it. */
export interface Entry<T> {
  readonly key: string
  readonly version: number
  readonly value: T
}

/** A compare-and-set of a typed value; no value deletes. */
export interface Put<T> {
  readonly key: string
  readonly expected: number | 'absent' | 'any'
  readonly value?: T
  readonly index?: string
}

/** Typed records of one kind in the store. */
export interface Collection<T> {
  get(key: string): Promise<Entry<T> | undefined>
  getMany(keys: readonly string[]): Promise<(Entry<T> | undefined)[]>
  /** True when it was applied, also when the store's answer was lost but the write is found. */
  put(change: Put<T>): Promise<boolean>
  /** The same, and the entry as it was left; undefined also when somebody else has changed it since. */
  replace(change: Put<T>): Promise<Entry<T> | undefined>
  /** The changes have no order; each is its own compare-and-set. */
  putMany(changes: readonly Put<T>[]): Promise<boolean[]>
  /** All records of a scan, page by page; fewer on a page where the reader stops early. */
  scan(query: Omit<ScanQuery, 'limit' | 'after'>, pageSize?: number): AsyncIterable<Entry<T>>
}

export interface CollectionOptions<T> {
  readonly store: Store
  readonly random: Random
  readonly name: string
  /** Number of the record's layout; a record with a higher one was written by a newer release. */
  readonly format: number
  readonly schema: z.ZodType<T>
}

const PAGE = 200
const CHUNK = 200
const envelope = z.object({ format: z.number(), writer: z.string(), data: z.unknown() })

export function collection<T>(options: CollectionOptions<T>): Collection<T> {
  const { store, name, schema } = options

  const open = (record: StoredRecord): Entry<T> => {
    const { format, data } = parse(envelope, record.value, name)
    if (format > options.format) {
      throw new UsageError(`A "${name}" record was written by a newer release of moloni-sdk.`, {
        code: 'format_newer',
        hint: 'Upgrade this process to that release.',
      })
    }
    return { key: record.key, version: record.version, value: parse(schema, data, name) }
  }

  const read = async (keys: readonly string[]) => {
    const found: (StoredRecord | undefined)[] = []
    for (let at = 0; at < keys.length; at += CHUNK) {
      found.push(...(await store.read(name, keys.slice(at, at + CHUNK))))
    }
    return found
  }

  const newWriter = () => options.random.token(8)

  async function write(changes: readonly Put<T>[], writer = newWriter()): Promise<boolean[]> {
    if (changes.length === 0) return []
    const wrapped = changes.map(({ key, expected, value, index }) => ({
      collection: name,
      key,
      expected,
      ...(value === undefined ? {} : { value: wrap(options.format, writer, value) }),
      ...(index === undefined ? {} : { index }),
    }))
    try {
      return await store.write(wrapped)
    } catch (error) {
      const settled = await settle(changes, writer)
      if (!settled) throw error
      return settled
    }
  }

  /** After a lost answer: our own mark tells which changes arrived. Undefined when one did not. */
  async function settle(changes: readonly Put<T>[], writer: string): Promise<boolean[] | undefined> {
    const records = await read(changes.map(({ key }) => key))
    const arrived = changes.every(({ value }, i) => {
      const record = records[i]
      return value === undefined ? record === undefined : isOf(record, writer)
    })
    return arrived ? changes.map(() => true) : undefined
  }

  return {
    async get(key) {
      const [record] = await store.read(name, [key])
      return record && open(record)
    },
    async getMany(keys) {
      return (await read(keys)).map((record) => record && open(record))
    },
    async put(change) {
      const [applied] = await write([change])
      return applied === true
    },
    async replace(change) {
      const writer = newWriter()
      const [applied] = await write([change], writer)
      if (applied !== true) return undefined
      const [record] = await store.read(name, [change.key])
      return record && isOf(record, writer) ? open(record) : undefined
    },
    async putMany(changes) {
      const applied: boolean[] = []
      for (let at = 0; at < changes.length; at += CHUNK) {
        applied.push(...(await write(changes.slice(at, at + CHUNK))))
      }
      return applied
    },
    async *scan(query, pageSize = PAGE) {
      let after: string | undefined
      do {
        const page = await store.scan(name, {
          ...query,
          limit: pageSize,
          ...(after === undefined ? {} : { after }),
        })
        for (const record of page.records) yield open(record)
        after = page.next
      } while (after !== undefined)
    },
  }
}

function isOf(record: StoredRecord | undefined, writer: string): boolean {
  const parsed = record && envelope.safeParse(record.value)
  return parsed?.success === true && parsed.data.writer === writer
}

function wrap(format: number, writer: string, data: unknown): Json {
  return JSON.parse(JSON.stringify({ format, writer, data }))
}

function parse<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const paths = parsed.error.issues.map(({ path }) => path.join('.'))
  throw new ContractError(`A stored "${name}" record cannot be read.`, 'stored_record_unreadable', paths, {
    hint: 'Restore it from a backup, or remove it if it may be rebuilt.',
  })
}
