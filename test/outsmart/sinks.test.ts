import { describe, expect, it } from 'vitest'
import type { Relation } from '../../src/domain/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import type { SinkOptions } from '../../src/sync/index.ts'
import type { Fault } from '../../src/testing/index.ts'
import { seedOutsmartInstaller } from '../../src/testing/index.ts'
import { hostRig } from './host-rig.ts'
import { failure } from './support.ts'

const options: SinkOptions = { connectionId: 'c', observedAt: 1_000 }
const at = (observedAt: number): SinkOptions => ({ ...options, observedAt })
const source = (id: string) => ({ platform: 'pt' as const, companyId: '5', id })

const relation = (number: number, patch: Partial<Relation> = {}): Relation => ({
  debtorNumber: String(number),
  name: `Cliente ${number}`,
  street: 'Rua da Fonte 1',
  postalCode: '3000-100',
  city: 'Coimbra',
  country: 'PT',
  active: true,
  source: source(String(number)),
  ...patch,
})
const many = (count: number) => Array.from({ length: count }, (_, i) => relation(i + 1))

describe('relations', () => {
  it('are written with the id of the customer, and with everything that is known', async () => {
    const { host, emulator } = hostRig()
    const results = await host.relations.upsert(
      [
        relation(7, {
          vatNumber: '501234567',
          phone: '239000000',
          workOrderEmail: 'obras@example.com',
          remark: 'x',
        }),
      ],
      options,
    )
    expect(results).toEqual([{ ok: true, key: '7' }])
    expect(emulator.state.relations).toMatchObject([
      {
        debtor_number: '7',
        name: 'Cliente 7',
        vat_number: '501234567',
        phone_number: '239000000',
        email_workorder: 'obras@example.com',
        external_id: 'moloni-pt-5-7',
        active: '1',
      },
    ])
  })

  it('that did not change are not written', async () => {
    const { host, to } = hostRig()
    await host.relations.upsert(many(3), options)
    await host.relations.upsert(many(3), at(2_000))
    expect(to('relations').filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('keep what Moloni does not know, whether OutSmart merges or replaces', async () => {
    for (const rewrite of ['merge', 'replace'] as const) {
      const { host, emulator, clock } = hostRig({ emulator: { rewrite } })
      await host.relations.upsert([relation(7)], options)
      Object.assign(emulator.state.relations[0] ?? {}, {
        email_workorder: 'local@example.com',
        val_value_3: 'blue',
      })
      await clock.sleep(60_000)
      await host.relations.upsert([relation(7, { name: 'Novo' })], at(2_000))
      expect(emulator.state.relations).toMatchObject([
        {
          name: 'Novo',
          email_workorder: 'local@example.com',
          val_value_3: 'blue',
          external_id: 'moloni-pt-5-7',
        },
      ])
    }
  })

  it('lose what Moloni knows no more, and a house number leaves with its street', async () => {
    const { host, emulator, clock } = hostRig()
    await host.relations.upsert(
      [relation(7, { phone: '239000000', remark: 'x', vatNumber: '501234567' })],
      options,
    )
    Object.assign(emulator.state.relations[0] ?? {}, { house_number: '12 B', mobile: '910000000' })
    await clock.sleep(60_000)
    await host.relations.upsert([relation(7)], at(2_000))
    expect(emulator.state.relations).toMatchObject([
      { phone_number: '', remark: '', vat_number: '', house_number: '12 B', mobile: '910000000' },
    ])
    await host.relations.upsert([relation(7, { street: 'Rua Nova 3' })], at(3_000))
    expect(emulator.state.relations).toMatchObject([
      { street: 'Rua Nova 3', house_number: '', mobile: '910000000' },
    ])
  })

  it('that are there under the same number are taken over', async () => {
    const { host, emulator } = hostRig()
    seedOutsmartInstaller(emulator, { workOrders: 0 })
    await host.relations.upsert([relation(1, { debtorNumber: '0012', name: 'Novo nome' })], options)
    expect(emulator.state.relations).toHaveLength(160)
    expect(emulator.state.relations[11]).toMatchObject({ name: 'Novo nome', external_id: 'moloni-pt-5-1' })
  })

  it('whose number changed get a new record, and the old one is inactive and no longer ours', async () => {
    const { host, emulator } = hostRig()
    await host.relations.upsert([relation(7, { mobile: '910000000' })], options)
    const results = await host.relations.upsert([relation(7, { debtorNumber: '70' })], at(2_000))
    expect(results).toEqual([{ ok: true, key: '70' }])
    expect(emulator.state.relations).toMatchObject([
      { debtor_number: '7', active: '0', external_id: '' },
      { debtor_number: '70', active: '1', external_id: 'moloni-pt-5-7', mobile: '910000000' },
    ])
  })

  it('whose number changed are found without any memory', async () => {
    const first = hostRig()
    await first.host.relations.upsert([relation(7)], options)
    const second = hostRig({ emulator: { state: first.emulator.state } })
    await second.host.relations.upsert([relation(7, { debtorNumber: '70' })], at(2_000))
    const active = second.emulator.state.relations.filter((row) => row.active === '1')
    expect(active).toMatchObject([{ debtor_number: '70' }])
  })

  it('a change of number that was interrupted is finished by the next row', async () => {
    const { host, emulator } = hostRig()
    await host.relations.upsert([relation(7)], options)
    const [old] = emulator.state.relations
    emulator.state.relations.push({ ...old, debtor_number: '70' })
    const again = hostRig({ emulator: { state: emulator.state } })
    await again.host.relations.upsert([relation(7, { debtorNumber: '70' })], at(2_000))
    expect(again.emulator.state.relations).toMatchObject([
      { debtor_number: '7', active: '0', external_id: '' },
      { debtor_number: '70', active: '1', external_id: 'moloni-pt-5-7' },
    ])
  })

  it('that get the number of another one do not inherit what was its own', async () => {
    const { host, emulator, clock } = hostRig()
    await host.relations.upsert([relation(1)], options)
    Object.assign(emulator.state.relations[0] ?? {}, { email_workorder: 'first@example.com' })
    await clock.sleep(60_000)
    // Customer 1 is renumbered, and customer 2 gets its number, in one batch.
    const results = await host.relations.upsert(
      [relation(1, { debtorNumber: '10' }), relation(2, { debtorNumber: '1', name: 'Segundo' })],
      at(2_000),
    )
    expect(results).toEqual([
      { ok: true, key: '10' },
      { ok: true, key: '1' },
    ])
    expect(emulator.state.relations).toMatchObject([
      { debtor_number: '1', name: 'Segundo', email_workorder: '', external_id: 'moloni-pt-5-2', active: '1' },
      {
        debtor_number: '10',
        name: 'Cliente 1',
        email_workorder: 'first@example.com',
        external_id: 'moloni-pt-5-1',
      },
    ])
  })

  it('of another system are refused, unless the settings allow taking them over', async () => {
    const foreign = {
      debtor_number: '7',
      name: 'Fora',
      street: 'R',
      postal_code: '1',
      city: 'C',
      external_id: 'SAP-1',
    }
    const strict = hostRig()
    strict.emulator.state.relations.push({ ...foreign })
    const refused = await strict.host.relations.upsert([relation(7), relation(8)], options)
    expect(refused).toMatchObject([
      { ok: false, code: 'external_id_taken', field: 'external_id' },
      { ok: true, key: '8' },
    ])
    expect(strict.emulator.state.relations[0]).toEqual(foreign)
    const lenient = hostRig({ settings: { relations: { foreignExternalId: 'overwrite' } } })
    lenient.emulator.state.relations.push({ ...foreign })
    expect(await lenient.host.relations.upsert([relation(7)], options)).toEqual([{ ok: true, key: '7' }])
    expect(lenient.emulator.state.relations[0]?.external_id).toBe('moloni-pt-5-7')
  })

  it.each([
    ['street', { street: undefined }, 'missing_street', 'street'],
    ['postal code', { postalCode: '' }, 'missing_postal_code', 'postal_code'],
    ['city', { city: undefined }, 'missing_city', 'city'],
    ['a name that fits', { name: 'x'.repeat(256) }, 'too_long', 'name'],
    ['a remark that fits', { remark: 'x'.repeat(65_536) }, 'too_long', 'remark'],
  ])('without %s are refused by the name of the field', async (_what, patch, code, field) => {
    const { host, emulator } = hostRig()
    const results = await host.relations.upsert([relation(1), relation(2, patch), relation(3)], options)
    expect(results).toMatchObject([{ ok: true }, { ok: false, code, field }, { ok: true }])
    expect(emulator.state.relations).toHaveLength(2)
  })

  it('have contact persons and addresses beside them', async () => {
    const { host, emulator, to } = hostRig()
    const row = relation(7, {
      contact: 'Ana',
      contactEmail: 'ana@example.com',
      addresses: [
        {
          id: '31',
          name: 'Armazém',
          street: 'Rua B 2',
          postalCode: '3000-200',
          city: 'Coimbra',
          country: 'PT',
        },
        { id: '32', street: 'Sem código' },
      ],
    })
    await host.relations.upsert([row, relation(8)], options)
    expect(emulator.state.contactPersons).toMatchObject([
      { cpn_code: 'moloni-pt-5-7', cpn_debtor_nr: '7', cpn_name: 'Ana', cpn_email: 'ana@example.com' },
    ])
    expect(emulator.state.addresses).toMatchObject([
      { adr_code: 'moloni-pt-5-7-31', adr_debtor_nr: '7', adr_line_1: 'Rua B 2', adr_remark: 'Armazém' },
    ])
    await host.relations.upsert([row], at(2_000))
    expect(to('contactpersons').filter(({ method }) => method === 'POST')).toHaveLength(1)
    const plain = hostRig({ settings: { relations: { contacts: false, addresses: false } } })
    await plain.host.relations.upsert([row], options)
    expect(plain.emulator.state.contactPersons).toEqual([])
    expect(plain.emulator.state.addresses).toEqual([])
  })

  it('whose contact is refused are refused by that name, and tried again', async () => {
    const { host } = hostRig()
    const [result] = await host.relations.upsert(
      [relation(7, { contact: 'x', contactEmail: 'y'.repeat(300) })],
      options,
    )
    expect(result).toMatchObject({ ok: false, code: 'too_long', field: 'cpn_email' })
  })
})

describe('a batch', () => {
  it('is as large as the settings say', async () => {
    const { host, to } = hostRig({ settings: { batchSize: 20 } })
    expect(await host.relations.upsert(many(50), options)).toHaveLength(50)
    const sizes = to('relations').flatMap(({ method, params: { rows } }) =>
      method === 'POST' && Array.isArray(rows) ? [rows.length] : [],
    )
    expect(sizes).toEqual([20, 20, 10])
  })

  /**
   * An OutSmart that does not like some relations, for reasons that nobody can know before. It writes none of an array
   * with such a one, what stands before it, or the others, whose count it answers.
   */
  function picky(bad: readonly string[], mode: 'none' | 'before' | 'others' = 'none') {
    const { emulator } = hostRig()
    const posts: number[] = []
    const fetch = async (request: Request) => {
      if (request.method !== 'POST' || !request.url.includes('/relations/')) return emulator.fetch(request)
      const rows: { debtor_number: string }[] = JSON.parse(await request.text())
      posts.push(rows.length)
      const first = rows.findIndex((row) => bad.includes(row.debtor_number))
      const good =
        mode === 'others' ? rows.filter((row) => !bad.includes(row.debtor_number)) : rows.slice(0, first)
      const written = first === -1 ? rows : mode === 'none' ? [] : good
      const forwarded = new Request(request.url, { method: 'POST', body: JSON.stringify(written) })
      const response = written.length > 0 ? await emulator.fetch(forwarded) : undefined
      if (first === -1 && response) return response
      const refused = { code: 1301, messages: ['Required field postal_code is not valid.'], response: null }
      return new Response(
        JSON.stringify(mode === 'others' ? { code: 200, messages: [], response: good.length } : refused),
      )
    }
    const { host } = hostRig({ emulator: { state: emulator.state }, client: { fetch } })
    return { host, emulator, posts }
  }

  it.each([[['1']], [['64']], [['33']], [['5', '6', '60']], [['1', '2', '3', '62', '63', '64']]])(
    'with the bad rows %j is halved until they are found; all others are written',
    async (bad) => {
      for (const mode of ['none', 'before', 'others'] as const) {
        const { host, emulator, posts } = picky(bad, mode)
        const results = await host.relations.upsert(many(64), options)
        const refused = results.flatMap((result, i) => (result.ok ? [] : [String(i + 1)]))
        expect(refused).toEqual(bad)
        const code = mode === 'others' ? 'not_written' : 'outsmart_1301'
        expect(results.find(({ ok }) => !ok)).toMatchObject({ code })
        expect(emulator.state.relations).toHaveLength(64 - bad.length)
        expect(posts.length).toBeLessThan(2 + bad.length * 2 * 7)
      }
    },
  )

  it('whose bad row is alone says which field OutSmart names', async () => {
    const { host } = picky(['2'])
    expect(await host.relations.upsert(many(3), options)).toMatchObject([
      { ok: true },
      {
        ok: false,
        code: 'outsmart_1301',
        field: 'postal_code',
        message: expect.stringContaining('postal_code'),
      },
      { ok: true },
    ])
  })

  it('whose count leaves out what was equal before is looked at', async () => {
    const it = hostRig()
    const { fetch } = it.emulator
    let first = true
    const miscounting = async (request: Request) => {
      const response = await fetch(request)
      if (request.method !== 'POST' || !request.url.includes('/hourtypes/')) return response
      const body = { ...JSON.parse(await response.text()), response: first ? 1 : 0 }
      first = false
      return new Response(JSON.stringify(body))
    }
    const host = hostRig({ emulator: { state: it.emulator.state }, client: { fetch: miscounting } }).host
    const rows = ['A', 'B'].map((code) => ({
      code,
      name: code,
      salePrice: 10,
      active: true,
      source: source(code),
    }))
    expect(await host.hourTypes.upsert(rows, options)).toEqual([
      { ok: true, key: 'A' },
      { ok: true, key: 'B' },
    ])
  })

  it('that was not written although nothing was refused is tried again later', async () => {
    const { host } = hostRig({
      client: {
        fetch: async (request) =>
          new Response(`{"code":200,"messages":[],"response":${request.method === 'POST' ? 0 : '[]'}}`),
      },
    })
    expect(await host.relations.upsert(many(2), options)).toMatchObject([
      { ok: false, code: 'not_written', retryable: true },
      { ok: false, code: 'not_written', retryable: true },
    ])
  })

  const down: [string, Fault, object][] = [
    ['cut', { kind: 'cut' }, { name: 'NetworkError' }],
    ['a 500', { kind: 'status', status: 500 }, { name: 'HttpError' }],
    ['access that was taken back', { kind: 'expire' }, { name: 'AuthError', code: 'access_refused' }],
  ]
  it.each(down)('that meets %s is no matter of its rows: the call fails', async (_what, fault, error) => {
    const { host, emulator, to } = hostRig({ client: { retry: false } })
    await host.relations.upsert([relation(1)], options)
    emulator.faults.plan({ on: 'relations', times: 99, fault })
    expect(await failure(host.relations.upsert(many(8), at(2_000)))).toMatchObject(error)
    expect(to('relations').filter(({ method }) => method === 'POST')).toHaveLength(2)
    emulator.faults.clear()
    emulator.state.revoked = []
    expect((await host.relations.upsert(many(8), at(3_000))).every(({ ok }) => ok)).toBe(true)
  })

  it('in which every row meets OutSmart’s own trouble is no matter of its rows', async () => {
    const body = '{"code":1007,"messages":["Unexpected"],"response":null}'
    const { host } = hostRig({
      client: {
        fetch: async ({ method }) =>
          new Response(method === 'POST' ? body : '{"code":200,"messages":[],"response":[]}'),
      },
    })
    expect(await failure(host.relations.upsert(many(4), options))).toMatchObject({ code: 'outsmart_1007' })
    const [alone] = await host.relations.upsert([relation(1)], options)
    expect(alone).toMatchObject({ ok: false, code: 'outsmart_1007', retryable: true })
  })

  it('reads what it compares with once, and again after a while', async () => {
    const { host, to, clock } = hostRig()
    const reads = () => to('relations').filter(({ method }) => method === 'GET').length
    for (const row of many(10)) await host.relations.upsert([row], options)
    expect(reads()).toBe(1)
    await clock.sleep(30_001)
    await host.relations.upsert([relation(11)], options)
    expect(reads()).toBe(2)
  })
})

describe('materials, categories, hour types and employees', () => {
  const material = (code: string, patch: object = {}) => ({
    code,
    description: `Peça ${code}`,
    price: 12.5,
    active: true,
    source: source(code),
    ...patch,
  })

  it('materials without a unit get the one of the settings, and are not dropped', async () => {
    const { host, emulator } = hostRig({ settings: { materials: { defaultUnit: 'pç' } } })
    await host.materials.upsert([material('A'), material('B', { unit: 'm', barcode: '5601' })], options)
    expect(emulator.state.materials).toMatchObject([
      { code: 'A', description: 'Peça A', price: '12.5', unit: 'pç' },
      { code: 'B', unit: 'm', eancode: '5601' },
    ])
  })

  it('materials are put into their category where OutSmart has it, and follow it', async () => {
    const { host, emulator } = hostRig()
    const categories = ['1', '2'].map((code) => ({
      code,
      name: code,
      active: true,
      source: source(`c${code}`),
    }))
    await host.materialCategories.upsert(categories, options)
    await host.materials.upsert(
      [material('A', { categoryCode: '1' }), material('B', { categoryCode: '9' })],
      options,
    )
    const links = () => emulator.state.materialCategories.map((row) => [row.mct_mat_code, row.mct_cat_code])
    expect(links()).toEqual([['A', '1']])
    await host.materials.upsert([material('A', { categoryCode: '2' })], at(2_000))
    expect(links()).toEqual([['A', '2']])
  })

  it('links that somebody added stay', async () => {
    const { host, emulator, clock } = hostRig()
    const categories = ['1', '2', '3'].map((code) => ({
      code,
      name: code,
      active: true,
      source: source(`c${code}`),
    }))
    await host.materialCategories.upsert(categories, options)
    await host.materials.upsert([material('A', { categoryCode: '1' })], options)
    emulator.state.materialCategories.push({ mct_mat_code: 'A', mct_cat_code: '3' })
    await clock.sleep(60_000)
    await host.materials.upsert([material('A', { categoryCode: '2' })], at(2_000))
    expect(emulator.state.materialCategories.map((row) => row.mct_cat_code)).toEqual(['1', '3', '2'])
  })

  it('categories form a tree, and are hidden when they are gone', async () => {
    const { host, emulator } = hostRig()
    const rows = [
      { code: '1', name: 'Aquecimento', active: true, source: source('1') },
      { code: '2', name: 'Caldeiras', parentCode: '1', active: true, source: source('2') },
    ]
    await host.materialCategories.upsert(rows, options)
    await host.materialCategories.deactivate?.(['2', 'unknown'], at(2_000))
    expect(emulator.state.categories).toMatchObject([
      { cat_code: '1', cat_display: '1' },
      { cat_code: '2', cat_cat_code: '1', cat_name: 'Caldeiras', cat_display: '0' },
    ])
  })

  it('hour types are billed and no cost, until somebody decides otherwise', async () => {
    const { host, emulator, clock } = hostRig()
    const row = { code: 'H', name: 'Hora', salePrice: 32.5, active: true, source: source('h') }
    await host.hourTypes.upsert([row], options)
    expect(emulator.state.hourTypes).toMatchObject([
      { sale_price: '32.5', sale_booking: '1', cost_booking: '0', active: '1' },
    ])
    Object.assign(emulator.state.hourTypes[0] ?? {}, { cost_booking: '1', cost_price: '18,00' })
    await clock.sleep(60_000)
    await host.hourTypes.upsert([{ ...row, salePrice: 35 }], at(2_000))
    expect(emulator.state.hourTypes).toMatchObject([
      { sale_price: '35', cost_booking: '1', cost_price: '18' },
    ])
    await host.hourTypes.deactivate?.(['H'], at(3_000))
    expect(emulator.state.hourTypes).toMatchObject([{ active: '0', sale_price: '35', cost_booking: '1' }])
  })

  it('employees with one name have it twice, or are refused', async () => {
    const row = { number: '9', firstName: 'Ana', active: true, source: source('9') }
    const { host, emulator } = hostRig()
    await host.employees.upsert([row], options)
    expect(emulator.state.employees.at(-1)).toMatchObject({ number: '9', firstname: 'Ana', lastname: 'Ana' })
    const read = await host.employees.read?.({ keys: ['9'] }, options)
    expect(read?.records).toEqual([
      { key: '9', record: { number: '9', firstName: 'Ana', source: source('9') } },
    ])
    const strict = hostRig({ settings: { employees: { singleName: 'refuse' } } })
    expect(await strict.host.employees.upsert([row], options)).toMatchObject([
      { ok: false, code: 'lastname_missing' },
    ])
  })

  it('materials that are gone stay, or are deleted where the settings say so', async () => {
    const keeping = hostRig()
    expect(keeping.host.materials.deactivate).toBeUndefined()
    const { host, emulator } = hostRig({ settings: { materials: { gone: 'delete' } } })
    await host.materials.upsert([material('A'), material('B')], options)
    await host.materials.deactivate?.(['A', 'unknown'], at(2_000))
    expect(emulator.state.materials.map(({ code }) => code)).toEqual(['B'])
  })

  it('a code that changed is remembered by the store', async () => {
    const store = memoryStore()
    const settings = { materials: { gone: 'delete' as const } }
    const first = hostRig({ store, settings })
    await first.host.materials.upsert([material('A')], options)
    const second = hostRig({ store, settings, emulator: { state: first.emulator.state } })
    await second.host.materials.upsert([{ ...material('A'), code: 'A2' }], at(2_000))
    expect(second.emulator.state.materials.map(({ code }) => code)).toEqual(['A2'])
  })
})

describe('what was seen', () => {
  it('older rows change nothing in another process on the same store', async () => {
    const store = memoryStore()
    const first = hostRig({ store })
    await first.host.relations.upsert([relation(7, { name: 'Novo' })], at(5_000))
    const second = hostRig({ store, emulator: { state: first.emulator.state } })
    expect(await second.host.relations.upsert([relation(7, { name: 'Velho' })], at(4_000))).toEqual([
      { ok: true, key: '7' },
    ])
    expect(second.emulator.state.relations[0]?.name).toBe('Novo')
  })

  it('is found by source, key and tax number, and shows what people changed', async () => {
    const { host, emulator, clock } = hostRig()
    await host.relations.upsert([relation(7, { vatNumber: '501234567' }), relation(8)], options)
    Object.assign(emulator.state.relations[0] ?? {}, { name: 'Mudado', vat_number: 'PT 501 234 567' })
    emulator.state.relations.push({ debtor_number: '9', name: 'Local', active: '0' })
    await clock.sleep(60_000)
    const read = async (query: Parameters<NonNullable<typeof host.relations.read>>[0]) =>
      (await host.relations.read?.(query, options))?.records ?? []
    expect(await read({ sources: [source('7')] })).toMatchObject([
      { key: '7', record: { name: 'Mudado', source: source('7') } },
    ])
    expect(await read({ taxNumbers: ['501234567'] })).toMatchObject([{ key: '7' }])
    expect(await read({ keys: ['9', 'x'] })).toEqual([
      { key: '9', record: { debtorNumber: '9', name: 'Local', active: false } },
    ])
    expect(await read({ changes: {} })).toHaveLength(3)
    expect(host.relations.fields).toContain('vatNumber')
  })
})

it('settings that nobody knows are refused by name', () => {
  expect(() => hostRig({ settings: { batchSize: 0, relations: { contact: true } as object } })).toThrow(
    expect.objectContaining({
      name: 'UsageError',
      code: 'invalid_settings',
      message: expect.stringContaining('batchSize'),
    }),
  )
})
