import type { Source } from '../domain/index.ts'
import { normaliseTaxNumber } from '../mappers/index.ts'
import type { Sink, SinkQuery, SinkResult } from './ports/host.ts'

/** A record that the host holds, with where it came from. */
export interface HeldRecord<T> {
  readonly key: string
  readonly record: T
  readonly active: boolean
  /** 0 where a person at the host made it. */
  readonly observedAt: number
}

interface Row {
  /** Absent on kinds that are never hidden. */
  readonly active?: boolean
  readonly source?: Source | undefined
  readonly vatNumber?: string | undefined
}

export interface MemorySink<T> {
  readonly sink: Required<Omit<Sink<T>, 'fields'>>
  readonly held: ReadonlyMap<string, HeldRecord<T>>
  put(record: T): void
  remove(key: string): void
}

/** Changes that one page of `read` shows. */
const PAGE = 100

/** The records of one kind in memory, by the key that `keyOf` reads off them. */
export function memorySink<T extends Row>(keyOf: (row: T) => string): MemorySink<T> {
  const held = new Map<string, HeldRecord<T>>()
  const keysBySource = new Map<string, string>()
  const changed = new Map<string, number>()
  let changes = 0

  const forget = (key: string) => {
    const before = held.get(key)
    held.delete(key)
    changed.delete(key)
    if (before && keysBySource.get(textOf(before.record.source)) === key)
      keysBySource.delete(textOf(before.record.source))
  }
  const keep = (entry: HeldRecord<T>) => {
    held.set(entry.key, entry)
    changes += 1
    changed.delete(entry.key)
    changed.set(entry.key, changes)
  }

  const upsertOne = (record: T, observedAt: number, told: string | undefined): SinkResult => {
    const key = keyOf(record)
    const source = textOf(record.source)
    const own = keysBySource.get(source)
    const former = own ?? (told !== undefined && held.has(told) ? told : undefined)
    const before = held.get(former ?? key)
    if (before && before.observedAt > observedAt) return { ok: true, key: before.key }
    const occupant = held.get(key)
    if (occupant?.active && former !== key && textOf(occupant.record.source) !== source) {
      return {
        ok: false,
        code: 'key_taken',
        message: `The key ${key} belongs to another record.`,
        retryable: true,
      }
    }
    if (former !== undefined) forget(former)
    forget(key)
    keep({ key, record: structuredClone(record), active: true, observedAt })
    if (record.source) keysBySource.set(source, key)
    return { ok: true, key }
  }

  const sink: MemorySink<T>['sink'] = {
    async upsert(rows, { observedAt, keys = [] }) {
      return rows.map((row, i) => upsertOne(row, observedAt, keys[i]))
    },
    async deactivate(keys, { observedAt }) {
      for (const key of keys) {
        const before = held.get(key)
        if (before && before.observedAt <= observedAt) keep({ ...before, active: false, observedAt })
      }
    },
    async read(query) {
      const from = 'changes' in query ? Number(query.changes.after ?? 0) : 0
      const found = [...changed]
        .filter(([key, change]) => change > from && matches(held.get(key), query))
        .slice(0, 'changes' in query ? PAGE + 1 : undefined)
      const page = 'changes' in query ? found.slice(0, PAGE) : found
      const records = page.flatMap(([key]) => {
        const entry = held.get(key)
        const { record, active } = entry ?? {}
        if (!record) return []
        const shown = record.active === undefined ? {} : { active: record.active && active === true }
        return [{ key, record: { ...structuredClone(record), ...shown } }]
      })
      if (!('changes' in query)) return { records }
      return { records, next: String(page.at(-1)?.[1] ?? from), more: found.length > page.length }
    },
  }

  return {
    sink,
    held,
    put(record) {
      const key = keyOf(record)
      const before = held.get(key)
      const source = record.source ?? before?.record.source
      const kept = { ...structuredClone(record), ...(source ? { source } : {}) }
      keep({ key, record: kept, active: true, observedAt: before?.observedAt ?? 0 })
    },
    remove: forget,
  }
}

function matches<T extends Row>(entry: HeldRecord<T> | undefined, query: SinkQuery): boolean {
  if (!entry) return false
  if ('keys' in query) return query.keys.includes(entry.key)
  if ('sources' in query)
    return query.sources.some((source) => textOf(source) === textOf(entry.record.source))
  if (!('taxNumbers' in query)) return true
  const taxNumber = normaliseTaxNumber(entry.record.vatNumber)
  return taxNumber !== undefined && query.taxNumbers.includes(taxNumber)
}

/** Empty for a record that came from nowhere. */
const textOf = (source: Source | undefined) =>
  source ? `${source.platform} ${source.companyId} ${source.id}` : ''
