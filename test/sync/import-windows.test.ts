import { afterEach, describe, expect, test } from 'vitest'
import { createOAuth } from '../../src/oauth/index.ts'
import { connected, openWorld, REDIRECT, type World, type WorldOptions } from '../support/engine.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { addCustomer, change } from '../support/moloni-rows.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let world: World
afterEach(() => world.close())

const nameOf = (number: unknown) => world.host.state.relations.get(String(number))?.record.name

/** An engine whose machine runs ahead of Moloni by some hours. */
async function skewed(hours: number, options: WorldOptions = {}) {
  world = openWorld({ customers: 12, products: 3, ...options })
  const { clock } = world
  const own = {
    now: () => clock.now() + hours * HOUR,
    sleep: (ms: number, signal?: AbortSignal, purpose?: 'wait' | 'limit') => clock.sleep(ms, signal, purpose),
  }
  const { clientId, clientSecret } = world.emulator.credentials
  const oauth = {
    pt: createOAuth({ platform: 'pt', clientId, clientSecret, redirectUri: REDIRECT, clock: own }),
  }
  return connected(world, {}, world.engine({ clock: own, oauth }))
}

describe.each([-3, 3, 30])('with a machine whose clock is %i hours off', (hours) => {
  test('nothing that changes between two runs is missed, and old rows are not read again', async () => {
    const { engine, id } = await skewed(hours)
    await engine.sync(id)
    for (let run = 1; run <= 4; run++) {
      await world.clock.advance(7 * MINUTE)
      change(world, world.company.customers[run], { name: `Run ${run}` })
      await world.clock.advance(7 * MINUTE)
      const report = await engine.sync(id)
      expect(nameOf(world.company.customers[run]?.number)).toBe(`Run ${run}`)
      expect(report.imports.relations?.read).toBeLessThanOrEqual(2)
    }
  })
})

test('a change during the run itself, at the very edge of the window, is in the next one', async () => {
  world = openWorld({ customers: 12, products: 3 })
  const { engine, id } = await connected(world, { imports: { overlapMs: 0 } })
  await engine.sync(id)
  // The same second as the window's end, and the same time for several rows.
  for (const index of [2, 3, 4]) change(world, world.company.customers[index], { name: `Edge ${index}` })
  await world.clock.advance(15 * MINUTE)
  await engine.sync(id)
  for (const index of [2, 3, 4]) expect(nameOf(world.company.customers[index]?.number)).toBe(`Edge ${index}`)
})

describe.each(['lisbon', 'utc'] as const)('with a server that reads times as %s', (modifiedSinceZone) => {
  test.each([
    ['winter to summer time', '2026-03-28T22:00:00Z'],
    ['summer to winter time', '2026-10-24T22:00:00Z'],
  ])(
    'the change from %s loses nothing',
    async (_name, start) => {
      const clock = fakeClock(start)
      clock.auto = true
      world = openWorld({ customers: 12, products: 3, emulator: { modifiedSinceZone, clock } })
      const { clientId, clientSecret } = world.emulator.credentials
      const oauth = {
        pt: createOAuth({ platform: 'pt', clientId, clientSecret, redirectUri: REDIRECT, clock }),
      }
      const own = world.engine({ clock, oauth })
      const { engine, id } = await connected(world, { imports: { overlapMs: 0 } }, own)
      await engine.sync(id)
      for (let step = 1; step <= 24; step++) {
        await clock.advance(7 * MINUTE + 30_000)
        addCustomer(world, `N${step}`)
        await clock.advance(7 * MINUTE + 30_000)
        expect((await engine.sync(id)).errors).toEqual([])
        expect(nameOf(`N${step}`)).toBe(`Cliente N${step}`)
      }
    },
    60_000,
  )
})
