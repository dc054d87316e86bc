import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SyncEngine } from '../../src/sync/index.ts'
import { openWorld, type World } from '../support/engine.ts'

let world: World
let engine: SyncEngine
let id: string
beforeEach(async () => {
  world = openWorld({ customers: 2, products: 2 })
  engine = world.engine()
  id = (await engine.connect({ platform: 'pt', settings: { exports: { documentSetId: 7 } } })).connectionId
})
afterEach(() => world.close())

const stored = async () => {
  const [record] = await world.store.read('connection', [id])
  return JSON.parse(JSON.stringify(record?.value)).data
}

test('all settings have defaults, and what was given is kept', async () => {
  const settings = await engine.settings(id)
  expect(settings).toMatchObject({
    timeZone: 'Europe/Lisbon',
    exports: { documentSetId: 7, kind: 'invoice', firstRun: 'preview' },
  })
})

test('settings are portable JSON: what is read can be given again', async () => {
  const settings = await engine.settings(id)
  expect(JSON.parse(JSON.stringify(settings))).toEqual(settings)
  expect(await engine.updateSettings(id, JSON.parse(JSON.stringify(settings)))).toEqual(settings)
})

test('a patch changes the fields that it names and nothing else', async () => {
  await engine.updateSettings(id, { exports: { lines: { hours: { roundTo: 15 } } } })
  const settings = await engine.updateSettings(id, { exports: { lines: { zeroQuantity: 'omit' } } })
  expect(settings.exports).toMatchObject({
    documentSetId: 7,
    lines: { zeroQuantity: 'omit', hours: { roundTo: 15, minimum: 0 } },
  })
})

test('lists are replaced, not joined', async () => {
  await engine.updateSettings(id, { imports: { hourUnits: ['a', 'b'] } })
  expect((await engine.updateSettings(id, { imports: { hourUnits: ['c'] } })).imports.hourUnits).toEqual([
    'c',
  ])
  expect((await engine.updateSettings(id, { imports: { hourUnits: [] } })).imports.hourUnits).toEqual([])
})

test('a field that is given as undefined takes its default again', async () => {
  const settings = await engine.updateSettings(id, { exports: { documentSetId: undefined } })
  expect(settings.exports).not.toHaveProperty('documentSetId')
})

test('defaults are not stored: a later release may better them', async () => {
  await engine.updateSettings(id, { imports: { overlapMs: 5 } })
  expect((await stored()).settings).toEqual({ exports: { documentSetId: 7 }, imports: { overlapMs: 5 } })
})

test('each change has a version of its own, and a refused one has none', async () => {
  const { settingsVersion } = await stored()
  await engine.updateSettings(id, { imports: { overlapMs: 5 } })
  expect((await stored()).settingsVersion).toBe(settingsVersion + 1)
  await expect(engine.updateSettings(id, { imports: { overlapMs: -5 } })).rejects.toMatchObject({
    code: 'invalid_settings',
  })
  expect((await stored()).settingsVersion).toBe(settingsVersion + 1)
})

describe('refused with the path of the field, and nothing changed', () => {
  test.each([
    ['an unknown field at the top', { colour: 'red' }, 'colour'],
    [
      'an unknown field deep inside',
      { exports: { lines: { hours: { roundto: 15 } } } },
      'exports.lines.hours.roundto',
    ],
    ['two unknown fields', { imports: { a: 1, b: 2 } }, 'imports.b'],
    ['a wrong value', { exports: { kind: 'poem' } }, 'exports.kind'],
    ['a wrong type', { imports: { overlapMs: '5' } }, 'imports.overlapMs'],
    ['a date that does not exist', { exports: { startDate: '2026-02-30' } }, 'exports.startDate'],
    ['a value in the place of an object', { exports: 'all' }, 'exports'],
    ['a list in the place of an object', { exports: [] }, 'exports'],
    ['nothing in the place of an object', { exports: null }, 'exports'],
    ['a wrong row of a list', { imports: { hourUnits: ['h', ''] } }, 'imports.hourUnits.1'],
    ['a time zone that does not exist', { timeZone: 'Europe/Lisboa' }, 'timeZone'],
  ])('%s', async (_name, patch, path) => {
    const before = await stored()
    // Settings come from a form or a file: the type is not there.
    await expect(engine.updateSettings(id, patch as never)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'invalid_settings',
      message: expect.stringContaining(`${path}: `),
    })
    expect(await stored()).toEqual(before)
  })

  test.each([[null], [undefined], ['text'], [5], [[]]])('%j in the place of a patch', async (patch) => {
    const before = await stored()
    await expect(engine.updateSettings(id, patch as never)).rejects.toMatchObject({
      code: 'invalid_settings',
    })
    expect(await stored()).toEqual(before)
  })
})

test('a patch that reaches for the prototype of all objects changes nothing there', async () => {
  await engine.updateSettings(id, JSON.parse('{"__proto__":{"polluted":true}}')).catch(() => {})
  expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted')
  expect(await engine.settings(id)).not.toHaveProperty('polluted')
})

test('changes at the same time all count', async () => {
  await Promise.all([
    engine.updateSettings(id, { imports: { overlapMs: 5 } }),
    world.engine().updateSettings(id, { exports: { maxTries: 3 } }),
    world.engine().updateSettings(id, { exports: { settleMs: 4 } }),
  ])
  expect(await engine.settings(id)).toMatchObject({
    imports: { overlapMs: 5 },
    exports: { maxTries: 3, settleMs: 4 },
  })
})
