import type { Source } from '../../../domain/index.ts'
import { RefusedError } from '../../../errors/index.ts'
import type { Clock } from '../../../internal/clock.ts'
import type { Sink, SinkOptions, SinkResult } from '../../../sync/index.ts'
import { folded, heldList } from './lists.ts'
import type { HostMemory } from './memory.ts'
import { type Planned, planRows } from './plan-rows.ts'
import { readRows } from './read-rows.ts'
import { isSame } from './same.ts'
import type { Shelf } from './shelf.ts'
import { writeThrough } from './write-through.ts'

export interface SinkParts {
  readonly memory: HostMemory
  readonly clock: Clock
  readonly batchSize: number
  readonly listsMs: number
}

/** A sink whose records can be read back. */
export type OutsmartSink<T> = Sink<T> & Required<Pick<Sink<T>, 'read' | 'fields'>>

/** A sink on a shelf of OutSmart: compares, writes what differs, and answers for each row. */
export function sinkOn<
  T extends { readonly source?: Source | undefined; readonly vatNumber?: string | undefined },
  Row,
  Input extends object,
>(shelf: Shelf<T, Row, Input>, { memory, clock, batchSize, listsMs }: SinkParts): OutsmartSink<T> {
  const { kind, keyOfRow } = shelf
  const list = heldList((options) => shelf.list(options), keyOfRow, { clock, ms: listsMs })

  const write = (inputs: readonly Input[], signal: AbortSignal | undefined) =>
    writeThrough(inputs, { list, save: (some) => shelf.save(some, { signal }), batchSize, signal })

  /** What lies under the keys is no record of Moloni any more. */
  async function leave(
    keys: readonly string[],
    why: 'gone' | 'moved',
    { signal }: SinkOptions,
  ): Promise<void> {
    const rows = await list.rows(signal)
    const there = keys.flatMap((key) => rows.get(folded(key)) ?? [])
    if (shelf.retired) {
      const gone = there.map((row): Input => {
        // A row that OutSmart gave has everything that OutSmart demands.
        return { ...shelf.entity.writable(row), ...shelf.retired?.(why) } as Input
      })
      const changed = gone.filter((it, i) => !isSame(it, there[i]))
      const refusal = (await write(changed, signal)).find((one) => one !== undefined)
      if (refusal) throw new RefusedError(`OutSmart did not mark ${kind} as gone.`, { code: refusal.code })
    } else if (shelf.remove) {
      for (const row of there) await shelf.remove(keyOfRow(row), { signal })
      list.drop()
    }
  }

  async function settle(
    planned: readonly Planned<T, Input>[],
    options: SinkOptions,
  ): Promise<readonly SinkResult[]> {
    const { signal, observedAt } = options
    const writes = planned.flatMap((it) => ('input' in it ? [it.input] : []))
    const outcomes = await write(writes, signal)
    let next = 0
    const results = planned.map((it): SinkResult => {
      if ('result' in it) return it.result
      const refusal = 'input' in it ? outcomes[next++] : undefined
      return refusal ?? { ok: true, key: it.key }
    })
    const taken = planned.flatMap((it, i) => ('record' in it && results[i]?.ok ? [{ it, i }] : []))
    const now = new Set(taken.map(({ it }) => folded(it.key)))
    const left = taken.flatMap(({ it: { former } }) =>
      former === undefined || now.has(folded(former)) ? [] : [former],
    )
    if (left.length > 0) await leave(left, 'moved', options)
    await memory.write(
      kind,
      taken.flatMap(({ it: { record, key } }) =>
        record.source ? [{ from: record.source, key, observedAt, gone: false }] : [],
      ),
    )
    const beside = await shelf.beside?.(
      taken.map(({ it }) => it.record),
      { signal },
    )
    for (const [at, { i }] of taken.entries()) results[i] = beside?.[at] ?? results[i] ?? unknown
    return results
  }

  const sink: OutsmartSink<T> = {
    fields: shelf.fields,
    async read(query, { signal }) {
      signal?.throwIfAborted()
      return readRows(shelf, await list.rows(signal), memory, query)
    },
    async upsert(records, options) {
      options.signal?.throwIfAborted()
      if (records.length === 0) return []
      const rows = await list.rows(options.signal)
      const { observedAt, keys: told = [] } = options
      return settle(await planRows(shelf, { records, rows, memory, observedAt, told }), options)
    },
  }
  if (!shelf.retired && !shelf.remove) return sink
  return {
    ...sink,
    async deactivate(keys, options) {
      options.signal?.throwIfAborted()
      const { marks, holders } = await memory.read(kind, [], keys)
      const mine = keys.flatMap((key) => {
        const mark = marks.get(holders.get(folded(key)) ?? '')
        return mark && mark.observedAt > options.observedAt ? [] : [{ key, mark }]
      })
      if (mine.length === 0) return
      await leave(
        mine.map(({ key }) => key),
        'gone',
        options,
      )
      const { observedAt } = options
      await memory.write(
        kind,
        mine.flatMap(({ mark }) =>
          mark ? [{ from: mark.from, key: mark.key, observedAt, gone: true }] : [],
        ),
      )
    },
  }
}

const unknown: SinkResult = { ok: false, code: 'not_written', retryable: true }
