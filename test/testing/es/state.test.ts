import { describe, expect, it } from 'vitest'
import { createEsEmulator, seedEsInstaller } from '../../../src/testing/index.ts'
import { isNif } from '../../../src/testing/tax-numbers/portuguese.ts'
import { isSpanishTaxNumber } from '../../../src/testing/tax-numbers/spanish.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { at, rig } from './support.ts'

describe('the state', () => {
  it('is plain data that another emulator goes on from, logins included', async () => {
    const { emulator, token } = await rig({ platform: 'on' })
    emulator.person.create('customers', { number: '9', name: 'Rui', countryId: 1, languageId: 1 })
    const saved = JSON.parse(JSON.stringify(emulator.state))
    expect(saved).toEqual(emulator.state)
    const next = createEsEmulator({ state: saved, clock: fakeClock() })
    expect(next.origins[0]).toBe('https://api.molonion.pt')
    const response = await next.fetch(
      new Request('https://api.molonion.pt/v1', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ companies { data { customersCnt } } }' }),
      }),
    )
    expect(await response.json()).toEqual({ data: { companies: { data: [{ customersCnt: 2 }] } } })
  })

  it('is the same for the same seed, and another for another', async () => {
    const tokens = async (seed?: number) => (await rig(seed === undefined ? {} : { seed })).token
    expect(await tokens()).toBe(await tokens(1))
    expect(await tokens(2)).not.toBe(await tokens())
  })

  it('may be changed by a test, and answers follow', async () => {
    const { call, company } = await rig()
    const [customer] = company.customers
    if (customer) customer.name = 'Otro'
    const query = 'query($companyId: Int!) { customers(companyId: $companyId) { data { name } } }'
    expect(at(await call(query), 'data.customers.data')).toEqual([{ name: 'Otro' }])
  })
})

describe('the installer', () => {
  it('has more customers and products than two pages hold', async () => {
    for (const platform of ['es', 'on'] as const) {
      const { emulator } = await rig({ platform })
      const company = seedEsInstaller(emulator)
      expect(company.customers.length).toBeGreaterThan(130)
      expect(company.products.length).toBeGreaterThan(240)
      const references = company.products.map(({ reference }) => reference)
      expect(new Set(references).size).toBe(references.length)
      const numbers = company.customers.map(({ number }) => number)
      expect(new Set(numbers).size).toBe(numbers.length)
      const unknown = company.products.filter((row) => !row.productCategoryId || !row.measurementUnitId)
      expect(unknown).toEqual([])
    }
  })

  it('has valid tax numbers, some customers without, and some from across the border', async () => {
    const { emulator } = await rig()
    const { customers } = seedEsInstaller(emulator)
    const numbered = customers.filter(({ vat }) => vat !== '')
    expect(
      numbered.every(({ vat, countryId }) => (countryId === 70 ? isSpanishTaxNumber : isNif)(String(vat))),
    ).toBe(true)
    expect(numbered.length).toBeLessThan(customers.length - 5)
    expect(customers.some(({ countryId }) => countryId === 1)).toBe(true)
  })

  it('has a tree of three levels', async () => {
    const { emulator } = await rig()
    const { productCategories } = seedEsInstaller(emulator)
    const parent = (id: unknown) =>
      productCategories.find((row) => row.productCategoryId === id)?.parentId ?? null
    const depths = productCategories.map((row) => {
      let depth = 1
      for (let id = row.parentId; id !== null; id = parent(id)) depth += 1
      return depth
    })
    expect(Math.max(...depths)).toBe(3)
  })

  it('has hours by their code, and hours by name only', async () => {
    const { emulator } = await rig()
    const { measurementUnits, products } = seedEsInstaller(emulator)
    const hours = products.filter(({ reference }) => String(reference).startsWith('HRS-'))
    const codes = hours.map(
      ({ measurementUnitId }) =>
        measurementUnits.find((unit) => unit.measurementUnitId === measurementUnitId)
          ?.measurementUnitUNECERId,
    )
    expect(codes).toContain('HUR')
    expect(codes).toContain('')
  })

  it('has the rates of its country, exempt products and hidden ones', async () => {
    const rates = async (platform: 'es' | 'on') => {
      const { emulator } = await rig({ platform })
      const { products } = seedEsInstaller(emulator)
      const exempt = products.filter(({ taxes }) => Array.isArray(taxes) && taxes.length === 0)
      expect(exempt.every(({ exemptionReason }) => exemptionReason !== '')).toBe(true)
      expect(products.some(({ visible }) => visible === 0)).toBe(true)
      const found = products.map((row) => Number(at(row, 'taxes.0.value')))
      return [...new Set(found.filter((rate) => rate > 0))].sort((a, b) => b - a)
    }
    expect(await rates('es')).toEqual([21, 10, 4])
    expect(await rates('on')).toEqual([23, 22, 16, 13, 6])
  })

  it('is the same for the same seed', async () => {
    const grown = async (seed: number) =>
      seedEsInstaller((await rig()).emulator, { seed, customers: 20, products: 20 })
    expect(await grown(7)).toEqual(await grown(7))
    expect((await grown(8)).customers).not.toEqual((await grown(7)).customers)
  })

  it('fills the company that is asked for', async () => {
    const { emulator } = await rig({
      companies: [
        { companyId: 8317, name: 'a' },
        { companyId: 5, name: 'b' },
      ],
    })
    expect(seedEsInstaller(emulator, { companyId: 5, customers: 3, products: 3 }).companyId).toBe(5)
    expect(() => seedEsInstaller(emulator, { companyId: 6 })).toThrow('The emulator has no company 6.')
  })
})
