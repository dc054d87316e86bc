import { describe, expect, it } from 'vitest'
import { type EsEmulatorOptions, seedEsInstaller } from '../../../src/testing/index.ts'
import { at, refer, rig } from './support.ts'

const createMutation = `mutation customerCreate($companyId: Int!, $data: CustomerInsert!) {
  customerCreate(companyId: $companyId, data: $data) {
    errors { field msg }
    data { customerId name number vat isDefault deletable visible zipCode taxes { taxId tax { value } }
      alternateAddresses { alternateAddressId designation } }
  }
}`
const updateMutation = `mutation customerUpdate($companyId: Int!, $data: CustomerUpdate!) {
  customerUpdate(companyId: $companyId, data: $data) {
    errors { field msg } data { customerId name number vat phone isDefault alternateAddresses { alternateAddressId designation } }
  }
}`
const deleteMutation = `mutation($companyId: Int!, $customerId: [Int]!) {
  customerDelete(companyId: $companyId, customerId: $customerId) { status deletedCount elementsCount errors { field msg } }
}`

const spanish = { number: '100', name: 'Talleres Soler, S.L.', countryId: 70, languageId: 2 }
const portuguese = { number: '100', name: 'Oficina Central, Lda.', countryId: 1, languageId: 1 }

async function world(options: EsEmulatorOptions = {}) {
  const made = await rig(options)
  const { call } = made
  const create = async (data: Record<string, unknown>) =>
    at(await call(createMutation, { data }), 'data.customerCreate')
  const update = async (data: Record<string, unknown>) =>
    at(await call(updateMutation, { data }), 'data.customerUpdate')
  const remove = async (customerId: unknown) =>
    at(await call(deleteMutation, { customerId }), 'data.customerDelete')
  const made1 = async (data: Record<string, unknown>) => Number(at(await create(data), 'data.customerId'))
  return { ...made, create, update, remove, id: made1 }
}

const problems = (...pairs: [field: string, msg: string][]) => ({
  errors: pairs.map(([field, msg]) => ({ field, msg })),
  data: null,
})

describe('creating a customer', () => {
  it('answers what was made', async () => {
    const { create, company } = await world()
    const taxId = company.taxes[0]?.taxId
    const made = await create({
      ...spanish,
      vat: 'B98411028',
      taxes: { taxId },
      alternateAddresses: { designation: 'Obra' },
    })
    expect(made).toMatchObject({
      errors: [],
      data: {
        name: spanish.name,
        visible: 1,
        isDefault: false,
        deletable: true,
        taxes: [{ taxId, tax: { value: 21 } }],
      },
    })
    expect(at(made, 'data.alternateAddresses.0.alternateAddressId')).toBeGreaterThan(0)
  })

  it('tells every problem at once', async () => {
    const { create } = await world({ platform: 'on' })
    await create({ ...portuguese, vat: '510442315' })
    expect(
      await create({
        ...portuguese,
        vat: '123456788',
        zipCode: '4700',
        salespersonId: 12,
        maturityDateId: 99,
      }),
    ).toEqual(
      problems(
        ['vat', 'Invalid VAT inserted'],
        ['number', 'A customer with that number already exists for your company'],
        ['zipCode', 'Invalid zip code format'],
        ['salespersonId', 'That salesperson does not belong to your company'],
        ['maturityDateId', 'The maturity date provided does not exist for this company'],
      ),
    )
    expect(await create({ ...portuguese, number: '101', vat: '510442315' })).toEqual(
      problems(['vat', 'A customer with that vat already exists for your company']),
    )
  })

  it.each(['12345678A', 'X1234567A', 'B98411027', '12345678', 'ESB98411028', 'hello'])(
    'refuses the Spanish tax number %s',
    async (vat) => {
      const { create } = await world()
      expect(await create({ ...spanish, vat })).toEqual(problems(['vat', 'Invalid VAT inserted']))
    },
  )

  it('takes NIF, NIE and CIF, none at all, and any number of other countries', async () => {
    const { create } = await world()
    const numbers = ['12345678Z', 'X1234567L', 'B98411028', 'Q2826000H', '', undefined]
    for (const [index, vat] of numbers.entries()) {
      expect(at(await create({ ...spanish, number: `n${index}`, vat }), 'errors')).toEqual([])
    }
    expect(at(await create({ ...spanish, number: 'fr', countryId: 77, vat: 'whatever' }), 'errors')).toEqual(
      [],
    )
    expect(
      at(await create({ ...spanish, number: 'pt', countryId: 1, vat: '123456788' }), 'errors'),
    ).toHaveLength(1)
  })

  it('lets everybody be the final consumer', async () => {
    const { create } = await world({ platform: 'on' })
    expect(at(await create({ ...portuguese, vat: '999999990' }), 'errors')).toEqual([])
    expect(at(await create({ ...portuguese, number: '101', vat: '999999990' }), 'errors')).toEqual([])
  })

  it('wants a name on ES, and a name or a tax number on ON', async () => {
    const { create, send, companyId } = await world()
    expect(await create({ ...spanish, name: ' ' })).toEqual(problems(['name', 'Name is required']))
    const { name: _, ...nameless } = spanish
    const { status, body } = await send(createMutation, { companyId, data: nameless })
    expect(status).toBe(400)
    expect(at(body, 'errors.0.message')).toContain(
      'Field "name" of required type "String!" was not provided.',
    )

    const on = await world({ platform: 'on' })
    const { name: __, ...rest } = portuguese
    expect(await on.create(rest)).toEqual(problems(['*', 'Name or VAT is required.']))
    expect(at(await on.create({ ...rest, vat: '510442315' }), 'data.name')).toBe('')
  })

  it('wants a number, a country and a language', async () => {
    const { send, create, companyId } = await world()
    for (const field of ['number', 'countryId', 'languageId']) {
      const data = Object.fromEntries(Object.entries(spanish).filter(([name]) => name !== field))
      expect((await send(createMutation, { companyId, data })).status).toBe(400)
    }
    expect(await create({ ...spanish, number: '' })).toEqual(problems(['number', 'Number is required']))
    expect(await create({ ...spanish, countryId: 5000, languageId: 9 })).toEqual(
      problems(
        ['countryId', 'The country provided does not exist'],
        ['languageId', 'The language provided does not exist'],
      ),
    )
  })

  it('takes dates and date-times for a day, and nothing else', async () => {
    const { create, send, companyId, company } = await world()
    const days = ['2026-03-04', '2026-03-04 23:59:59', '2026-03-04T10:00:00.000Z']
    for (const [index, sepaDate] of days.entries())
      await create({ ...spanish, number: `d${index}`, sepaDate })
    expect(company.customers.slice(1).map(({ sepaDate }) => sepaDate)).toEqual(days.map(() => '2026-03-04'))
    for (const sepaDate of ['04/03/2026', '2026-02-30', '2026-3-4', '', 20260304]) {
      const { status, body } = await send(createMutation, { companyId, data: { ...spanish, sepaDate } })
      expect(status).toBe(400)
      expect(at(body, 'errors.0.message')).toContain('at "data.sepaDate"')
    }
  })

  it('ends with the plan', async () => {
    const { create, company } = await world()
    company.company.limits = [
      { moduleId: 'entities.customers', resource: 'customers', limit: 2, active: true },
    ]
    expect(at(await create(spanish), 'errors')).toEqual([])
    expect(await create({ ...spanish, number: '101' })).toEqual(
      problems(['*', 'Number of items is over the allowed limit.']),
    )
  })
})

describe('changing a customer', () => {
  it('changes what is sent, and says so in updatedAt', async () => {
    const { id, update, clock, company } = await world()
    const customerId = await id(spanish)
    await clock.advance(60_000)
    expect(await update({ customerId, phone: '960 000 000' })).toMatchObject({
      errors: [],
      data: { name: spanish.name, phone: '960 000 000' },
    })
    const row = company.customers.find((one) => one.customerId === customerId)
    expect(row?.updatedAt).toBe('2026-03-02T09:01:00.000Z')
    expect(row?.createdAt).toBe('2026-03-02T09:00:00.000Z')
  })

  it('replaces lists', async () => {
    const { id, update } = await world()
    const customerId = await id({
      ...spanish,
      alternateAddresses: [{ designation: 'a' }, { designation: 'b' }],
    })
    const changed = await update({ customerId, alternateAddresses: [{ designation: 'c' }] })
    expect(at(changed, 'data.alternateAddresses')).toMatchObject([{ designation: 'c' }])
  })

  it('keeps the rules, but for what stays as it is', async () => {
    const { id, update, company } = await world()
    const customerId = await id({ ...spanish, vat: '12345678Z' })
    await id({ ...spanish, number: '101' })
    const row = company.customers.find((one) => one.customerId === customerId)
    if (row) row.vat = 'an old mistake'
    expect(at(await update({ customerId, phone: '1' }), 'errors')).toEqual([])
    expect(await update({ customerId, number: '101' })).toEqual(
      problems(['number', 'A customer with that number already exists for your company']),
    )
    expect(await update({ customerId, vat: '1' })).toEqual(problems(['vat', 'Invalid VAT inserted']))
    expect(await update({ customerId: 1, phone: '2' })).toEqual(
      problems(['customerId', 'The customer provided does not exist for this company']),
    )
  })

  it('makes it the only default', async () => {
    const { id, update, company } = await world()
    const customerId = await id(spanish)
    await update({ customerId, isDefault: true })
    expect(company.customers.filter((row) => row.isDefault === true).map((row) => row.customerId)).toEqual([
      customerId,
    ])
  })
})

describe('deleting customers', () => {
  it('skips without a word what may not go', async () => {
    const { id, remove, company } = await world({ operations: 'all' })
    const free = await id(spanish)
    const used = await id({ ...spanish, number: '101' })
    refer(company, { customerId: used })
    const anonymous = company.customers[0]?.customerId
    expect(await remove([free, used, anonymous, 4])).toEqual({
      status: true,
      deletedCount: 1,
      elementsCount: 2,
      errors: [],
    })
    expect(await remove(used)).toEqual({ status: false, deletedCount: 0, elementsCount: 2, errors: [] })
  })

  it('is told beforehand', async () => {
    const { id, call, company } = await world()
    const customerId = await id(spanish)
    refer(company, { customerId })
    const query = `query($companyId: Int!) { customers(companyId: $companyId) { data { deletable documentsCount { documentTypeId count } } } }`
    expect(at(await call(query), 'data.customers.data')).toEqual([
      { deletable: false, documentsCount: [] },
      { deletable: false, documentsCount: [{ documentTypeId: 1, count: 1 }] },
    ])
  })
})

describe('one customer', () => {
  it('comes with what it points at', async () => {
    const { id, call, companyId } = await world()
    const customerId = await id(spanish)
    const query = `query customer($companyId: Int!, $customerId: Int!, $options: CustomerOptionsSingle) {
      customer(companyId: $companyId, customerId: $customerId, options: $options) {
        errors { field msg } data { country { countryId title } language { languageId } maturityDate { days } company { companyId } documentSet { name } } } }`
    expect(at(await call(query, { customerId, options: { defaultLanguageId: 3 } }), 'data.customer')).toEqual(
      {
        errors: [],
        data: {
          country: { countryId: 70, title: 'Spain' },
          language: { languageId: 2 },
          maturityDate: null,
          company: { companyId },
          documentSet: null,
        },
      },
    )
    expect(at(await call(query, { customerId: 3 }), 'data.customer')).toEqual(
      problems(['customerId', 'The customer provided does not exist for this company']),
    )
  })
})

describe('the next number', () => {
  const query = `query($companyId: Int!, $options: GetNextCustomerNumberOptions) {
    customerNextNumber(companyId: $companyId, options: $options) { errors { msg } data } }`
  const prefixed = (value: string) => ({
    options: { filter: { field: 'number', comparison: 'like', value } },
  })

  it('is a text, one above the highest', async () => {
    const { call, emulator } = await world()
    expect(at(await call(query), 'data.customerNextNumber')).toEqual({ errors: [], data: '2' })
    seedEsInstaller(emulator)
    expect(at(await call(query), 'data.customerNextNumber.data')).toBe('0138')
  })

  it('follows a prefix, and is empty where nothing has it', async () => {
    const { call, id } = await world()
    expect(at(await call(query, prefixed('WC%')), 'data.customerNextNumber.data')).toBe('')
    await id({ ...spanish, number: 'WC9' })
    await id({ ...spanish, number: 'WC10' })
    expect(at(await call(query, prefixed('WC%')), 'data.customerNextNumber.data')).toBe('WC11')
    expect(at(await call(query), 'data.customerNextNumber.data')).toBe('2')
  })
})

it('suppliers and salespersons obey the same rules', async () => {
  const { call } = await world({ platform: 'on' })
  const supplier = `mutation($companyId: Int!, $data: SupplierInsert!) { supplierCreate(companyId: $companyId, data: $data) { errors { field msg } data { number deletable } } }`
  const data = { number: 'F1', name: 'Grossista', countryId: 1, vat: '510442315' }
  expect(at(await call(supplier, { data }), 'data.supplierCreate.data')).toEqual({
    number: 'F1',
    deletable: true,
  })
  expect(at(await call(supplier, { data }), 'data.supplierCreate.errors')).toEqual([
    { field: 'vat', msg: 'A supplier with that vat already exists for your company' },
    { field: 'number', msg: 'A supplier with that number already exists for your company' },
  ])
  const salesperson = `mutation($companyId: Int!, $data: SalespersonInsert!) { salespersonCreate(companyId: $companyId, data: $data) { errors { msg } data { salespersonId } } }`
  const person = { number: 'V1', name: 'Eva', countryId: 1, languageId: 1, zipCode: '1' }
  expect(at(await call(salesperson, { data: person }), 'data.salespersonCreate.errors')).toEqual([
    { msg: 'Invalid zip code format' },
  ])
})

it('keeps a log of changes', async () => {
  const { id, update, call } = await world({ operations: 'all' })
  const customerId = await id(spanish)
  await update({ customerId, phone: '1' })
  const query = `query($companyId: Int!, $options: LogOptions) { customerLogs(companyId: $companyId, options: $options) { data { relatedId operation username } options { pagination { count } } } }`
  expect(at(await call(query, { options: { relatedId: customerId } }), 'data.customerLogs.data')).toEqual([
    { relatedId: String(customerId), operation: 'update', username: 'Lucía Ortega' },
    { relatedId: String(customerId), operation: 'create', username: 'Lucía Ortega' },
  ])
  expect(at(await call(query, { options: { relatedId: 5 } }), 'data.customerLogs.data')).toEqual([])
})
