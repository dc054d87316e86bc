import { describe, expect, test } from 'vitest'
import type { Catalogue } from '../../scripts/start/catalogue.ts'
import { OptionsError, readOptions } from '../../scripts/start/options.ts'
import { platforms } from '../../scripts/start/platforms.ts'
import { createProgress } from '../../scripts/start/progress.ts'
import { table } from '../../scripts/start/table.ts'
import { planWorkOrders } from '../../scripts/start/work-orders.ts'

const named = (platform: 'PT' | 'ES' | 'ON') => ({
  [`MOLONI_${platform}_CLIENT_ID`]: 'id',
  [`MOLONI_${platform}_CLIENT_SECRET`]: 'secret',
  [`MOLONI_${platform}_REDIRECT_URI`]: 'https://host.example/callback',
})
const real = named('PT')

describe('options', () => {
  const folder = expect.stringMatching(/\.start$/)

  test('nothing asks for the emulated Moloni', () => {
    expect(readOptions([], {})).toEqual({ host: 'memory', folder, fresh: false, json: false, export: false })
    expect(readOptions(['--state', '/elsewhere', '--fresh'], {})).toMatchObject({
      folder: '/elsewhere',
      fresh: true,
    })
  })

  test('the three variables ask for the real one, which exports nothing by itself', () => {
    const credentials = {
      clientId: 'id',
      clientSecret: 'secret',
      redirectUri: 'https://host.example/callback',
    }
    expect(readOptions(['--json'], real)).toEqual({
      real: { platform: 'pt', credentials },
      host: 'memory',
      folder,
      fresh: false,
      json: true,
      export: false,
    })
    expect(readOptions([], { ...named('ON'), MOLONI_ON_BASE_URL: 'http://127.0.0.1:1' })).toEqual({
      real: { platform: 'on', credentials, baseUrl: 'http://127.0.0.1:1' },
      host: 'memory',
      folder,
      fresh: false,
      json: false,
      export: false,
    })
  })

  const wrong: [what: string, args: string[], environment: Record<string, string>, message: RegExp][] = [
    [
      'half a set of variables',
      [],
      { ...real, MOLONI_PT_CLIENT_SECRET: ' ' },
      /^MOLONI_PT_CLIENT_SECRET not set/,
    ],
    ['half a set of another platform', [], { MOLONI_ES_CLIENT_ID: 'id' }, /Moloni Spain needs all of/],
    ['two real Molonis', [], { ...real, ...named('ES') }, /Portugal and Moloni Spain are set: one real/],
    ['one variable only', [], { MOLONI_PT_CLIENT_ID: 'id' }, /_SECRET and MOLONI_PT_REDIRECT_URI not set/],
    ['an unknown option', ['--jsn'], {}, /jsn/],
    ['an unknown host', ['--host', 'outlook'], {}, /host outlook: --host is one of memory, outsmart/],
    ['an emulated host for a real Moloni', ['--host', 'outsmart'], real, /--host is for emulated Molonis/],
    ['state that a real Moloni has itself', ['--fresh'], real, /--fresh is for emulated Molonis/],
    ['a folder for a real Moloni', ['--state', 'x'], real, /--state is for emulated Molonis/],
    ['a stray word', ['export'], {}, /export/],
    ['--export without a real Moloni', ['--export'], {}, /are for a real Moloni/],
    ['--export without work orders', ['--export'], real, /add --work-orders FILE/],
    ['--work-orders without a file', ['--work-orders'], real, /work-orders/],
  ]
  test.each(wrong)('%s is refused, with what to do', (_what, args, environment, message) => {
    expect(() => readOptions(args, environment)).toThrow(OptionsError)
    expect(() => readOptions(args, environment)).toThrow(message)
  })

  test('a refusal never shows the secret', () => {
    const environment = { MOLONI_PT_CLIENT_SECRET: 'very-secret' }
    expect(() => readOptions([], environment)).toThrow(
      expect.not.objectContaining({ message: /very-secret/ }),
    )
  })
})

describe('progress', () => {
  const shown = (isTTY: boolean) => {
    const written: string[] = []
    const progress = createProgress({ isTTY, write: (text) => written.push(text) })
    progress.show({ part: 'customers', done: 50, total: 137 })
    progress.show({ part: 'customers', done: 137, total: 137 })
    progress.show({ part: 'users', done: 3 })
    progress.say('done')
    return written.join('')
  }

  test('is one plain line a part where there is no terminal', () => {
    expect(shown(false)).toBe('  customers: 137 of 137\n  users: 3\ndone\n')
  })

  test('is a bar that is drawn again on a terminal', () => {
    const again = '\r\x1b[2K  '
    const [none, half, full] = ['░'.repeat(28), `${'█'.repeat(10)}${'░'.repeat(18)}`, '█'.repeat(28)]
    expect(shown(true).split('\n')).toEqual([
      `${again}${half} customers 50 of 137${again}${full} customers 137 of 137`,
      `${again}${none} users 3${again}${full} users 3 of 3`,
      'done',
      '',
    ])
  })
})

test('a table is aligned, numbers to the right', () => {
  expect(
    table(
      ['what', 'n'],
      [
        ['relations', 137],
        ['users', 3],
      ],
    ),
  ).toBe('what         n\n─────────  ───\nrelations  137\nusers        3')
})

test('a long text goes on in its own column', () => {
  expect(
    table(['n', 'text'], [[1, `${'word '.repeat(10)}end`]])
      .split('\n')
      .slice(2),
  ).toEqual([`1  ${'word '.repeat(9).trimEnd()}`, '   word end'])
})

describe.each(['pt', 'es', 'on'] as const)('planned work orders of %s', (platform) => {
  const { exports, faults, words } = platforms[platform]
  const rows = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      number: `${prefix}${index}`,
      code: `${prefix}${index}`,
      name: 'x',
    }))
  const catalogue: Catalogue = {
    customers: rows('C', 20),
    withoutAddress: { number: 'NOADDR', name: 'x' },
    abroad: { number: 'ABROAD', name: 'x' },
    materials: rows('M', 30),
    hourTypes: rows('H', 5),
    paymentMethods: ['cash', 'card'],
  }
  const plan = (over: Catalogue) => planWorkOrders(platforms[platform], over, '2026-03-02')
  const planned = plan(catalogue)

  test('are forty, each with its own key, and the same every time', () => {
    expect(planned).toHaveLength(40)
    expect(new Set(planned.map(({ key }) => key)).size).toBe(40)
    expect(plan(catalogue)).toEqual(planned)
  })

  test('hold each planted fault once', () => {
    const sound = planned.filter(
      ({ customer, paymentMethod, materials, workPeriods }) =>
        /^C\d/.test(customer.debtorNumber ?? '') &&
        catalogue.paymentMethods.includes(paymentMethod ?? '') &&
        materials.length > 0 &&
        materials.every(({ code, quantity }) => code?.startsWith('M') && quantity > 0) &&
        workPeriods.length > 0 &&
        workPeriods.every(({ hourTypeCode, minutes }) => /^H\d/.test(hourTypeCode ?? '') && minutes > 0),
    )
    expect(sound).toHaveLength(40 - faults.length)
  })

  test('become each kind of document that is made', () => {
    const types = exports.map((kind) => words.typesOfWork[kind])
    expect(new Set(planned.map(({ typeOfWork }) => typeOfWork))).toEqual(new Set(types))
  })

  test('cannot be planned over an empty catalogue', () => {
    expect(() => plan({ ...catalogue, materials: [] })).toThrow(/catalogue is empty/)
  })
})
