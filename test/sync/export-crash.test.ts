import { afterEach, beforeEach, expect, test } from 'vitest'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'
import { type Mortal, mortal } from '../support/mortal.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld({ customers: 3, products: 4 })
})
afterEach(() => world.close())

/** The emulator without a network between: the same answers, many more runs. */
const direct: typeof fetch = (input, init) => world.emulator.fetch(new Request(input, init))

const engineOf = (process?: Mortal) =>
  process
    ? world.engine({
        store: process.store(world.store),
        host: process.host(world.host),
        clock: process.clock(world.clock),
        fetch: process.fetch((request) => world.emulator.fetch(request)),
      })
    : world.engine({ fetch: direct })

/** Runs one export in a process that dies at the point; false when it ended before. */
async function runMortal(id: string, at: number, moment: 'before' | 'after'): Promise<boolean> {
  const process = mortal({ fate: { at, how: moment } })
  const ended = engineOf(process)
    .sync(id, { kinds: ['invoice'] })
    .then(() => false)
  return Promise.race([ended, process.stopped.then(() => true)])
}

/** Killed between a refresh and storing it, the login is lost: health says so, and a person logs in again. */
async function loginIfLost(id: string): Promise<void> {
  const engine = engineOf()
  if ((await engine.health(id)).login.state === 'ok') return
  const { authorizeUrl } = await engine.connect({ platform: 'pt', connectionId: id })
  const page = await direct(authorizeUrl, { redirect: 'manual' })
  await engine.completeLogin(page.headers.get('location') ?? '')
}

test.each(['before', 'after'] as const)(
  'killed %s every single effect of an export, the work order ends with one closed document',
  async (moment) => {
    const { id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 0)])
    await engineOf().sync(id)

    let kills = 0
    for (let at = 1; ; at++) {
      const number = at
      world.host.addWorkOrders([jobFor(world, number)])
      const died = await runMortal(id, at, moment)
      for (let run = 0; run < 4; run++) {
        await loginIfLost(id)
        await engineOf().sync(id, { kinds: ['invoice'] })
        await world.clock.advance(HOUR)
      }
      const mine = invoicesOf(world).filter(({ your_reference }) => your_reference === `W${number}`)
      expect(mine, `killed ${moment} point ${at}`).toHaveLength(1)
      expect(mine[0]?.status, `killed ${moment} point ${at}`).toBe(1)
      expect(world.host.state.workOrders.get(`wo-${number}`)?.document, `killed at ${at}`).toMatchObject({
        documentId: mine[0]?.document_id,
      })
      if (!died) break
      kills += 1
    }
    expect(kills).toBeGreaterThan(30)
    expect(await engineOf().problems(id)).toEqual([])
  },
  120_000,
)
