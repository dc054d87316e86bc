import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type MemoryHost, memoryHost, type SinkQuery } from '../../src/sync/index.ts'
import { connected, openWorld, type World } from '../support/engine.ts'

let host: MemoryHost
beforeEach(() => {
  host = memoryHost()
})

const options = { connectionId: 'c', observedAt: 1000 }
const relation = (id: string, debtorNumber: string, name = 'Name') => ({
  debtorNumber,
  name,
  active: true,
  source: { platform: 'pt', companyId: '1', id } as const,
})
const names = () => [...host.state.relations].map(([key, { record, active }]) => [key, record.name, active])

test('the same row again changes nothing', async () => {
  const rows = [relation('1', 'A'), relation('2', 'B')]
  const first = await host.relations.upsert(rows, options)
  const before = structuredClone([...host.state.relations])
  expect(await host.relations.upsert(rows, options)).toEqual(first)
  expect([...host.state.relations]).toEqual(before)
})

test('a row is known by its source: another number moves it', async () => {
  await host.relations.upsert([relation('1', 'A')], options)
  expect(await host.relations.upsert([relation('1', 'B')], options)).toEqual([{ ok: true, key: 'B' }])
  expect(names()).toEqual([['B', 'Name', true]])
})

test('an earlier observation is answered ok and changes nothing', async () => {
  await host.relations.upsert([relation('1', 'A', 'Later')], { ...options, observedAt: 2000 })
  expect(await host.relations.upsert([relation('1', 'B', 'Earlier')], options)).toEqual([
    { ok: true, key: 'A' },
  ])
  expect(names()).toEqual([['A', 'Later', true]])
})

test('an earlier observation does not wake what was deactivated later', async () => {
  await host.relations.upsert([relation('1', 'A')], options)
  await host.relations.deactivate?.(['A'], { ...options, observedAt: 3000 })
  await host.relations.upsert([relation('1', 'A', 'Earlier')], { ...options, observedAt: 2000 })
  expect(names()).toEqual([['A', 'Name', false]])
})

test('the number of another living record is refused, that of a gone one is free', async () => {
  await host.relations.upsert([relation('1', 'A', 'First')], options)
  const [refused] = await host.relations.upsert([relation('2', 'A', 'Second')], options)
  expect(refused).toMatchObject({ ok: false, code: 'key_taken', retryable: true })
  await host.relations.deactivate?.(['A'], options)
  expect(
    await host.relations.upsert([relation('2', 'A', 'Second')], { ...options, observedAt: 2000 }),
  ).toEqual([{ ok: true, key: 'A' }])
  expect(names()).toEqual([['A', 'Second', true]])
})

test('keys that nobody knows are ignored', async () => {
  await host.relations.deactivate?.(['nobody'], options)
  expect(names()).toEqual([])
})

test('what the caller does with its rows afterwards does not reach the host', async () => {
  const row = relation('1', 'A')
  await host.relations.upsert([row], options)
  Object.assign(row, { name: 'Changed outside' })
  expect(names()).toEqual([['A', 'Name', true]])
})

test('records of two companies with one id are two records', async () => {
  const other = { ...relation('1', 'B'), source: { platform: 'pt', companyId: '2', id: '1' } as const }
  await host.relations.upsert([relation('1', 'A'), other], options)
  expect(host.state.relations.size).toBe(2)
})

test('a host may be made for each connection, and one that cannot be made fails the call by its own error', async () => {
  const world: World = openWorld({ customers: 5, products: 2 })
  onTestFinished(() => world.close())
  const asked: string[] = []
  const engine = world.engine({
    host: async (connection) => {
      asked.push(connection.connectionId)
      return host
    },
  })
  const { id } = await connected(world, {}, engine)
  await engine.sync(id)
  expect(host.state.relations.size).toBe(5)
  expect(new Set(asked)).toEqual(new Set([id]))
  const broken = world.engine({
    host: () => {
      throw new Error('no such tenant')
    },
  })
  await expect(broken.sync(id)).rejects.toThrow('no such tenant')
})

describe('reading', () => {
  const read = async (query: SinkQuery) =>
    (await host.relations.read?.(query, { connectionId: 'c' })) ?? { records: [] }
  const keys = async (query: SinkQuery) => (await read(query)).records.map(({ key }) => key)

  beforeEach(async () => {
    await host.relations.upsert([relation('1', 'A'), relation('2', 'B')], options)
    host.put('relations', { debtorNumber: 'C', name: 'Local', vatNumber: 'PT 503.504.564', active: true })
  })

  test('finds by key, source and tax number, and nothing for what is not there', async () => {
    expect(await keys({ keys: ['B', 'Z'] })).toEqual(['B'])
    expect(await keys({ sources: [{ platform: 'pt', companyId: '1', id: '1' }] })).toEqual(['A'])
    expect(await keys({ sources: [{ platform: 'pt', companyId: '2', id: '1' }] })).toEqual([])
    expect(await keys({ taxNumbers: ['503504564'] })).toEqual(['C'])
    expect(await keys({ taxNumbers: ['999999990'] })).toEqual([])
  })

  test('a record without a tax number is found by none', async () => {
    expect(await keys({ taxNumbers: [''] })).toEqual([])
    expect(await keys({ taxNumbers: [] })).toEqual([])
  })

  test('changes go on after the place that was named, whoever made them', async () => {
    const first = await read({ changes: {} })
    expect(first).toMatchObject({ more: false })
    expect(first.records.map(({ key }) => key)).toEqual(['A', 'B', 'C'])
    expect(await keys({ changes: { after: first.next } })).toEqual([])
    host.put('relations', { debtorNumber: 'B', name: 'Edited', active: true })
    const second = await read({ changes: { after: first.next } })
    expect(second.records).toMatchObject([{ key: 'B', record: { name: 'Edited', source: { id: '2' } } }])
  })

  test('many changes come in pages, each once', async () => {
    for (let i = 0; i < 250; i++)
      host.put('relations', { debtorNumber: `N${i}`, name: `Name ${i}`, active: true })
    const seen: string[] = []
    let after: string | undefined
    for (let more: boolean | undefined = true; more; ) {
      const page = await read({ changes: { after } })
      seen.push(...page.records.map(({ key }) => key))
      after = page.next
      more = page.more
    }
    expect(seen).toHaveLength(253)
    expect(new Set(seen).size).toBe(253)
  })

  test('what was deactivated is shown as not active, what was removed not at all', async () => {
    await host.relations.deactivate?.(['A'], options)
    host.remove('relations', 'B')
    expect((await read({ keys: ['A', 'B'] })).records).toMatchObject([
      { key: 'A', record: { active: false } },
    ])
  })

  test('what is read is a copy', async () => {
    const [found] = (await read({ keys: ['A'] })).records
    Object.assign(found?.record ?? {}, { name: 'Changed by the reader' })
    expect(host.state.relations.get('A')?.record.name).toBe('Name')
  })

  test('a row takes the record that it is told to be, and the former source lets go of it', async () => {
    const later = { ...options, observedAt: 2000, keys: ['A'] }
    expect(await host.relations.upsert([relation('9', 'A9', 'Taken over')], later)).toEqual([
      { ok: true, key: 'A9' },
    ])
    expect(host.state.relations.has('A')).toBe(false)
    expect(await keys({ sources: [{ platform: 'pt', companyId: '1', id: '1' }] })).toEqual([])
    await host.relations.upsert([relation('1', 'A')], { ...options, observedAt: 3000 })
    expect(host.state.relations.size).toBe(4)
  })

  test('a record that has the row as its source goes before the one that is told', async () => {
    await host.relations.upsert([relation('1', 'A', 'Mine')], { ...options, keys: ['B'] })
    expect(host.state.relations.get('B')?.record.source?.id).toBe('2')
    expect(host.state.relations.get('A')?.record.name).toBe('Mine')
  })
})
