import { afterEach, beforeEach, expect, test } from 'vitest'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'
import { type Mortal, mortal, type Point } from '../support/mortal.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld({ customers: 3, products: 4 })
})
afterEach(() => world.close())

const engineOf = (process: Mortal) =>
  world.engine({
    store: process.store(world.store),
    host: process.host(world.host),
    clock: process.clock(world.clock),
    fetch: process.fetch((request) => world.emulator.fetch(request)),
  })

/** The number that a point of the next export has, found by an export of another work order. */
async function numberOf(id: string, isIt: (point: Point, before: readonly Point[]) => boolean) {
  const process = mortal()
  world.host.addWorkOrders([jobFor(world, 0)])
  await engineOf(process).sync(id, { kinds: ['invoice'] })
  const found = process.points.find((point, index) => isIt(point, process.points.slice(0, index)))
  if (!found) throw new Error('There is no such point.')
  return found.number
}

const isInsert = ({ what, name }: Point) => what === 'request' && name.includes('invoices/insert')
const isReadOfCreating = ({ what, name }: Point, before: readonly Point[]) =>
  what === 'read' && name === 'ledger' && before.at(-1)?.name === 'ledger creating'

test.each([
  ['before it reads back what it wrote', isReadOfCreating, 'frozenBefore'],
  ['after it has read back what it wrote', isReadOfCreating, 'frozenAfter'],
  ['before its insert', isInsert, 'frozenBefore'],
] as const)(
  'a process that is held up for hours %s leaves the export to the other, and a person is told of its draft',
  async (_name, isIt, how) => {
    const { id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 100)])
    await world.engine().sync(id, { kinds: ['invoice'] })
    const at = await numberOf(id, isIt)

    world.host.addWorkOrders([jobFor(world, 1)])
    const process = mortal({ fate: { at, how } })
    const ended = engineOf(process).sync(id, { kinds: ['invoice'] })
    expect(await Promise.race([process.stopped, ended])).toBe('frozen')
    for (let run = 0; run < 4; run++) {
      await world.clock.advance(HOUR)
      await world.engine().sync(id, { kinds: ['invoice'] })
    }
    const document = world.host.state.workOrders.get('wo-1')?.document
    expect(document).toMatchObject({ state: 'closed' })

    await process.thaw('effects')
    await ended
    const item = await world.engine().exports(id).get('wo-1')
    expect(item).toMatchObject({ state: 'acknowledged', documentId: document?.documentId })
    const mine = invoicesOf(world).filter(({ your_reference }) => your_reference === 'W1')
    expect(mine.filter(({ status }) => status === 1)).toHaveLength(1)
    const problems = await world.engine().problems(id)
    expect(problems.map(({ code }) => code)).toEqual(mine.length > 1 ? ['twin_documents'] : [])

    await world.engine().exports(id).keep('wo-1')
    expect(await world.engine().problems(id)).toEqual([])
  },
)
