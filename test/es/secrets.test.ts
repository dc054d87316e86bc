import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Logger } from '../../src/internal/logger.ts'
import { office } from './office.ts'
import { answer, failure, loosely, record, scripted, topLevel } from './support.ts'

const secret = 'apik:0f8a77aa-1111:deadbeef'
const saying = `the token ${secret} at https://api.moloni.es/v1?jwt=${secret} is wrong`

const steps = {
  'a dead login': topLevel('UNAUTHENTICATED', saying, {}, 401),
  'a refused document': topLevel('GRAPHQL_VALIDATION_FAILED', saying, {}, 400),
  'refused values': topLevel('BAD_USER_INPUT', saying, {}, 400),
  'a broken server': topLevel('INTERNAL_SERVER_ERROR', saying, { path: ['x'] }),
  'a refused field': record('taxCreate', null, [{ field: secret, msg: saying }]),
  'a refused action': record('taxCreate', null, [{ field: '*', msg: saying }]),
  'a refused access': record('taxCreate', null, [
    { field: '*', msg: `You don't have permissions to ${saying}` },
  ]),
  'data and errors': record('taxCreate', { taxId: 1 }, [{ field: 'x', msg: saying }]),
  'an answer of another shape': record('taxCreate', { taxId: secret }),
  'a web page': answer(`<html><title>${saying}</title></html>`),
  'a 500': answer(saying, 500),
  'a 429': answer(saying, 429),
  'a 404': answer(saying, 404),
  'a cut connection': () => Promise.reject(new Error(saying)),
}

describe('values that do not fit', () => {
  it.each([
    [
      'Variable "$data" got invalid value { administratorPwd: "hunter2; at \\"x\\"" }; Field "name" of required type "String!" was not provided.',
      'data: Field "name" of required type "String!" was not provided.',
    ],
    [
      'Variable "$data" got invalid value "hunter2" at "data.products[0].qty"; Float cannot represent non numeric value: "hunter2"',
      'data.products[0].qty: Float cannot represent non numeric value',
    ],
    [
      'Variable "$data" got invalid value "hunter2" at "data.model"; Value "hunter2" does not exist in "HookModelField" enum.',
      'data.model: The value does not exist in "HookModelField" enum.',
    ],
    ['Variable "$data" got invalid value "hunter2"', 'Variable "$data"'],
    ['Variable "$data" of required type "TaxInsert!" was not provided.', 'was not provided'],
  ])('are not repeated: %s', async (said, shown) => {
    const { es } = scripted([topLevel('BAD_USER_INPUT', said, {}, 400)])
    const error = await failure(es.hooks.create({ model: 'Product', operation: 'create', url: 'x' }))
    expect(String(error)).toContain(shown)
    expect(String(error)).not.toContain('hunter2')
  })

  it('on the emulator neither', async () => {
    const { es } = await office()
    const data = { administratorPwd: 'hunter2', countryId: 'hunter2', name: { hunter2: true }, no: 'hunter2' }
    const error = await failure(Promise.resolve(loosely(es.companies, 'signUp', data)))
    expect(error).toMatchObject({
      code: 'invalid_params',
      message: expect.stringContaining('data.countryId'),
    })
    expect(JSON.stringify(error)).not.toContain('hunter2')
  })
})

describe('the token and addresses', () => {
  it.each(Object.entries(steps))('stay out of errors, hooks and log lines after %s', async (_what, step) => {
    const lines: unknown[] = []
    const log = (...line: unknown[]) => void lines.push(line)
    const logger: Logger = { debug: log, info: log, warn: log, error: log }
    const hooks = { onRequest: log, onResponse: log, onDrift: log, onBadRow: log }
    const { es } = scripted([step], { token: secret, logger, hooks })
    const data = {
      name: 'IVA',
      value: 21,
      type: 1,
      fiscalZone: 'ES',
      countryId: 70,
      fiscalZoneFinanceType: 1,
    }
    const errors = [
      await failure(es.taxes.create(data)),
      await failure(es.request('mutation { taxCreate { errors { field msg } } }')),
    ]
    expect(errors[0]).toBeInstanceOf(Error)
    const shown = inspect([errors, lines], { depth: 20, showHidden: true }) + JSON.stringify([errors, lines])
    expect(lines.length).toBeGreaterThan(2)
    for (const hidden of [secret, 'deadbeef', 'api.moloni.es', 'Bearer']) expect(shown).not.toContain(hidden)
  })
})
