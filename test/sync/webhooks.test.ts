import { afterEach, describe, expect, test } from 'vitest'
import { intervalScheduler, type Scheduler, type SyncEngine } from '../../src/sync/index.ts'
import { connectedEs, type EsWorld, openEsWorld, WEBHOOKS } from '../support/es-engine.ts'

let world: EsWorld
let stop: (() => Promise<void>) | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
  world.close()
})

/** A connection whose scheduler runs what is triggered, and whose host receives the deliveries. */
async function listening(platform: 'es' | 'on' = 'on', how: Parameters<typeof openEsWorld>[0] = {}) {
  world = openEsWorld({ platform, ...how })
  const runs: Promise<unknown>[] = []
  const triggered: string[] = []
  const interval = intervalScheduler({ clock: world.clock })
  const scheduler: Scheduler = {
    ...interval,
    // Nothing runs by interval here: what reaches the host came through a trigger.
    every: async () => {},
    trigger: async (key, reason) => {
      triggered.push(reason)
      await interval.trigger(key, reason)
    },
    start: (run) =>
      interval.start((key, context) => {
        const running = run(key, context)
        runs.push(running)
        return running
      }),
  }
  const engine = world.engine({ scheduler, webhookUrl: WEBHOOKS })
  world.receiver = (request) => engine.handleWebhook(request)
  const { id } = await connectedEs(world, {}, engine)
  await engine.sync(id)
  await engine.start()
  stop = () => engine.stop()
  /** Until all deliveries have arrived and all that they triggered has run. */
  const quiet = async () => {
    await world.emulator.hooks.settled()
    for (let waited = 0; waited < runs.length; waited++) await runs[waited]
    await world.emulator.hooks.settled()
  }
  return { engine, id, triggered, quiet, runs }
}

const relationOf = (customerId: unknown) =>
  [...world.host.state.relations.values()].find(({ record }) => record.source?.id === String(customerId))
const materialOf = (productId: unknown) =>
  [...world.host.state.materials.values()].find(({ record }) => record.source?.id === String(productId))

const aCustomer = () => world.company.customers.find(({ number, isDefault }) => number && !isDefault) ?? {}
const aMaterial = () => {
  const [held] = [...world.host.state.materials.values()].filter(({ active }) => active)
  return world.company.products.find(({ productId }) => String(productId) === held?.record.source?.id) ?? {}
}

const post = (address: string, body: unknown, init: RequestInit = {}) =>
  new Request(address, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  })

const addressOfOurs = () => String(world.company.hooks[0]?.url)

/** What the store holds, but for what the engine notes about runs and logins. */
async function everythingStored(): Promise<string> {
  const names = ['hookMark', 'hookPath', 'connection', 'moloniLink', 'cursor', 'rejectedRow']
  const pages = await Promise.all(names.map((name) => world.store.scan(name, { by: 'key', limit: 1000 })))
  return JSON.stringify(pages)
}

describe('making them', () => {
  test('one for each model and operation, under an address that nobody can guess', async () => {
    await listening()
    const pairs = world.company.hooks.map(({ model, operation }) => `${model} ${operation}`)
    expect(pairs.sort()).toEqual([
      'Customer create',
      'Customer delete',
      'Customer update',
      'Product create',
      'Product delete',
      'Product update',
    ])
    expect(addressOfOurs()).toMatch(/^https:\/\/app\.example\/moloni\/hooks\/[0-9a-f]{64}$/)
    expect(await everythingStored()).not.toContain(addressOfOurs().slice(-64))
  })

  test('pairs that the account refuses are a warning, and the interval covers them', async () => {
    const { engine, id } = await listening('es')
    const { warnings } = await engine.health(id)
    const refused = warnings.find(({ code }) => code === 'webhooks_refused')
    expect(refused?.message).toContain('Customer update')
    expect(refused?.message).not.toContain('Product update')
    world.emulator.person.change('customers', Number(aCustomer().customerId), { city: 'Villaverde' })
    await engine.sync(id)
    expect(relationOf(aCustomer().customerId)?.record.city).toBe('Villaverde')
  })

  test('a run later asks nothing, and a day later only looks', async () => {
    const { engine, id } = await listening()
    const mutations = () => world.emulator.requests.filter(({ path }) => path.startsWith('hook'))
    const before = mutations().length
    await engine.sync(id)
    expect(mutations()).toHaveLength(before)
    await world.clock.advance(25 * 3_600_000)
    await engine.sync(id)
    expect(
      mutations()
        .slice(before)
        .map(({ path }) => path),
    ).toEqual(['hooks'])
  })

  test('without a public address there are none', async () => {
    world = openEsWorld({ platform: 'on' })
    const { engine, id } = await connectedEs(world)
    await engine.sync(id)
    expect(world.company.hooks).toEqual([])
    expect(await engine.webhooks(id).list()).toEqual([])
  })

  test('those of others are never touched: not by cleaning up, not by a new secret, not by the end', async () => {
    const { engine, id } = await listening()
    const foreign = {
      hookId: 'theirs',
      url: `${WEBHOOKS}/not-ours`,
      model: 'Product',
      operation: 'stockChanged',
    }
    const lookalike = { ...foreign, hookId: 'lookalike', url: `${WEBHOOKS}/${'a'.repeat(64)}` }
    world.company.hooks.push({ ...foreign }, { ...lookalike })
    await engine.webhooks(id).rotate()
    const kept = () =>
      world.company.hooks.filter(({ hookId }) => hookId === 'theirs' || hookId === 'lookalike')
    expect(kept()).toHaveLength(2)
    expect(world.company.hooks).toHaveLength(8)
    await engine.disconnect(id)
    expect(world.company.hooks).toHaveLength(2)
    expect(kept()).toHaveLength(2)
  })

  test('a new secret ends the old address', async () => {
    const { engine, id } = await listening()
    const old = addressOfOurs()
    await engine.webhooks(id).rotate()
    expect(await engine.webhooks(id).list()).toHaveLength(6)
    expect(
      (await engine.handleWebhook(post(old, { model: 'Product', operation: 'update', productId: 1 }))).status,
    ).toBe(404)
    const now = addressOfOurs()
    expect(now).not.toBe(old)
    expect(
      (await engine.handleWebhook(post(now, { model: 'Product', operation: 'update', productId: 1 }))).status,
    ).toBe(200)
  })

  test('one that a person deleted comes back within a day', async () => {
    const { engine, id } = await listening()
    world.company.hooks.splice(0, 1)
    await world.clock.advance(25 * 3_600_000)
    await engine.sync(id)
    expect(world.company.hooks).toHaveLength(6)
    expect(new Set(world.company.hooks.map(({ url }) => url)).size).toBe(1)
  })

  test('the setting takes them away and brings them back', async () => {
    const { engine, id } = await listening()
    await engine.updateSettings(id, { webhooks: { enabled: false } })
    await engine.sync(id)
    expect(world.company.hooks).toEqual([])
    await engine.updateSettings(id, { webhooks: { enabled: true } })
    await engine.sync(id)
    expect(world.company.hooks).toHaveLength(6)
  })
})

describe('a change in Moloni', () => {
  test('of a customer reaches the host within one trigger; the next read of the list changes nothing', async () => {
    const { engine, id, triggered, quiet } = await listening()
    const { customerId } = aCustomer()
    world.emulator.person.change('customers', Number(customerId), { city: 'Aveiro' })
    await quiet()
    expect(relationOf(customerId)?.record.city).toBe('Aveiro')
    expect(triggered).toEqual(['webhook'])
    expect(await engine.sync(id)).toMatchObject({ changes: 0, webhooks: 0 })
  })

  test('of a product reaches the host as a change of the material', async () => {
    const { quiet } = await listening()
    const { productId } = aMaterial()
    world.emulator.person.change('products', Number(productId), { name: 'Cabo novo' })
    await quiet()
    expect(materialOf(productId)?.record.description).toBe('Cabo novo')
  })

  test('that comes while a run is going on is not lost', async () => {
    const { engine, id, quiet } = await listening()
    const { customerId } = aCustomer()
    let changed = false
    const host = {
      ...world.host,
      materials: {
        ...world.host.materials,
        upsert: async (...args: Parameters<typeof world.host.materials.upsert>) => {
          // The list of customers is behind this run already.
          if (!changed) world.emulator.person.change('customers', Number(customerId), { city: 'Beja' })
          changed = true
          await world.emulator.hooks.settled()
          return world.host.materials.upsert(...args)
        },
      },
    }
    const { productId } = aMaterial()
    world.emulator.person.change('products', Number(productId), { name: 'Outro nome' })
    await quiet()
    const busy = world.engine({
      host,
      webhookUrl: WEBHOOKS,
      scheduler: { ...intervalScheduler({ clock: world.clock }), trigger: async () => {} },
    })
    world.emulator.person.change('products', Number(productId), { name: 'Terceiro nome' })
    await busy.sync(id)
    await quiet()
    await engine.sync(id)
    expect(changed).toBe(true)
    expect(relationOf(customerId)?.record.city).toBe('Beja')
  })

  test('a record that was deleted leaves the host once nobody finds it any more', async () => {
    const { quiet } = await listening()
    const { productId } = aMaterial()
    world.emulator.person.remove('products', Number(productId))
    await quiet()
    expect(materialOf(productId)?.active).toBe(false)
  })

  test('many deliveries of one change are one change', async () => {
    const { quiet, id, engine } = await listening('on', { emulator: { hooks: { copies: 5 } } })
    const { customerId } = aCustomer()
    world.emulator.person.change('customers', Number(customerId), { city: 'Faro' })
    await quiet()
    const reports = []
    for await (const report of engine.runs(id)) reports.push(report)
    const changes = reports.filter(({ imports }) => (imports.relations?.updated ?? 0) > 0)
    expect(changes).toHaveLength(1)
  })
})

describe('what is not a notification of ours changes nothing', () => {
  const bodies: [string, unknown][] = [
    ['no JSON', '{"model":'],
    ['an empty body', ''],
    ['a list', []],
    ['a text', '"Product"'],
    ['no model', { operation: 'update', productId: 1 }],
    ['no operation', { model: 'Product', productId: 1 }],
    ['too long a body', { model: 'Product', operation: 'update', productId: 1, filler: 'x'.repeat(20_000) }],
  ]
  test.each(bodies)('%s is answered 400', async (_name, body) => {
    const { engine } = await listening()
    const before = await everythingStored()
    expect((await engine.handleWebhook(post(addressOfOurs(), body))).status).toBe(400)
    expect(await everythingStored()).toBe(before)
  })

  test.each([
    ['another model', { model: 'Warehouse', operation: 'update', warehouseId: 1 }],
    ['an id that is none', { model: 'Product', operation: 'update', productId: '1 or 1=1' }],
    ['no id', { model: 'Product', operation: 'update' }],
    ['a negative id', { model: 'Product', operation: 'update', productId: -4 }],
  ])('%s is acknowledged and forgotten', async (_name, body) => {
    const { engine, triggered } = await listening()
    const before = await everythingStored()
    expect((await engine.handleWebhook(post(addressOfOurs(), body))).status).toBe(200)
    expect(await everythingStored()).toBe(before)
    expect(triggered).toEqual([])
  })

  test.each([
    ['a guessed secret', `${WEBHOOKS}/${'0'.repeat(64)}`],
    ['no secret', WEBHOOKS],
    ['a company number', `${WEBHOOKS}/1234`],
    ['a secret in the query', `${WEBHOOKS}?key=${'0'.repeat(64)}`],
    ['a very long address', `${WEBHOOKS}/${'0'.repeat(5000)}`],
  ])('%s is answered 404', async (_name, address) => {
    const { engine, triggered } = await listening()
    const before = await everythingStored()
    const answer = await engine.handleWebhook(
      post(address, { model: 'Product', operation: 'delete', productId: 1 }),
    )
    expect(answer.status).toBe(404)
    expect(await everythingStored()).toBe(before)
    expect(triggered).toEqual([])
  })

  test('another method is answered 405', async () => {
    const { engine } = await listening()
    expect((await engine.handleWebhook(new Request(addressOfOurs()))).status).toBe(405)
  })

  test('a forged deletion under the right address deletes nothing: the record is read first', async () => {
    const { engine, quiet } = await listening()
    const { productId } = aMaterial()
    await engine.handleWebhook(post(addressOfOurs(), { model: 'Product', operation: 'delete', productId }))
    await quiet()
    expect(materialOf(productId)?.active).toBe(true)
  })

  test('a replayed delivery changes nothing at the host', async () => {
    const { engine, id, quiet } = await listening()
    const { productId } = aMaterial()
    world.emulator.person.change('products', Number(productId), { name: 'Novo' })
    await quiet()
    const body = { model: 'Product', operation: 'update', productId }
    for (let again = 0; again < 3; again++) await engine.handleWebhook(post(addressOfOurs(), body))
    await quiet()
    expect(await runsWithChanges(engine, id)).toBe(2)
  })

  test('after the end of the connection the address is nobody’s', async () => {
    const { engine, id } = await listening()
    const old = addressOfOurs()
    await engine.disconnect(id)
    expect(
      (await engine.handleWebhook(post(old, { model: 'Product', operation: 'update', productId: 1 }))).status,
    ).toBe(404)
  })
})

async function runsWithChanges(engine: SyncEngine, id: string): Promise<number> {
  let count = 0
  for await (const { changes } of engine.runs(id)) count += Number(changes > 0)
  return count
}
