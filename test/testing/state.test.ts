import { describe, expect, it } from 'vitest'
import { createPtEmulator, type PtState, seedInstaller } from '../../src/testing/index.ts'
import { isNif } from '../../src/testing/tax-numbers/portuguese.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { company_id, customer, furnish, invoice, list, rig } from './support.ts'

const saved = (state: PtState): PtState => JSON.parse(JSON.stringify(state))

describe('the state', () => {
  it('saved as JSON and restored goes on where it was', async () => {
    const { emulator, clock, call, token, ...world } = await rig()
    const ids = await furnish({ emulator, clock, call, token, ...world })
    await call('invoices/insert', invoice(ids, { status: 1 }))
    const state = saved(emulator.state)
    expect(state).toEqual(emulator.state)
    const second = createPtEmulator({ clock, state })
    const ask = (path: string, params: object) =>
      second.fetch(
        new Request(`https://api.moloni.pt/v1/${path}/?json=true&access_token=${token}`, {
          method: 'POST',
          body: JSON.stringify({ company_id, ...params }),
        }),
      )
    const { document_id } = Object(await (await ask('invoices/insert', invoice(ids, { status: 1 }))).json())
    expect(await (await ask('invoices/getOne', { document_id })).json()).toMatchObject({ number: 2 })
    expect(emulator.state.companies[company_id]?.documents).toHaveLength(1)
  })

  it('keeps effects that are still to land', async () => {
    const world = await rig()
    world.emulator.faults.plan({ on: 'customers/insert', fault: { kind: 'late', ms: 1_000, answer: 'cut' } })
    await expect(world.call('customers/insert', customer)).rejects.toThrow(TypeError)
    const second = createPtEmulator({ clock: world.clock, state: saved(world.emulator.state) })
    await world.clock.advance(1_000)
    expect(second.state.companies[company_id]?.customers).toHaveLength(2)
    expect(second.state.late).toEqual([])
  })

  it('is shared with nobody', async () => {
    const one = await rig()
    const two = await rig()
    const ids = await furnish(one)
    await one.call('documentSets/ATInsertCode', {
      document_set_id: ids.document_set_id,
      document_type_id: 74,
    })
    await one.call('companies/update', { name: 'Outra' })
    expect(two.company.customers).toHaveLength(1)
    expect(JSON.stringify(two.company)).not.toContain('"document_type_id":74')
    expect(JSON.stringify(two.emulator.state)).not.toContain('Outra')
  })

  it('gives the same tokens for the same seed and others for another', async () => {
    const [a, b, c] = [await rig({ seed: 5 }), await rig({ seed: 5 }), await rig({ seed: 6 })]
    expect(a.token).toBe(b.token)
    expect(a.token).not.toBe(c.token)
  })

  it('holds the companies that were asked for, beside the demonstration', () => {
    const { state } = createPtEmulator({ companies: [{ company_id: 9, name: 'Nove' }] })
    expect(Object.keys(state.companies)).toEqual(['5', '9'])
    expect(state.users[0]?.companies).toEqual([5, 9])
  })
})

describe('an installer’s data', () => {
  const clock = fakeClock()
  const emulator = createPtEmulator({ clock })
  const company = seedInstaller(emulator)
  const unit = (id: unknown) => company.measurementUnits.find((row) => row.unit_id === id)?.short_name

  it('is as much as was asked, in the first own company', () => {
    expect(company.company_id).toBe(company_id)
    expect([company.customers.length, company.products.length, emulator.state.users.length]).toEqual([
      137, 260, 3,
    ])
    const other = createPtEmulator({ clock })
    const small = seedInstaller(other, { companyId: 5, customers: 3, products: 2, users: 1 })
    expect([small.company_id, small.customers.length, small.products.length]).toEqual([5, 3, 2])
    expect(() => seedInstaller(other, { companyId: 4711 })).toThrow(RangeError)
  })

  it('is the same for the same seed', () => {
    const again = createPtEmulator({ clock })
    expect(seedInstaller(again)).toEqual(company)
    const different = createPtEmulator({ clock })
    expect(seedInstaller(different, { seed: 8 })).not.toEqual(company)
  })

  it('has valid tax numbers and unique keys', () => {
    const vats = company.customers
      .filter((row) => row.country_id === 1 && row.vat !== '')
      .map((row) => String(row.vat))
    expect(vats.filter((vat) => !isNif(vat))).toEqual([])
    expect(new Set(company.customers.map((row) => row.number)).size).toBe(137)
    expect(new Set(company.products.map((row) => row.reference)).size).toBe(260)
    expect(vats.filter((vat) => vat === '999999990')).toHaveLength(1)
  })

  it('has customers on the mainland and the islands, some incomplete', () => {
    const codes = company.customers.map((row) => String(row.zip_code))
    for (const zone of [/^9[5-9]/, /^9[0-4]/, /^[1-8]/])
      expect(codes.some((code) => zone.test(code))).toBe(true)
    for (const field of ['vat', 'address', 'city', 'zip_code']) {
      expect(company.customers.filter((row) => row[field] === '').length).toBeGreaterThan(4)
    }
  })

  it('has hours under five spellings, products without unit, hidden and exempt ones', () => {
    const units = new Set(company.products.map((row) => unit(row.unit_id)))
    for (const spelling of ['Hora', 'hrs', 'H.', 'HUR', 'horas', undefined]) expect(units).toContain(spelling)
    expect(company.products.filter((row) => row.visibility_id === 0).length).toBeGreaterThan(4)
    const reasons = new Set(company.products.map((row) => row.exemption_reason))
    expect([...reasons].sort()).toEqual(['', 'M07', 'M16', 'M40', 'M99'])
  })

  it('has products with VAT or a legal reason, never neither', () => {
    const bare = company.products.filter(
      (row) => JSON.stringify(row.taxes) === '[]' && row.exemption_reason === '',
    )
    expect(bare).toEqual([])
    const zones = new Set(
      company.products.flatMap((row) => {
        const [tax] = list(row.taxes)
        return company.taxes.filter((one) => one.tax_id === tax?.tax_id).map((one) => one.fiscal_zone)
      }),
    )
    expect([...zones].sort()).toEqual(['PT', 'PT-AC', 'PT-MA'])
  })

  it('was last changed days ago', () => {
    const newest = Math.max(...[...company.customers, ...company.products].map((row) => row.lastmodified))
    expect(newest).toBeLessThan(clock.now() - 2 * 86_400_000)
  })
})
