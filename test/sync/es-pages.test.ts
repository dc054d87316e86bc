import { afterEach, describe, expect, test } from 'vitest'
import { connectedEs, type EsWorld, openEsWorld } from '../support/es-engine.ts'
import { watchedHost } from '../support/watched-host.ts'

let world: EsWorld
afterEach(() => world.close())

async function begin(platform: 'es' | 'on', customers = 450) {
  world = openEsWorld({ platform, customers, products: 3 })
  const watched = watchedHost(world.host)
  const { engine, id } = await connectedEs(world, {}, world.engine({ host: watched.host }))
  return { engine, id, watched }
}

const idsAtHost = () =>
  new Set([...world.host.state.relations.values()].map(({ record }) => record.source?.id))
const namesAtHost = () => new Set([...world.host.state.relations.values()].map(({ record }) => record.name))
const person = () => world.emulator.person
/** Numbered customers in the order of Moloni's list; the final consumer of the account is none of them. */
const rows = () => world.company.customers.filter(({ number, isDefault }) => number && !isDefault)

describe.each(['es', 'on'] as const)('a list of Moloni %s that moves while it is read', (platform) => {
  test('loses no row that is changed', async () => {
    const { engine, id, watched } = await begin(platform)
    let page = 0
    watched.onUpsert = (kind) => {
      if (kind !== 'relations' || ++page > 2) return
      const [early, late] = [rows()[page * 3], rows()[440 - page * 3]]
      person().change('customers', Number(early?.customerId), { name: `Early ${page}` })
      person().change('customers', Number(late?.customerId), { name: `Late ${page}` })
    }
    await engine.sync(id)
    watched.onUpsert = () => {}
    await engine.sync(id)
    const names = namesAtHost()
    expect(['Early 1', 'Early 2', 'Late 1', 'Late 2'].filter((name) => !names.has(name))).toEqual([])
    expect(rows().filter(({ name }) => !names.has(String(name)))).toEqual([])
  })

  test('hides no neighbour of a row that is deleted', async () => {
    const { engine, id, watched } = await begin(platform)
    let deleted = false
    watched.onUpsert = (kind) => {
      if (kind !== 'relations' || deleted) return
      deleted = true
      expect(person().remove('customers', Number(rows()[10]?.customerId))).toBe(true)
    }
    await engine.sync(id)
    expect(deleted).toBe(true)
    const held = idsAtHost()
    expect(rows().filter(({ customerId }) => !held.has(String(customerId)))).toEqual([])
  })

  test('brings a row that is made between two pages', async () => {
    const { engine, id, watched } = await begin(platform)
    let made: number | undefined
    watched.onUpsert = (kind) => {
      if (kind !== 'relations' || made !== undefined) return
      const home = { es: { countryId: 70, languageId: 2 }, on: { countryId: 1, languageId: 1 } }[platform]
      const row = person().create('customers', { number: 'NEW-1', name: 'Made meanwhile', ...home })
      made = Number(row.customerId)
    }
    await engine.sync(id)
    await engine.sync(id)
    expect(world.host.state.relations.has('NEW-1')).toBe(true)
  })

  test('goes on from its page after an error in the middle, and its place does not move', async () => {
    const { engine, id } = await begin(platform)
    world.emulator.faults.plan({
      on: 'customers',
      nth: 2,
      times: 30,
      fault: { kind: 'status', status: 503 },
    })
    const first = await engine.sync(id)
    expect(first.outcome).toBe('partial')
    world.emulator.faults.clear()
    await world.clock.advance(900_000)
    expect((await engine.sync(id)).outcome).toBe('complete')
    const held = idsAtHost()
    expect(rows().filter(({ customerId }) => !held.has(String(customerId)))).toEqual([])
  })
})
