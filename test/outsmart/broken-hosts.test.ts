import { expect, test } from 'vitest'
import { type Host, memoryHost, type WorkOrderSource } from '../../src/sync/index.ts'
import { type HostFixture, hostConformance } from '../../src/testing/index.ts'

type Relations = NonNullable<Host['relations']>

/** A good host with its relations or its work orders replaced in part. */
function but(part: {
  relations?: (sink: Relations) => Partial<Relations>
  workOrders?: (source: WorkOrderSource) => Partial<WorkOrderSource>
}): HostFixture {
  const memory = memoryHost()
  const { relations, workOrders } = memory
  return {
    host: {
      relations: { ...relations, ...part.relations?.(relations) },
      workOrders: { ...workOrders, ...part.workOrders?.(workOrders) },
    },
    addWorkOrders: (some) => memory.addWorkOrders(some),
  }
}

const broken: Record<string, () => HostFixture> = {
  'a sink that makes a second record of a changed key': () =>
    but({
      relations: (sink) => ({
        upsert: (rows, options) =>
          sink.upsert(
            rows.map((row) => ({
              ...row,
              ...(row.source ? { source: { ...row.source, companyId: row.debtorNumber } } : {}),
            })),
            options,
          ),
      }),
    }),
  'a sink that takes older observations': () =>
    but({
      relations: (sink) => {
        let clock = 1_000_000
        return { upsert: (rows, options) => sink.upsert(rows, { ...options, observedAt: ++clock }) }
      },
    }),
  'a sink that throws on a bad row': () =>
    but({
      relations: (sink) => ({
        async upsert(rows, options) {
          if (rows.some(({ name }) => name.length > 255)) throw new Error('too long')
          return sink.upsert(rows, options)
        },
      }),
    }),
  'a sink that stops at a bad row': () =>
    but({
      relations: (sink) => ({
        async upsert(rows, options) {
          const bad = rows.findIndex(({ name }) => name.length > 255)
          return sink.upsert(bad === -1 ? rows : rows.slice(0, bad), options)
        },
      }),
    }),
  'a sink that answers in another order': () =>
    but({
      relations: (sink) => ({
        upsert: async (rows, options) => [...(await sink.upsert(rows, options))].reverse(),
      }),
    }),
  'a sink that gives a key away': () =>
    but({
      relations: (sink) => ({
        async upsert(rows, options) {
          const keys = rows.map(({ debtorNumber }) => debtorNumber)
          return sink.upsert(rows, { ...options, keys })
        },
      }),
    }),
  'a sink that fails on unknown keys': () =>
    but({
      relations: (sink) => ({
        async deactivate(keys, options) {
          const { records } = (await sink.read?.({ keys }, options)) ?? { records: [] }
          if (records.length < keys.length) throw new Error('unknown')
          await sink.deactivate?.(keys, options)
        },
      }),
    }),
  'a sink whose deactivated records never come back': () =>
    but({
      relations: (sink) => {
        const gone = new Set<string>()
        return {
          async deactivate(keys, options) {
            for (const key of keys) gone.add(key)
            await sink.deactivate?.(keys, options)
          },
          async upsert(rows, options) {
            const results = await sink.upsert(rows, options)
            const again = rows.map(({ debtorNumber }) => debtorNumber).filter((key) => gone.has(key))
            await sink.deactivate?.(again, options)
            return results
          },
        }
      },
    }),
  'a sink that does not look at the keys that it is told': () =>
    but({
      relations: (sink) => ({ upsert: (rows, { keys, ...options }) => sink.upsert(rows, options) }),
    }),
  'a read that marks work orders as handled': () =>
    but({
      workOrders: (source) => ({
        async *completed(query) {
          for await (const one of source.completed(query)) {
            await source.acknowledge(one, nobody)
            yield one
          }
        },
      }),
    }),
  'a source that offers everything': () => {
    const memory = memoryHost()
    return {
      host: {
        workOrders: {
          ...memory.workOrders,
          async *completed() {
            for (const { workOrder } of memory.state.workOrders.values()) yield workOrder
          },
        },
      },
      addWorkOrders: (some) => memory.addWorkOrders(some),
    }
  },
  'an acknowledgement that is forgotten': () => but({ workOrders: () => ({ acknowledge: async () => {} }) }),
  'an acknowledgement that fails the second time': () =>
    but({
      workOrders: (source) => {
        const done = new Set<string>()
        return {
          async acknowledge(workOrder, document) {
            if (done.has(workOrder.key)) throw new Error('already handled')
            done.add(workOrder.key)
            await source.acknowledge(workOrder, document)
          },
        }
      },
    }),
  'an acknowledgement that takes all of them': () =>
    but({
      workOrders: (source) => ({
        async acknowledge(_workOrder, document) {
          for await (const one of source.completed({ connectionId: '' }))
            await source.acknowledge(one, document)
        },
      }),
    }),
  'a get that throws for what is not there': () =>
    but({
      workOrders: (source) => ({
        async get(key, options) {
          const found = await source.get?.(key, options)
          if (!found) throw new Error('not found')
          return found
        },
      }),
    }),
  'a get that handles what it reads': () =>
    but({
      workOrders: (source) => ({
        async get(key, options) {
          const found = await source.get?.(key, options)
          if (found) await source.acknowledge(found, nobody)
          return found
        },
      }),
    }),
  'a rejection that handles the work order': () =>
    but({ workOrders: (source) => ({ reject: (workOrder) => source.acknowledge(workOrder, nobody) }) }),
  'a rejection that fails when nothing changes': () =>
    but({
      workOrders: () => {
        const told = new Set<string>()
        return {
          async reject({ key }) {
            if (told.has(key)) throw new Error('nothing changed')
            told.add(key)
          },
        }
      },
    }),
  'a read that swallows why it was stopped': () =>
    but({
      workOrders: (source) => ({
        async *completed(query) {
          if (query.signal?.aborted) throw new Error('stopped')
          yield* source.completed(query)
        },
      }),
    }),
}

const nobody = {
  platform: 'pt',
  companyId: '',
  kind: 'invoice',
  documentId: 1,
  state: 'closed',
  reference: '',
  totalCents: 0,
} as const

async function failures(factory: () => HostFixture): Promise<string[]> {
  const failed: string[] = []
  for (const { name, run } of hostConformance(factory)) {
    await run().catch((error: Error) => failed.push(`${name}: ${error.message}`))
  }
  return failed
}

test.each(Object.entries(broken))('the suite sees %s', async (_what, factory) => {
  const failed = await failures(factory)
  expect(failed).not.toEqual([])
})

test('the host that the broken ones are made of is good', async () => {
  expect(await failures(() => but({}))).toEqual([])
})

test('a host without parts has nothing to keep', async () => {
  expect(await failures(() => ({}))).toEqual([])
})

test('a sink that cannot read is checked by its answers', async () => {
  const failed = await failures(() => {
    const { read, ...relations } = memoryHost().relations
    return { relations: { ...relations, upsert: async (rows) => rows.map(() => ({ ok: true, key: 'x' })) } }
  })
  expect(failed.length).toBeGreaterThan(1)
})
