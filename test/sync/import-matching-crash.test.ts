import { afterEach, beforeEach, expect, test } from 'vitest'
import { connected, openWorld, type World } from '../support/engine.ts'
import { addCustomer, change } from '../support/moloni-rows.ts'
import { type Mortal, mortal } from '../support/mortal.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld({ customers: 4, products: 2 })
})
afterEach(() => world.close())

const engineOf = (process?: Mortal) =>
  world.engine(
    process
      ? {
          store: process.store(world.store),
          host: process.host(world.host),
          clock: process.clock(world.clock),
          fetch: process.fetch((request) => world.emulator.fetch(request)),
        }
      : { fetch: (input, init) => world.emulator.fetch(new Request(input, init)) },
  )

async function killedAt(id: string, at: number, how: 'before' | 'after'): Promise<boolean> {
  const process = mortal({ fate: { at, how } })
  const ended = engineOf(process)
    .sync(id, { kinds: ['relations'] })
    .then(() => false)
  return Promise.race([ended, process.stopped.then(() => true)])
}

async function loginIfLost(id: string): Promise<void> {
  const engine = engineOf()
  if ((await engine.health(id)).login.state === 'ok') return
  const { authorizeUrl } = await engine.connect({ platform: 'pt', connectionId: id })
  const page = await world.emulator.fetch(new Request(authorizeUrl, { redirect: 'manual' }))
  await engine.completeLogin(page.headers.get('location') ?? '')
}

/** Every living link points both ways, no relation stands for two customers, and no customer for two relations. */
async function expectOneToOne(id: string, note: string) {
  const sources = [...world.host.state.relations.values()].map(({ record }) => record.source?.id)
  expect(new Set(sources).size, note).toBe(sources.length)
  expect(sources.sort(), note).toEqual(
    world.company.customers.map(({ customer_id }) => String(customer_id)).sort(),
  )
  const prefix = `default/pt/${world.company.company_id}/relations`
  const read = async (collection: string, part: string) =>
    (
      await world.store.scan(collection, { by: 'key', prefix: `${prefix}/${part}/`, limit: 1000 })
    ).records.map((found) => ({ key: found.key, data: JSON.parse(JSON.stringify(found.value)).data }))
  const links = (await read('moloniLink', 'm')).filter(({ data }) => data.goneAt === undefined)
  const halves = await read('hostLink', 'h')
  expect(links.map(({ key }) => key.split('/').at(-1)).sort(), note).toEqual([...sources].sort())
  for (const { key } of links)
    expect(
      halves.map(({ data }) => data.remoteId),
      note,
    ).toContain(key.split('/').at(-1))
  expect(await engineOf().problems(id), note).toEqual([])
}

test.each([
  ['before', true],
  ['after', true],
  ['before', false],
  ['after', false],
] as const)(
  'killed %s every single effect, records are matched once and successors take over once (same number: %s)',
  async (how, same) => {
    const { id } = await connected(world, {}, engineOf())
    await engineOf().sync(id)
    let kills = 0
    let [, current] = world.company.customers
    for (let at = 1; ; at++) {
      const note = `killed ${how} point ${at}`
      // One is made anew in Moloni, one is known to the host by its tax number, one by its number.
      const old = current
      world.company.customers = world.company.customers.filter((row) => row !== old)
      await world.clock.advance(HOUR)
      const vat = '501964843'
      // Under the number of the one that is gone, or under another.
      const number = same ? String(old?.number) : `S${at}`
      current = addCustomer(world, number, { vat: String(old?.vat), name: `Successor ${at}` })
      const fresh = addCustomer(world, `T${at}`, { vat, name: `By tax number ${at}` })
      world.host.put('relations', { debtorNumber: `L${at}`, name: 'Local', vatNumber: vat, active: true })
      addCustomer(world, `N${at}`, { vat: '' })
      world.host.put('relations', { debtorNumber: `N${at}`, name: 'Local', active: true })
      const died = await killedAt(id, at, how)
      for (let run = 0; run < 3; run++) {
        await loginIfLost(id)
        await engineOf().sync(id, { kinds: ['relations'] })
        await world.clock.advance(HOUR)
      }
      await expectOneToOne(id, note)
      change(world, fresh, { vat: '' })
      await engineOf().sync(id, { kinds: ['relations'] })
      if (!died) break
      kills += 1
    }
    expect(kills).toBeGreaterThan(20)
  },
  120_000,
)
