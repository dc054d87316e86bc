import { afterEach, beforeEach, expect, test } from 'vitest'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'

let world: World
beforeEach(() => {
  world = openWorld()
})
afterEach(() => world.close())

test('imports every customer, product and user, and exports a completed work order once', async () => {
  const { engine, id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1)])

  const report = await engine.sync(id)
  expect(report.errors).toEqual([])
  expect(report.exports.invoice).toMatchObject({ offered: 1, exported: 1, acknowledged: 1, blocked: 0 })
  expect(world.host.state.relations.size).toBe(12)
  expect(world.host.state.materials.size + world.host.state.hourTypes.size).toBe(24)
  expect(world.host.state.employees.size).toBe(3)
  expect(invoicesOf(world)).toHaveLength(1)
  expect(invoicesOf(world)[0]).toMatchObject({ status: 1 })
  expect(world.host.state.workOrders.get('wo-1')?.document).toMatchObject({ state: 'closed' })

  const second = await engine.sync(id)
  expect(second).toMatchObject({ changes: 0, errors: [] })
  expect(second.requests).toBeLessThanOrEqual(4)
  expect(invoicesOf(world)).toHaveLength(1)
})
