import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MaterialLine, WorkPeriod } from '../../src/domain/index.ts'
import { billableLines } from '../../src/mappers/index.ts'
import { aWorkOrder, codes, lineSettings } from './fixtures.ts'

const bill = (
  content: { materials?: MaterialLine[]; workPeriods?: WorkPeriod[]; minimumHours?: number },
  settings: Parameters<typeof lineSettings>[0] = {},
) => billableLines(aWorkOrder({ materials: [], ...content }), lineSettings(settings))

describe('materials', () => {
  test('quantity, price, discount, VAT code and warehouse of the line are kept', () => {
    const line = {
      code: ' BOMBA ',
      name: 'Bomba de água',
      quantity: 1.25,
      unitPrice: 0.1,
      discountPercent: 12.5,
      vatCode: 'V6',
      warehouseCode: 'G',
    }
    expect(bill({ materials: [line] })).toEqual({
      value: [
        {
          id: 'm0',
          kind: 'material',
          code: 'BOMBA',
          name: 'Bomba de água',
          quantity: '1.25',
          unitPrice: '0.1',
          discountPercent: 12.5,
          vatCode: 'V6',
          warehouseCode: 'G',
        },
      ],
      issues: [],
    })
  })

  test('very small numbers stay plain decimals', () => {
    const { value } = bill({ materials: [{ code: 'X', quantity: 1e-7, unitPrice: 1e21 }] })
    expect(value?.[0]).toMatchObject({ quantity: '0.0000001', unitPrice: '1000000000000000000000' })
  })

  test('the product decides the price when the settings say so', () => {
    const { value } = bill(
      { materials: [{ code: 'X', quantity: 1, unitPrice: 9 }] },
      { priceFrom: 'product' },
    )
    expect(value?.[0]).not.toHaveProperty('unitPrice')
  })

  test('a line without a price leaves it to the product', () => {
    expect(bill({ materials: [{ code: 'X', quantity: 1 }] }).value?.[0]).not.toHaveProperty('unitPrice')
  })

  test.each([
    ['zero quantity', { code: 'X', quantity: 0 }, 'zero_quantity'],
    ['negative quantity', { code: 'X', quantity: -1 }, 'negative_quantity'],
    ['negative price', { code: 'X', quantity: 1, unitPrice: -1 }, 'negative_price'],
    ['empty code', { code: ' ', name: 'Parafuso', quantity: 1 }, 'missing_material_code'],
    ['no code', { name: 'Parafuso', quantity: 1 }, 'missing_material_code'],
  ])('%s blocks', (_, line, code) => {
    const result = bill({ materials: [{ code: 'OK', quantity: 1 }, line] })
    expect(result.value).toBeUndefined()
    expect(codes(result)).toEqual([code])
    expect(result.issues[0]?.field).toMatch(/^materials\[1\]/)
  })

  test('a free-text line names what was typed', () => {
    const result = bill({ materials: [{ name: 'Parafuso', quantity: 1 }] })
    expect(result.issues[0]).toMatchObject({ code: 'missing_material_code', thing: 'Parafuso' })
  })

  test('a free-text line goes onto the fallback product under its own name', () => {
    const result = bill(
      { materials: [{ name: 'Parafuso', quantity: 1 }] },
      { materialWithoutCode: 'DIVERSOS' },
    )
    expect(result.value?.[0]).toMatchObject({ code: 'DIVERSOS', name: 'Parafuso' })
  })

  test('zero quantities are left out when the settings say so, and the others keep their id', () => {
    const materials = [
      { code: 'X', quantity: 0 },
      { code: 'Y', quantity: 1 },
    ]
    expect(bill({ materials }, { zeroQuantity: 'omit' }).value?.map(({ id }) => id)).toEqual(['m1'])
  })

  test('warranty: billed, free, or left out', () => {
    const materials = [
      { code: 'X', quantity: 1, discountPercent: 10, warrantyCode: 'G1' },
      { code: 'Y', quantity: 1, discountPercent: 10, warrantyCode: ' ' },
    ]
    const discounts = (warranty: 'bill' | 'free' | 'omit') =>
      bill({ materials }, { warranty }).value?.map(({ code, discountPercent }) => [code, discountPercent])
    expect(discounts('bill')).toEqual([
      ['X', 10],
      ['Y', 10],
    ])
    expect(discounts('free')).toEqual([
      ['X', 100],
      ['Y', 10],
    ])
    expect(discounts('omit')).toEqual([['Y', 10]])
  })
})

describe('hours and travel', () => {
  test('hours have no price of their own', () => {
    const { value } = bill({ workPeriods: [{ hourTypeCode: 'MO', minutes: 90, remark: 'Ensaio' }] })
    expect(value).toEqual([
      { id: 'h:MO', kind: 'hours', code: 'MO', summary: 'Ensaio', quantity: '1.5', discountPercent: 0 },
    ])
  })

  test('a period without an hour type blocks, or goes onto the fallback product', () => {
    const workPeriods = [{ minutes: 60 }]
    expect(codes(bill({ workPeriods }))).toEqual(['missing_hour_type'])
    expect(bill({ workPeriods }, { periodWithoutHourType: 'MO' }).value?.[0]?.code).toBe('MO')
  })

  test('a period of zero minutes blocks, or is left out', () => {
    const workPeriods = [
      { hourTypeCode: 'MO', minutes: 0 },
      { hourTypeCode: 'MO', minutes: 60 },
    ]
    expect(bill({ workPeriods }).issues).toEqual([
      { code: 'zero_quantity', field: 'workPeriods[0].minutes', thing: 'MO', severity: 'error' },
    ])
    expect(bill({ workPeriods }, { zeroQuantity: 'omit' }).value).toHaveLength(1)
  })

  test('travel is a distance: never billed as time, one line of kilometres', () => {
    const workPeriods = [
      { hourTypeCode: 'MO', minutes: 60, travelDistance: 12.1 },
      { minutes: 0, travelDistance: 0.2 },
    ]
    expect(bill({ workPeriods }).value?.map(({ kind }) => kind)).toEqual(['hours'])
    expect(bill({ workPeriods }, { travelProduct: 'KM' }).value).toEqual([
      { id: 'h:MO', kind: 'hours', code: 'MO', quantity: '1', discountPercent: 0 },
      { id: 't', kind: 'travel', code: 'KM', quantity: '12.3', discountPercent: 0 },
    ])
  })

  test('a minimum without any period is reported, not billed', () => {
    const result = bill({ materials: [{ code: 'X', quantity: 1 }], minimumHours: 1 })
    expect(result.value).toHaveLength(1)
    expect(codes(result)).toEqual(['minimum_without_hours'])
  })
})

describe('the whole work order', () => {
  const full = {
    materials: [{ code: 'X', quantity: 1 }],
    workPeriods: [{ hourTypeCode: 'MO', minutes: 60, travelDistance: 5 }],
  }

  test('blocks come in the order of the settings, each once', () => {
    const kinds = (order: ('materials' | 'hours' | 'travel')[]) =>
      bill(full, { order, travelProduct: 'KM' }).value?.map(({ kind }) => kind)
    expect(kinds(['travel', 'hours', 'materials'])).toEqual(['travel', 'hours', 'material'])
    expect(kinds(['hours', 'hours'])).toEqual(['hours'])
  })

  test('nothing to bill is said once, and not beside another reason', () => {
    expect(bill({})).toEqual({ issues: [{ code: 'nothing_to_bill', severity: 'error' }] })
    expect(codes(bill({ materials: [{ code: 'X', quantity: 0 }] }))).toEqual(['zero_quantity'])
    expect(codes(bill({ materials: [{ code: 'X', quantity: 0 }] }, { zeroQuantity: 'omit' }))).toEqual([
      'nothing_to_bill',
    ])
  })

  test('every fault is told, not only the first', () => {
    const result = bill({
      materials: [{ code: 'X', quantity: 0 }, { quantity: 1 }],
      workPeriods: [{ minutes: 60 }],
    })
    expect(codes(result)).toEqual(['zero_quantity', 'missing_material_code', 'missing_hour_type'])
  })

  test('internal texts never appear, whatever the settings', () => {
    const settings = fc.record({
      groupBy: fc.constantFrom('period' as const, 'hourType' as const, 'hourTypeAndEmployee' as const),
      warranty: fc.constantFrom('bill' as const, 'free' as const, 'omit' as const),
      priceFrom: fc.constantFrom('workOrder' as const, 'product' as const),
      materialWithoutCode: fc.option(fc.constant('DIV'), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        settings,
        fc.stringMatching(/^[a-z]{12}$/),
        ({ groupBy, materialWithoutCode, ...rest }, marker) => {
          const secret = aWorkOrder({
            ...full,
            internalDescription: marker,
            comment: marker,
            shortDescription: marker,
          })
          const lines = lineSettings({
            ...rest,
            ...(materialWithoutCode && { materialWithoutCode }),
            hours: { groupBy },
          })
          expect(JSON.stringify(billableLines(secret, lines))).not.toContain(marker)
        },
      ),
    )
  })
})
