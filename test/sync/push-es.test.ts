import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectedEs, type EsWorld, openEsWorld } from '../support/es-engine.ts'

const product = { categoryId: 1, unitId: 1, hourUnitId: 1, vat: { rate: 21 } }

describe.each(['es', 'on'] as const)('on %s nothing can be made, and the settings say so', (platform) => {
  let world: EsWorld
  beforeEach(() => {
    world = openEsWorld({ platform, customers: 2, products: 2 })
  })
  afterEach(() => world.close())

  test.each([
    ['push.relations.mode', { push: { relations: { mode: 'createMissing' } } }],
    ['push.materials.mode', { push: { materials: { mode: 'createMissing', ...product } } }],
    ['exports.unknown.relations', { exports: { unknown: { relations: 'create' } } }],
    [
      'exports.unknown.hourTypes',
      { push: { materials: product }, exports: { unknown: { hourTypes: 'create' } } },
    ],
  ] as const)('%s', async (path, settings) => {
    const { engine, id } = await connectedEs(world)
    await expect(engine.updateSettings(id, settings)).rejects.toMatchObject({
      code: 'invalid_settings',
      message: expect.stringContaining(`${path}: nothing can be made`),
    })
  })
})
