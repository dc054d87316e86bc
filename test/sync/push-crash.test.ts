import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../support/engine.ts'
import { mortal } from '../support/mortal.ts'
import {
  engineOf,
  localMaterial,
  localRelation,
  loginIfLost,
  productSettings,
  pushing,
} from '../support/push.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld({ customers: 2, products: 3 })
})
afterEach(() => world.close())

const kinds = ['relations', 'materials']
/** Without imports, which would find what a dead process has made. */
const quiet = {
  imports: { relations: { enabled: false }, materials: { enabled: false }, hourTypes: { enabled: false } },
} as const
const push = () => ({
  relations: { mode: 'createMissing' as const },
  materials: { mode: 'createMissing' as const, ...productSettings(world) },
})

/** One run in a process that dies at the point; false when it ended before. */
async function runMortal(id: string, at: number, how: 'before' | 'after' | 'late'): Promise<boolean> {
  const process = mortal({ fate: { at, how } })
  const ended = engineOf(world, process)
    .sync(id, { kinds })
    .then(() => false)
  const died = await Promise.race([ended, process.stopped.then(() => true)])
  if (how === 'late') {
    await world.clock.advance(1_000)
    await process.land()
  }
  return died
}

const allOf = async (collection: string) =>
  (await world.store.scan(collection, { by: 'key', limit: 1000 })).records

test.each(['before', 'after', 'late'] as const)(
  'killed at every single effect of a push (%s), it ends with one customer and one product',
  async (how) => {
    const { id } = await pushing(world, push(), quiet)
    await engineOf(world).sync(id, { kinds })
    let kills = 0
    for (let at = 1; ; at++) {
      const name = `N-${at}`
      world.host.put('relations', localRelation(name))
      world.host.put('materials', localMaterial(name))
      const died = await runMortal(id, at, how)
      for (let run = 0; run < 3; run++) {
        await loginIfLost(world, id)
        await engineOf(world).sync(id, { kinds })
        await world.clock.advance(HOUR)
      }
      const { customers, products } = world.company
      expect(
        customers.filter(({ number }) => number === name),
        `killed ${how} ${at}`,
      ).toHaveLength(1)
      expect(
        products.filter(({ reference }) => reference === name),
        `killed ${how} ${at}`,
      ).toHaveLength(1)
      expect(await allOf('pushIntent'), `killed ${how} ${at}`).toEqual([])
      if (!died) break
      kills += 1
    }
    expect(kills).toBeGreaterThan(30)
    expect(await engineOf(world).problems(id)).toEqual([])
    expect(await engineOf(world).sync(id, { kinds })).toMatchObject({ changes: 0, errors: [] })
    const halves = (await allOf('hostLink')).map(({ key }) => key)
    expect(halves).toHaveLength((await allOf('moloniLink')).length)
    expect(world.host.state.relations.get('N-1')?.record).toEqual(localRelation('N-1'))
  },
  120_000,
)
