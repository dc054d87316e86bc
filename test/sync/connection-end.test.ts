import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { intervalScheduler, type Scheduler } from '../../src/sync/index.ts'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let world: World
beforeEach(() => {
  world = openWorld({ customers: 6, products: 8 })
})
afterEach(() => world.close())

/** Every text in the store. */
async function everything(): Promise<string> {
  const names = [
    'connection',
    'hostLink',
    'moloniLink',
    'cursor',
    'rejectedRow',
    'ledger',
    'documentClaim',
    'run',
    'token',
    'lookup',
    'login',
    'lease',
  ]
  const pages = await Promise.all(names.map((name) => world.store.scan(name, { by: 'key', limit: 1000 })))
  return JSON.stringify(pages)
}

/** One export that is done, and one that waits for a person. */
async function withExports() {
  const { engine, id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([
    jobFor(world, 1, { description: 'Segredo da casa' }),
    jobFor(world, 2, { materials: [{ code: 'NONE', quantity: 1 }], description: 'Outro segredo' }),
  ])
  await engine.sync(id)
  return { engine, id }
}

describe('erase', () => {
  test('leaves no name, text or login, and still no work order is billed twice', async () => {
    const { engine, id } = await withExports()
    const name = jobFor(world, 1).customer.name ?? ''
    expect(await everything()).toContain(name)
    await engine.erase(id)
    const left = await everything()
    expect(left).not.toContain(name)
    expect(left).not.toContain('egredo')
    expect(left).not.toContain('efresh')
    await expect(engine.sync(id)).rejects.toMatchObject({ code: 'unknown_connection' })

    const again = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 1, { description: 'Segredo da casa' })])
    await again.engine.sync(again.id)
    expect(invoicesOf(world)).toHaveLength(1)
    expect(world.host.state.workOrders.get('wo-1')?.document).toMatchObject({
      documentId: invoicesOf(world)[0]?.document_id,
    })
  })

  test('what was on its way is not made afterwards', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    await engine.sync(id)
    world.host.addWorkOrders([jobFor(world, 1)])
    world.emulator.faults.plan({ on: 'invoices/update', times: 5, fault: { kind: 'status', status: 500 } })
    await engine.sync(id)
    world.emulator.faults.clear()
    await engine.erase(id)
    const again = await connected(world, exportAtOnce)
    await again.engine.sync(again.id)
    await world.clock.advance(DAY)
    await again.engine.sync(again.id)
    expect(invoicesOf(world).map(({ status }) => status)).toEqual([0])
    expect((await again.engine.exports(again.id).get('wo-1'))?.state).toBe('dismissed')
  })

  test('of an unknown connection is refused', async () => {
    await expect(world.engine().erase('nobody')).rejects.toMatchObject({ code: 'unknown_connection' })
  })
})

describe('retention', () => {
  test('takes the content out of what is done for long, and the work order is still known', async () => {
    const { engine, id } = await withExports()
    await engine.updateSettings(id, { retention: { contentDays: 30 } })
    for (let week = 0; week < 6; week++) {
      expect((await everything()).includes('Segredo da casa')).toBe(week < 5)
      await world.clock.advance(7 * DAY)
      await engine.sync(id)
    }
    const item = await engine.exports(id).get('wo-1')
    expect(item).toMatchObject({ state: 'acknowledged', number: 'W1' })
    expect(item?.plan).toBeUndefined()
    expect(await everything()).toContain('Outro segredo')
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    expect(invoicesOf(world)).toHaveLength(1)
  })

  test('keeps the reports of runs as long as the settings say', async () => {
    const { engine, id } = await connected(world)
    await engine.updateSettings(id, { retention: { runDays: 8 } })
    for (let week = 0; week < 4; week++) {
      await engine.sync(id)
      await world.clock.advance(7 * DAY)
    }
    await engine.sync(id)
    let kept = 0
    for await (const _ of engine.runs(id)) kept += 1
    expect(kept).toBe(2)
  })
})

describe('a pause', () => {
  test('runs nothing by itself and keeps the login alive', async () => {
    const interval = intervalScheduler({ clock: world.clock })
    const runs: Promise<void>[] = []
    const scheduler: Scheduler = {
      ...interval,
      start: (run) =>
        interval.start((key, context) => {
          const running = run(key, context)
          runs.push(running)
          return running
        }),
    }
    const engine = world.engine({ scheduler })
    const { id } = await connected(world, {}, engine)
    await engine.start()
    expect((await engine.pause(id)).state).toBe('paused')
    const reads = () => world.emulator.requests.filter(({ path }) => path !== 'grant').length
    const grants = () => world.emulator.requests.filter(({ path }) => path === 'grant').length
    const before = { reads: reads(), grants: grants() }
    for (let day = 0; day < 60; day++) {
      await world.clock.advance(DAY)
      await Promise.all(runs.splice(0))
    }
    expect(reads()).toBe(before.reads)
    expect(grants() - before.grants).toBeGreaterThan(6)
    expect(grants() - before.grants).toBeLessThan(12)
    expect((await engine.resume(id)).state).toBe('active')
    expect(await engine.sync(id)).toMatchObject({ outcome: 'complete' })
    await engine.stop()
  })

  test('a run by hand works and does not end it', async () => {
    const { engine, id } = await connected(world)
    await engine.pause(id)
    expect(await engine.sync(id)).toMatchObject({ outcome: 'complete' })
    expect((await engine.health(id)).connection.state).toBe('paused')
  })

  test('before the login is refused with a code', async () => {
    const engine = world.engine()
    const { connectionId } = await engine.connect({ platform: 'pt' })
    await expect(engine.pause(connectionId)).rejects.toMatchObject({ code: 'connection_not_active' })
    await expect(engine.resume(connectionId)).rejects.toMatchObject({ code: 'connection_not_active' })
  })
})
