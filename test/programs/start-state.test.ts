import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { memoryOffice } from '../../scripts/start/offices/memory.ts'
import { platforms } from '../../scripts/start/platforms.ts'
import { stages } from '../../scripts/start/stages/index.ts'
import { type Kept, openFolder } from '../../scripts/start/state/folder.ts'
import { planWorkOrders } from '../../scripts/start/work-orders.ts'
import { memoryStore } from '../../src/store/index.ts'

let path: string
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'moloni-start-')), 'pt')
})

const kept: Kept = {
  connectionId: 'one',
  outcome: { imported: { relations: 1 }, exported: {}, blocked: 0, blockedBy: {} },
  moloni: '{}',
  office: '{}',
}
const record = { collection: 'test', key: 'a', expected: 'absent', value: 1 } as const

test('a start finds what the one before has kept, and its store', async () => {
  const first = await openFolder(path)
  expect(first.kept).toBeUndefined()
  await first.store.write([record])
  await first.keep(kept)
  await first.close()
  const second = await openFolder(path)
  expect(second.kept).toEqual(kept)
  expect(await second.store.read('test', ['a'])).toMatchObject([{ key: 'a', value: 1 }])
  await second.close()
})

test('what a start has left half done is thrown away', async () => {
  const first = await openFolder(path)
  await first.store.write([record])
  await first.close()
  const second = await openFolder(path)
  expect(second.kept).toBeUndefined()
  expect(await second.store.read('test', ['a'])).toEqual([undefined])
  await second.close()
})

test('what cannot be read is left alone, and said with what to do', async () => {
  const first = await openFolder(path)
  await first.keep(kept)
  await first.close()
  await writeFile(join(path, 'kept.json'), '{"connectionId":')
  await expect(openFolder(path)).rejects.toThrow(/kept\.json cannot be read\. npm start -- --fresh/)
  expect(await readdir(path)).toContain('store.sqlite')
})

test.each(['pt', 'es', 'on'] as const)('saved books of %s are gone on from as they were', (platform) => {
  const first = stages[platform]()
  const second = stages[platform](first.save())
  expect(second.save()).toBe(first.save())
  expect(second.catalogue).toEqual(first.catalogue)
})

test('a saved host goes on as it was', async () => {
  const store = memoryStore()
  const first = await memoryOffice(store)
  const { relations, workOrders } = first.host
  const how = { connectionId: 'one', observedAt: 1000 }
  const rows = ['1', '2', '3'].map((id) => ({
    debtorNumber: `C${id}`,
    name: `Customer ${id}`,
    active: true,
    addresses: [],
    contacts: [],
    source: { platform: 'pt' as const, companyId: '9', id },
  }))
  await relations?.upsert(rows, how)
  await relations?.deactivate?.(['C2'], { ...how, observedAt: 2000 })
  const jobs = planWorkOrders(platforms.pt, stages.pt().catalogue, '2026-03-02')
  first.addWorkOrders(jobs)
  const [done, refused] = jobs
  if (!done || !refused) throw new Error('There are no work orders.')
  const document = { platform: 'pt', companyId: '9', kind: 'invoice', documentId: 7 } as const
  await workOrders?.acknowledge(done, { ...document, state: 'closed', reference: 'r', totalCents: 100 })
  await workOrders?.reject?.(refused, [], { workStatus: '99' })

  const second = await memoryOffice(store, first.save())
  expect(second.save()).toBe(first.save())
  expect([second.relation('C1'), second.relation('C2')]).toEqual([
    { name: 'Customer 1', city: '' },
    undefined,
  ])
  // An older observation is still refused.
  const old = rows.map((row) => ({ ...row, name: 'Old' }))
  await second.host.relations?.upsert(old, { ...how, observedAt: 1 })
  expect(second.relation('C1')?.name).toBe('Customer 1')
})
