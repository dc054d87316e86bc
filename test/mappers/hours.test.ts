import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WorkPeriod } from '../../src/domain/index.ts'
import { decimal, toCents } from '../../src/internal/money.ts'
import { billedHours, type CodedPeriod, hoursText, roundMinutes } from '../../src/mappers/index.ts'
import { lineSettings } from './fixtures.ts'

const coded = (...periods: (Partial<WorkPeriod> & { code?: string })[]): CodedPeriod[] =>
  periods.map(({ code = 'MO', ...period }, index) => ({ index, code, period: { minutes: 60, ...period } }))

const hours = (
  periods: CodedPeriod[],
  settings: NonNullable<Parameters<typeof lineSettings>[0]>['hours'],
  own: { roundingMinutes?: number; minimumHours?: number } = {},
) => billedHours(periods, { settings: lineSettings({ hours: settings }).hours, ...own })

const minutesOf = (result: ReturnType<typeof hours>) => result.groups.map(({ id, minutes }) => [id, minutes])

describe('rounding of minutes', () => {
  test.each([
    [7, 15, 'nearest', 0],
    [8, 15, 'nearest', 15],
    [15, 30, 'nearest', 30],
    [14, 30, 'nearest', 0],
    [1, 15, 'up', 15],
    [30, 30, 'up', 30],
    [31, 30, 'up', 60],
    [52, 5, 'nearest', 50],
    [53, 5, 'nearest', 55],
    [53, 0, 'up', 53],
  ] as const)('%i minutes to %i, %s: %i', (minutes, to, mode, expected) => {
    expect(roundMinutes(minutes, to, mode)).toBe(expected)
  })

  test('gives a multiple that is never further away than its step, and never less when rounding up', () => {
    const step = fc.constantFrom(5, 15, 30)
    fc.assert(
      fc.property(fc.nat(10_000), step, (minutes, to) => {
        const nearest = roundMinutes(minutes, to, 'nearest')
        const up = roundMinutes(minutes, to, 'up')
        expect(nearest % to).toBe(0)
        expect(up % to).toBe(0)
        expect(Math.abs(nearest - minutes)).toBeLessThanOrEqual(to / 2)
        expect(up - minutes).toBeGreaterThanOrEqual(0)
        expect(up - minutes).toBeLessThan(to)
      }),
    )
  })
})

describe('hours as decimal text', () => {
  test.each([
    [60, '1'],
    [90, '1.5'],
    [15, '0.25'],
    [3, '0.05'],
    [50, '0.83333334'],
    [20, '0.33333334'],
  ])('%i minutes are %s hours', (minutes, text) => expect(hoursText(minutes)).toBe(text))

  test('an exact half cent is not lost: 50 minutes at 0.03 are 3 cents', () => {
    expect(toCents(decimal(hoursText(50)).times('0.03'))).toBe(3)
  })

  test('price times hours gives the cents of price times minutes / 60, whatever the price', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6_000 }),
        fc.integer({ min: 1, max: 999_999 }),
        (minutes, priceCents) => {
          const billed = toCents(decimal(hoursText(minutes)).times(priceCents).div(100))
          // Whole numbers only: half a cent up.
          expect(billed).toBe(Math.floor((2 * minutes * priceCents + 60) / 120))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('billed hours', () => {
  test('each period is rounded by itself, or the sum of its group', () => {
    const periods = coded({ minutes: 20 }, { minutes: 20 })
    expect(minutesOf(hours(periods, { roundTo: 15, roundMode: 'up', roundEach: 'period' }))).toEqual([
      ['h:MO', 60],
    ])
    expect(minutesOf(hours(periods, { roundTo: 15, roundMode: 'up', roundEach: 'group' }))).toEqual([
      ['h:MO', 45],
    ])
  })

  test("the work order's own rounding goes before the settings, 0 included", () => {
    const periods = coded({ minutes: 20 })
    const settings = { roundTo: 15, roundMode: 'up' } as const
    expect(minutesOf(hours(periods, settings, { roundingMinutes: 60 }))).toEqual([['h:MO', 60]])
    expect(minutesOf(hours(periods, settings, { roundingMinutes: 0 }))).toEqual([['h:MO', 20]])
  })

  test('lines follow the grouping', () => {
    const periods = coded(
      { employeeNumber: '1' },
      { employeeNumber: '2' },
      { code: 'VIAGEM', employeeNumber: '1' },
      { employeeNumber: '1' },
    )
    const grouped = (groupBy: 'period' | 'hourType' | 'hourTypeAndEmployee') =>
      minutesOf(hours(periods, { groupBy }))
    expect(grouped('period')).toEqual([
      ['p0', 60],
      ['p1', 60],
      ['p2', 60],
      ['p3', 60],
    ])
    expect(grouped('hourType')).toEqual([
      ['h:MO', 180],
      ['h:VIAGEM', 60],
    ])
    expect(grouped('hourTypeAndEmployee')).toEqual([
      ['h:MO:1', 120],
      ['h:MO:2', 60],
      ['h:VIAGEM:1', 60],
    ])
  })

  test('codes and numbers with colons never fall into one group', () => {
    const periods = coded({ code: 'A:B', employeeNumber: 'C' }, { code: 'A', employeeNumber: 'B:C' })
    expect(hours(periods, { groupBy: 'hourTypeAndEmployee' }).groups).toHaveLength(2)
  })

  test('remarks are carried once each', () => {
    const periods = coded(
      { remark: 'Bomba trocada' },
      { remark: ' Bomba trocada ' },
      { remark: 'Ensaio' },
      {},
    )
    expect(hours(periods, {}).groups[0]?.summary).toBe('Bomba trocada\nEnsaio')
  })

  test('the minimum is reached by one line of its own', () => {
    const periods = coded({ minutes: 30 }, { code: 'VIAGEM', minutes: 15 })
    const { groups } = hours(periods, { minimum: 2 })
    expect(groups.map(({ id, code, minutes, summary }) => [id, code, minutes, summary])).toEqual([
      ['h:MO', 'MO', 30, undefined],
      ['h:VIAGEM', 'VIAGEM', 15, undefined],
      ['min', 'MO', 75, 'min. 2 h'],
    ])
  })

  test("the work order's own minimum goes before the settings, also when it is lower", () => {
    const periods = coded({ minutes: 30 })
    expect(minutesOf(hours(periods, { minimum: 2 }, { minimumHours: 1 }))).toEqual([
      ['h:MO', 30],
      ['min', 30],
    ])
    expect(minutesOf(hours(periods, { minimum: 2 }, { minimumHours: 0 }))).toEqual([['h:MO', 30]])
  })

  test('the minimum counts after rounding', () => {
    const result = hours(coded({ minutes: 50 }), { roundTo: 30, roundMode: 'up', minimum: 1 })
    expect(minutesOf(result)).toEqual([['h:MO', 60]])
  })

  test('no work, no minimum', () => {
    expect(hours([], { minimum: 2 }).groups).toEqual([])
  })

  test('time that rounds to nothing is reported', () => {
    const result = hours(coded({ minutes: 5 }), { roundTo: 30 })
    expect(result.groups).toEqual([])
    expect(result.issues).toEqual([
      { code: 'hours_rounded_away', field: 'workPeriods', thing: 'MO', severity: 'warning' },
    ])
  })

  test('time that rounds to nothing still reaches the minimum', () => {
    expect(minutesOf(hours(coded({ minutes: 5 }), { roundTo: 30, minimum: 0.5 }))).toEqual([['min', 30]])
  })

  test('no minute is lost or made, whatever the grouping', () => {
    const period = fc.record({
      code: fc.constantFrom('A', 'B', 'A:B'),
      minutes: fc.integer({ min: 1, max: 600 }),
      employeeNumber: fc.constantFrom('1', '2', 'B:1'),
    })
    const groupBy = fc.constantFrom('period' as const, 'hourType' as const, 'hourTypeAndEmployee' as const)
    fc.assert(
      fc.property(fc.array(period), groupBy, fc.integer({ min: 0, max: 20 }), (periods, by, minimum) => {
        const worked = periods.reduce((sum, { minutes }) => sum + minutes, 0)
        const { groups } = hours(coded(...periods), { groupBy: by, minimum })
        const billed = groups.reduce((sum, { minutes }) => sum + minutes, 0)
        expect(billed).toBe(periods.length === 0 ? 0 : Math.max(worked, minimum * 60))
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
      }),
    )
  })
})
