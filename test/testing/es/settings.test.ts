import { describe, expect, it } from 'vitest'
import { at, rig } from './support.ts'

const problems = (...pairs: [field: string, msg: string][]) => ({
  errors: pairs.map(([field, msg]) => ({ field, msg })),
  data: null,
})

describe('taxes', () => {
  const create = `mutation taxCreate($companyId: Int!, $data: TaxInsert!) { taxCreate(companyId: $companyId, data: $data) {
    errors { field msg } data { taxId name value fiscalZone country { iso3166_1 } deletable flags { flagId } } } }`
  const data = {
    name: 'VAT - ES - 7%',
    value: 7,
    type: 1,
    fiscalZone: 'ES',
    countryId: 70,
    fiscalZoneFinanceType: 1,
    isDefault: false,
    visible: 1,
  }

  it('are made as the plug-ins make them', async () => {
    const { call } = await rig()
    expect(at(await call(create, { data: { ...data, fiscalZone: 'es' } }), 'data.taxCreate')).toEqual({
      errors: [],
      data: {
        taxId: expect.any(Number),
        name: 'VAT - ES - 7%',
        value: 7,
        fiscalZone: 'ES',
        country: { iso3166_1: 'ES' },
        deletable: true,
        flags: [],
      },
    })
  })

  it('name the kind of VAT where the zone asks for it', async () => {
    const { call } = await rig({ platform: 'on' })
    const portuguese = { ...data, fiscalZone: 'PT', countryId: 1 }
    const made = async (mode?: string) =>
      at(await call(create, { data: { ...portuguese, fiscalZoneFinanceTypeMode: mode } }), 'data.taxCreate')
    expect(await made()).toEqual(
      problems(['fiscalZoneFinanceTypeMode', 'Fiscal zone finance type mode is required']),
    )
    expect(await made('XYZ')).toEqual(
      problems(['fiscalZoneFinanceTypeMode', 'Invalid fiscal zone finance type mode']),
    )
    expect(at(await made('NOR'), 'errors')).toEqual([])
  })

  it('refuse zones, kinds and values that are not there', async () => {
    const { call } = await rig()
    const wrong = { ...data, name: '', type: 9, value: -1, fiscalZone: 'XX' }
    expect(at(await call(create, { data: wrong }), 'data.taxCreate')).toEqual(
      problems(
        ['name', 'Name is required'],
        ['type', 'Invalid tax type'],
        ['value', 'Invalid tax value'],
        ['fiscalZone', 'The fiscal zone provided does not exist'],
      ),
    )
    expect(
      at(await call(create, { data: { ...data, fiscalZoneFinanceType: 8 } }), 'data.taxCreate.errors'),
    ).toEqual([{ field: 'fiscalZoneFinanceType', msg: 'Invalid fiscal zone finance type' }])
  })

  it('have settings by zone, without an envelope', async () => {
    const { call } = await rig()
    const query = `query fiscalZoneTaxSettings($companyId: Int!, $fiscalZone: String!) {
      fiscalZoneTaxSettings(companyId: $companyId, fiscalZone: $fiscalZone) {
        fiscalZone fiscalZoneModes { typeId name visible type values { code name } } fiscalZoneFinanceTypes { id name isVAT } } }`
    const spanish = await call(query, { fiscalZone: 'es' })
    expect(at(spanish, 'data.fiscalZoneTaxSettings')).toMatchObject({
      fiscalZone: 'ES',
      fiscalZoneModes: [{ typeId: 1, visible: 'NEVER', values: [] }],
      fiscalZoneFinanceTypes: [{ id: 1, name: 'IVA', isVAT: true }, { id: 2 }, { id: 3 }],
    })
    const portuguese = await call(query, { fiscalZone: 'PT-AC' })
    expect(at(portuguese, 'data.fiscalZoneTaxSettings.fiscalZoneModes.0')).toMatchObject({
      visible: 'TYPESELECTED',
      type: 'VALUES',
    })
    expect(await call(query, { fiscalZone: 'XX' })).toEqual({ data: { fiscalZoneTaxSettings: null } })
  })
})

describe('document sets', () => {
  const query =
    'query($companyId: Int!) { documentSets(companyId: $companyId) { errors { field msg } data { name isDefault } } }'

  it('are listed while one of them is the default', async () => {
    const { call, company } = await rig()
    expect(at(await call(query), 'data.documentSets')).toEqual({
      errors: [],
      data: [{ name: 'A', isDefault: true }],
    })
    for (const set of company.documentSets) set.isDefault = false
    const msg = 'There is no default document set defined for your company, please add one'
    expect(at(await call(query), 'data.documentSets')).toEqual(problems(['documentSetId', msg]))
  })

  it('have a name of their own, and one default', async () => {
    const { call, company } = await rig({ platform: 'on' })
    const create = `mutation($companyId: Int!, $data: DocumentSetInsert!) { documentSetCreate(companyId: $companyId, data: $data) { errors { field msg } data { name } } }`
    const made = async (data: Record<string, unknown>) =>
      at(await call(create, { data }), 'data.documentSetCreate.errors')
    expect(await made({ name: 'a' })).toEqual([
      { field: 'name', msg: 'A document set with that name already exists for your company' },
    ])
    expect(await made({ name: '' })).toEqual([{ field: 'name', msg: 'Name is required' }])
    expect(await made({ name: 'B', isDefault: true })).toEqual([])
    expect(company.documentSets.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['A', false],
      ['B', true],
    ])
  })
})

describe('small tables', () => {
  it.each([
    [
      'measurementUnit',
      'measurementUnits',
      'MeasurementUnitInsert',
      { name: 'Hora', abbreviation: 'h', measurementUnitUNECERId: 'HUR' },
    ],
    ['paymentMethod', 'paymentMethods', 'PaymentMethodInsert', { name: 'Bizum' }],
    ['deliveryMethod', 'deliveryMethods', 'DeliveryMethodInsert', { name: 'Tienda online' }],
    ['priceClass', 'priceClasses', 'PriceClassInsert', { name: 'VIP' }],
  ])('%s is made on ES and found by its name', async (name, table, input, data) => {
    const { call } = await rig()
    const create = `mutation($companyId: Int!, $data: ${input}!) { ${name}Create(companyId: $companyId, data: $data) { errors { field msg } data { ${name}Id name visible deletable } } }`
    const made = await call(create, { data })
    expect(at(made, `data.${name}Create`)).toMatchObject({
      errors: [],
      data: { name: data.name, visible: 1, deletable: true },
    })
    const type = `${table.slice(0, 1).toUpperCase()}${table.slice(1).replace(/e?s$/, '')}Options`
    const options = type === 'PriceClassOptions' ? type : type.replace('sOptions', 'Options')
    const list = `query($companyId: Int!, $options: ${options}) { ${table}(companyId: $companyId, options: $options) { data { name } } }`
    const search = { search: { field: 'name', value: data.name.toLowerCase() } }
    expect(at(await call(list, { options: search }), `data.${table}.data`)).toEqual([{ name: data.name }])
  })

  it('lose what is deleted, but not what is used or the default', async () => {
    const { call, company } = await rig({ operations: 'all' })
    const remove = `mutation($companyId: Int!, $id: [Int]!) { maturityDateDelete(companyId: $companyId, maturityDateId: $id) { status deletedCount elementsCount errors { msg } } }`
    const ids = company.maturityDates.map(({ maturityDateId }) => maturityDateId)
    const [customer] = company.customers
    if (customer && ids[1] !== undefined) customer.maturityDateId = ids[1]
    expect(at(await call(remove, { id: ids }), 'data.maturityDateDelete')).toEqual({
      status: true,
      deletedCount: 1,
      elementsCount: 2,
      errors: [],
    })
    expect(company.maturityDates.map(({ days }) => days)).toEqual([0, 30])
  })

  it('are changed on ON', async () => {
    const { call, company } = await rig({ platform: 'on' })
    const id = company.measurementUnits[0]?.measurementUnitId
    const update = `mutation($companyId: Int!, $data: MeasurementUnitUpdate!) { measurementUnitUpdate(companyId: $companyId, data: $data) { errors { field msg } data { name abbreviation } } }`
    const changed = await call(update, { data: { measurementUnitId: id, name: 'Peça' } })
    expect(at(changed, 'data.measurementUnitUpdate.data')).toEqual({ name: 'Peça', abbreviation: 'un' })
    expect(at(await call(update, { data: { measurementUnitId: 3 } }), 'data.measurementUnitUpdate')).toEqual(
      problems(['measurementUnitId', 'The measurement unit provided does not exist for this company']),
    )
  })

  it('have every operation of the usual names on ON', async () => {
    const { call } = await rig({ platform: 'on' })
    const create =
      'mutation($companyId: Int!) { vehicleCreate(companyId: $companyId, data: { name: "Furgão", licensePlate: "AA-11-BB" }) { data { vehicleId } } }'
    const vehicleId = at(await call(create), 'data.vehicleCreate.data.vehicleId')
    const both =
      'query($companyId: Int!, $vehicleId: Int!) { vehicle(companyId: $companyId, vehicleId: $vehicleId) { data { licensePlate } } vehicles(companyId: $companyId) { options { pagination { count } } } }'
    expect(at(await call(both, { vehicleId }), 'data')).toEqual({
      vehicle: { data: { licensePlate: 'AA-11-BB' } },
      vehicles: { options: { pagination: { count: 1 } } },
    })
  })

  it('warehouses have numbers of their own', async () => {
    const { call } = await rig({ platform: 'on' })
    const create = `mutation($companyId: Int!, $data: WarehouseInsert!) { warehouseCreate(companyId: $companyId, data: $data) { errors { field msg } } }`
    const data = {
      number: '1',
      name: 'Carrinha',
      address: 'Rua 1',
      city: 'Braga',
      zipCode: '4700-001',
      countryId: 1,
    }
    expect(at(await call(create, { data }), 'data.warehouseCreate.errors')).toEqual([
      { field: 'number', msg: 'A warehouse with that number already exists for your company' },
    ])
    expect(at(await call(create, { data: { ...data, number: '2' } }), 'data.warehouseCreate.errors')).toEqual(
      [],
    )
  })
})

describe('what has no rules here', () => {
  it('answers as if there were nothing, or as if it were done', async () => {
    const { call } = await rig({ platform: 'on' })
    const lists =
      'query($companyId: Int!) { salesAnalysisByDate(companyId: $companyId) { errors { msg } data { date } options { pagination { count } } } }'
    const analysis = await call(lists.replace('{ date }', '{ __typename }'))
    expect(at(analysis, 'data.salesAnalysisByDate')).toEqual({
      errors: [],
      data: [],
      options: { pagination: { count: 0 } },
    })
    const done = 'mutation($companyId: Int!) { getCustomersPDF(companyId: $companyId) }'
    expect(await call(done)).toEqual({ data: { getCustomersPDF: true } })
    expect(await call(done, { companyId: 1 })).toEqual({ data: { getCustomersPDF: false } })
  })
})
