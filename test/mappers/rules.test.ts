import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WorkOrder } from '../../src/domain/index.ts'
import {
  addDays,
  daysBetween,
  documentDates,
  eligible,
  FINAL_CONSUMER,
  fiscalZone,
  isCompanyNif,
  isHourUnit,
  isMatchableTaxNumber,
  isValidNif,
  normaliseTaxNumber,
  selectParty,
} from '../../src/mappers/index.ts'
import { aWorkOrder, codes, exportSettings } from './fixtures.ts'

describe('Portuguese tax numbers', () => {
  test.each(['503504564', '123456789', '999999990', 'PT503504564', '503 504 564', 'pt 503.504.564'])(
    '%s is valid',
    (text) => expect(isValidNif(text)).toBe(true),
  )

  test.each(['503504565', '023456782', '50350456', '5035045640', 'B12345674', 'ES503504564', '', undefined])(
    '%s is not',
    (text) => expect(isValidNif(text)).toBe(false),
  )

  test('one wrong digit is always noticed', () => {
    const digits = fc.stringMatching(/^[1-9]\d{7}$/)
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        (start, at, shift) => {
          const nif = [...'0123456789'].map((check) => start + check).find(isValidNif)
          if (nif === undefined) throw new Error('every start has a check digit')
          const changed = (Number(nif[at]) + shift) % 10
          const wrong = nif.slice(0, at) + changed + nif.slice(at + 1)
          // Remainders 0 and 1 share the check digit 0, so two starts may share one: those are the known blind spot.
          if (nif.endsWith('0')) return
          expect(isValidNif(wrong)).toBe(false)
        },
      ),
    )
  })

  test('blanks and the prefix are taken off; a foreign number stays as it is', () => {
    expect(normaliseTaxNumber(' PT 503 504 564 ')).toBe('503504564')
    expect(normaliseTaxNumber('es-b12345674')).toBe('B12345674')
    expect(normaliseTaxNumber('fr 12 345678901')).toBe('FR12345678901')
    expect(normaliseTaxNumber('  ')).toBeUndefined()
    expect(normaliseTaxNumber(undefined)).toBeUndefined()
  })

  test('the shared number of the final consumer is never a key', () => {
    expect(isMatchableTaxNumber(FINAL_CONSUMER)).toBe(false)
    expect(isMatchableTaxNumber('PT 999 999 990')).toBe(false)
    expect(isMatchableTaxNumber('')).toBe(false)
    expect(isMatchableTaxNumber('503504564')).toBe(true)
  })

  test('companies and persons', () => {
    expect(isCompanyNif('503504564')).toBe(true)
    expect(isCompanyNif('123456789')).toBe(false)
    expect(isCompanyNif(FINAL_CONSUMER)).toBe(false)
    expect(isCompanyNif('503504565')).toBe(false)
  })
})

describe('fiscal zones', () => {
  test.each([
    ['PT', '4000-322', 'PT'],
    ['PT', '8999-999', 'PT'],
    ['PT', '9000-001', 'PT-MA'],
    ['pt', '9499-999', 'PT-MA'],
    ['PT', '9500-321', 'PT-AC'],
    ['PT', '9980', 'PT-AC'],
    ['PT', '9980 123', 'PT-AC'],
    ['ES', '9500-321', 'ES'],
    ['es', undefined, 'ES'],
  ])('%s %s: %s', (country, postalCode, zone) => expect(fiscalZone({ country, postalCode })).toBe(zone))

  test.each([
    [undefined, '4000-322'],
    ['', '4000-322'],
    ['PT', undefined],
    ['PT', '0000-000'],
    ['PT', 'Porto'],
    ['PT', '95000'],
  ])('%s %s: unknown', (country, postalCode) => expect(fiscalZone({ country, postalCode })).toBeUndefined())
})

describe('hour units', () => {
  const units = exportSettingsUnits()

  test.each(['Hora', 'hrs', 'H.', 'HUR', 'horas', ' h ', 'HÓRA', 'Hr.', 'uur', 'U.u.r.'])(
    '%s is an hour',
    (name) => {
      expect(isHourUnit({ name }, units)).toBe(true)
      expect(isHourUnit({ name: 'x', short_name: name }, units)).toBe(true)
    },
  )

  test.each(['', '.', 'un', 'Unidade', 'hectare', 'horas extra', 'kWh'])('%s is not', (name) => {
    expect(isHourUnit({ name, short_name: name }, units)).toBe(false)
  })

  test('no unit, no hour, even with an empty name among the hour units', () => {
    expect(isHourUnit({}, units)).toBe(false)
    expect(isHourUnit({ name: '' }, ['.'])).toBe(false)
  })

  function exportSettingsUnits() {
    return ['HUR', 'h', 'hr', 'hrs', 'hora', 'horas', 'hour', 'hours', 'uur', 'uren']
  }
})

describe('who is billed', () => {
  const site = { debtorNumber: 'S1', name: 'Loja Norte' }
  const payer = { debtorNumber: 'P1', name: 'Sede' }
  const billed = (customer: WorkOrder['customer'], billTo?: WorkOrder['billTo'], rule?: 'site') =>
    selectParty({ customer, billTo }, rule ?? 'billToFirst')

  test('the bill-to party goes first, unless the settings say the site', () => {
    expect(billed(site, payer).value).toMatchObject({ role: 'billTo', debtorNumber: 'P1' })
    expect(billed(site, payer, 'site').value).toMatchObject({ role: 'site', debtorNumber: 'S1' })
    expect(billed(site).value).toMatchObject({ role: 'site', debtorNumber: 'S1' })
  })

  test('an empty bill-to party, or one that repeats the site, is the site', () => {
    expect(billed(site, { debtorNumber: ' ', name: '' }).value?.debtorNumber).toBe('S1')
    expect(billed(site, { name: 'Loja Norte' }).value?.debtorNumber).toBe('S1')
  })

  test('somebody else without a number blocks; the site is not billed in their place', () => {
    expect(billed(site, { name: 'Sede' })).toEqual({
      issues: [{ code: 'no_customer', field: 'billTo.debtorNumber', thing: 'Sede', severity: 'error' }],
    })
    expect(codes(billed(site, { vatNumber: '503504564' }))).toEqual(['no_customer'])
  })

  test.each([{}, { debtorNumber: '' }, { debtorNumber: '  ' }])(
    'a site without a number blocks: %o',
    (customer) => {
      expect(billed(customer).issues).toMatchObject([{ code: 'no_customer', field: 'customer.debtorNumber' }])
    },
  )
})

describe('which work orders', () => {
  const settings = exportSettings()
  const check = (patch: Partial<WorkOrder>, start: string | undefined = undefined, rules = settings) =>
    eligible(aWorkOrder(patch), rules, start)

  test('a completed and finished one', () => expect(check({})).toBe('yes'))

  test.each([
    ['not_complete', { status: 'handled' }],
    ['not_complete', { status: 'ready' }],
    ['not_complete', { status: 'on_device' }],
    ['archived', { archived: true }],
    ['not_finished', { finished: false }],
    ['own_document', { origin: { platform: 'pt', companyId: '1', documentId: '2', kind: 'invoice' } }],
  ] as const)('not: %s', (skipped, patch) => expect(check(patch)).toEqual({ skipped }))

  test('one made from a document of another kind', () => {
    expect(check({ origin: { platform: 'pt', companyId: '1', documentId: '2', kind: 'estimate' } })).toBe(
      'yes',
    )
  })

  test('unfinished visits, when the settings take them', () => {
    expect(check({ finished: false }, undefined, exportSettings({ finishedOnly: false }))).toBe('yes')
  })

  test('work statuses', () => {
    const rules = exportSettings({ workStatuses: ['1'] })
    expect(check({ workStatus: '1' }, undefined, rules)).toBe('yes')
    expect(check({ workStatus: '0' }, undefined, rules)).toEqual({ skipped: 'work_status' })
    expect(check({}, undefined, rules)).toEqual({ skipped: 'work_status' })
  })

  test('the start date is the first day that counts; undated work stays out', () => {
    expect(check({ workDate: '2026-03-02' }, '2026-03-02')).toBe('yes')
    expect(check({ workDate: '2026-03-01' }, '2026-03-02')).toEqual({ skipped: 'before_start' })
    expect(check({ workDate: undefined }, '2026-03-02')).toEqual({ skipped: 'no_work_date' })
    expect(check({ workDate: undefined })).toBe('yes')
  })
})

describe('dates of the document', () => {
  type DateSettings = NonNullable<Parameters<typeof exportSettings>[0]>['dates']
  const dates = (
    settings: DateSettings,
    {
      workDate,
      workEndDate,
      date,
      ...customer
    }: Record<'workDate' | 'workEndDate' | 'date', string | undefined> &
      Partial<{ maturityDateId: number; maturityDays: number }>,
  ) =>
    documentDates({
      workOrder: { workDate, workEndDate },
      settings: exportSettings({ dates: settings }).dates,
      customer,
      today: '2026-03-10',
      date,
    })
  const none = { workDate: undefined, workEndDate: undefined, date: undefined }

  test('today, or the work date', () => {
    const given = { ...none, workDate: '2026-03-08' }
    expect(dates({}, given).date).toBe('2026-03-10')
    expect(dates({ document: 'work' }, given).date).toBe('2026-03-08')
  })

  test('the last day of the work, never the future', () => {
    const given = { ...none, workDate: '2026-03-05', workEndDate: '2026-03-09' }
    expect(dates({ document: 'work' }, given).date).toBe('2026-03-09')
    expect(dates({ document: 'work' }, { ...given, workEndDate: '2026-03-12' }).date).toBe('2026-03-10')
    expect(dates({ document: 'work' }, { ...given, workEndDate: '2026-03-01' }).date).toBe('2026-03-05')
  })

  test('no work date is told, and today taken', () => {
    const result = dates({ document: 'work' }, none)
    expect(result.date).toBe('2026-03-10')
    expect(codes(result)).toEqual(['no_work_date'])
    expect(codes(dates({}, none))).toEqual([])
  })

  test('a demanded date goes before everything, and the due date follows it', () => {
    const result = dates(
      { document: 'work' },
      { ...none, date: '2026-03-12', maturityDateId: 4, maturityDays: 30 },
    )
    expect(result).toMatchObject({ date: '2026-03-12', dueDate: '2026-04-11', issues: [] })
  })

  test("the due date is the customer's, a number of days, or the document's", () => {
    const given = { ...none, maturityDateId: 4, maturityDays: 60 }
    expect(dates({}, given)).toMatchObject({ dueDate: '2026-05-09', maturityDateId: 4 })
    expect(dates({ due: 'days', dueDays: 8 }, given).dueDate).toBe('2026-03-18')
    expect(dates({ due: 'days', dueDays: 8 }, given)).not.toHaveProperty('maturityDateId')
    expect(dates({ due: 'document' }, given).dueDate).toBe('2026-03-10')
  })

  test('a customer without a payment term pays at once; one with unknown days is told', () => {
    expect(dates({}, none)).toEqual({ date: '2026-03-10', dueDate: '2026-03-10', issues: [] })
    const unknown = dates({}, { ...none, maturityDateId: 4 })
    expect(unknown).toMatchObject({ dueDate: '2026-03-10', maturityDateId: 4 })
    expect(codes(unknown)).toEqual(['unknown_maturity'])
  })

  test('the legal term: the fifth day is in time, the sixth is not', () => {
    expect(codes(dates({}, { ...none, workDate: '2026-03-05' }))).toEqual([])
    expect(dates({}, { ...none, workDate: '2026-03-04' }).issues).toEqual([
      {
        code: 'past_legal_term',
        field: 'workDate',
        severity: 'warning',
        details: { days: 6, allowed: 5 },
      },
    ])
  })

  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days: %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected))

  test('counting days there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        expect(daysBetween('2026-03-10', addDays('2026-03-10', days))).toBe(days)
      }),
    )
  })
})
