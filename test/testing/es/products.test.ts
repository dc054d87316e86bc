import { describe, expect, it } from 'vitest'
import type { EsEmulatorOptions } from '../../../src/testing/index.ts'
import { at, refer, rig } from './support.ts'

const fields = `productId reference name type price priceWithTaxes hasStock stock visible deletable exemptionReason img
  measurementUnit { name } productCategory { name } warehouse { name } warehouses { warehouseId stock }
  identifications { type text favorite } taxes { taxId value ordering cumulative tax { name } }
  propertyGroup { name } parent { productId } variants { productId reference visible deletable hasStock stock
    propertyPairs { property { name } propertyValue { code } } }`
const createMutation = `mutation productCreate($companyId: Int!, $data: ProductInsert!) {
  productCreate(companyId: $companyId, data: $data) { errors { field msg } data { ${fields} } } }`
const updateMutation = `mutation productUpdate($companyId: Int!, $data: ProductUpdate!) {
  productUpdate(companyId: $companyId, data: $data) { errors { field msg } data { ${fields} } } }`
const listQuery = `query products($companyId: Int!, $options: ProductOptions) {
  products(companyId: $companyId, options: $options) { data { productId reference parentId } } }`

const problems = (...pairs: [field: string, msg: string][]) => ({
  errors: pairs.map(([field, msg]) => ({ field, msg })),
  data: null,
})

async function world(options: EsEmulatorOptions = {}) {
  const made = await rig(options)
  const { call, company } = made
  const first = (table: 'taxes' | 'measurementUnits' | 'productCategories' | 'warehouses', name: string) =>
    Number(company[table][0]?.[name])
  const ids = {
    taxId: first('taxes', 'taxId'),
    measurementUnitId: first('measurementUnits', 'measurementUnitId'),
    productCategoryId: first('productCategories', 'productCategoryId'),
    warehouseId: first('warehouses', 'warehouseId'),
  }
  const plain = {
    name: 'Split 3,5 kW',
    reference: 'SP35',
    type: 1,
    price: 10,
    productCategoryId: ids.productCategoryId,
    measurementUnitId: ids.measurementUnitId,
    taxes: [{ taxId: ids.taxId, value: 21, ordering: 1, cumulative: false }],
  }
  const create = async (data: Record<string, unknown> = {}) =>
    at(await call(createMutation, { data: { ...plain, ...data } }), 'data.productCreate')
  const update = async (data: Record<string, unknown>) =>
    at(await call(updateMutation, { data }), 'data.productUpdate')
  const id = async (data: Record<string, unknown> = {}) => Number(at(await create(data), 'data.productId'))
  const list = async (options: Record<string, unknown> = {}) => {
    const rows = at(await call(listQuery, { options }), 'data.products.data')
    if (!Array.isArray(rows)) throw new Error('No list.')
    return rows.map(({ reference }) => reference)
  }
  return { ...made, ...ids, plain, create, update, id, list }
}

describe('creating a product', () => {
  it('answers what was made, with its taxes and what it points at', async () => {
    const { create, taxId } = await world()
    expect(await create({ identifications: { type: 'EAN13', text: '5601234567890' } })).toMatchObject({
      errors: [],
      data: {
        price: 10,
        priceWithTaxes: 12.1,
        hasStock: false,
        stock: 0,
        visible: 1,
        deletable: true,
        measurementUnit: { name: 'Unidad' },
        productCategory: { name: 'General' },
        identifications: [{ type: 'EAN13', text: '5601234567890', favorite: null }],
        taxes: [{ taxId, value: 21, ordering: 1, cumulative: false, tax: { name: 'IVA 21%' } }],
        variants: [],
        parent: null,
      },
    })
  })

  it('adds taxes up, cumulative ones on top of the others', async () => {
    const { create, company } = await world()
    const [high, middle, low] = company.taxes.map(({ taxId }) => taxId)
    const taxes = [
      { taxId: high, ordering: 1 },
      { taxId: middle, ordering: 2, cumulative: true },
      { taxId: low, ordering: 3 },
    ]
    expect(at(await create({ price: 100, taxes }), 'data.priceWithTaxes')).toBe(121 + 12.1 + 4)
    expect(
      at(
        await create({ reference: 'x', price: 0.1, taxes: [], exemptionReason: 'Exenta' }),
        'data.priceWithTaxes',
      ),
    ).toBe(0.1)
  })

  it('tells every problem at once', async () => {
    const { create } = await world()
    await create()
    expect(
      await create({ name: '', type: 4, taxes: [{ taxId: 1 }], measurementUnitId: 0, productCategoryId: 77 }),
    ).toEqual(
      problems(
        ['name', 'Name is required'],
        ['reference', 'A product with that reference already exists for your company'],
        ['type', 'Invalid product type'],
        ['measurementUnitId', 'The measurement unit provided does not exist for this company'],
        ['taxes', 'The tax provided does not exist for this company'],
        ['exemptionReason', 'Exemption Reason is required'],
        ['productCategoryId', 'The product category provided does not exist for this company'],
      ),
    )
    expect(await create({ reference: ' ' })).toEqual(problems(['reference', 'Reference is required']))
    expect(await create({ reference: 'i', identifications: [{ type: 'QR', text: '1' }] })).toEqual(
      problems(['identifications', 'Invalid identification type']),
    )
    expect(await create({ reference: 'w', warehouses: [{ warehouseId: 9 }] })).toEqual(
      problems(['warehouses', 'The warehouse provided does not exist for this company']),
    )
  })

  it('wants a reason for charging no VAT', async () => {
    const { create } = await world()
    const reasonless = problems(['exemptionReason', 'Exemption Reason is required'])
    expect(await create({ taxes: [], exemptionReason: '' })).toEqual(reasonless)
    expect(await create({ taxes: undefined })).toEqual(reasonless)
    expect(at(await create({ taxes: [], exemptionReason: 'Exenta' }), 'errors')).toEqual([])
  })

  it('ends with the plan', async () => {
    const { create, company } = await world()
    company.company.limits = [
      { moduleId: 'productsServices.products', resource: 'products', limit: 1, active: true },
    ]
    expect(at(await create(), 'errors')).toEqual([])
    expect(await create({ reference: 'second' })).toEqual(
      problems(['*', 'Number of items is over the allowed limit.']),
    )
  })

  it('lets only goods hold stock', async () => {
    const { create, warehouseId } = await world()
    const warehouses = [{ warehouseId, stock: 4 }]
    expect(at(await create({ hasStock: true, warehouseId, warehouses }), 'data')).toMatchObject({
      hasStock: true,
      stock: 4,
      warehouse: { name: 'Almacén principal' },
      warehouses: [{ warehouseId, stock: 4 }],
    })
    expect(at(await create({ reference: 's', type: 2, hasStock: true, warehouses }), 'data')).toMatchObject({
      hasStock: false,
      stock: 0,
    })
    expect(at(await create({ reference: 'n', hasStock: true }), 'data.warehouses')).toEqual([
      { warehouseId, stock: 0 },
    ])
  })
})

describe('changing a product', () => {
  it('replaces its lists and nothing else', async () => {
    const { id, update, taxId } = await world()
    const productId = await id({
      identifications: [
        { type: 'EAN13', text: '1' },
        { type: 'ISBN', text: '2' },
      ],
    })
    const changed = await update({
      productId,
      identifications: [{ type: 'UPCA', text: '3', favorite: true }],
    })
    expect(at(changed, 'data')).toMatchObject({
      name: 'Split 3,5 kW',
      identifications: [{ type: 'UPCA', text: '3', favorite: true }],
      taxes: [{ taxId }],
    })
    expect(at(await update({ productId, taxes: [] }), 'errors')).toEqual([
      { field: 'exemptionReason', msg: 'Exemption Reason is required' },
    ])
    expect(at(await update({ productId, taxes: [], exemptionReason: 'Exenta' }), 'data.taxes')).toEqual([])
  })

  it('never sets the stock of a place that it had', async () => {
    const { id, update, warehouseId } = await world()
    const productId = await id({ hasStock: true, warehouses: [{ warehouseId, stock: 4 }] })
    const changed = await update({ productId, warehouses: [{ warehouseId, stock: 50 }] })
    expect(at(changed, 'data.stock')).toBe(4)
  })

  it('keeps references apart', async () => {
    const { id, update } = await world()
    const productId = await id()
    await id({ reference: 'other' })
    expect(at(await update({ productId, reference: 'OTHER' }), 'errors.0.field')).toBe('reference')
    expect(at(await update({ productId, reference: 'SP35' }), 'errors')).toEqual([])
    expect(at(await update({ productId: 4, name: 'x' }), 'errors')).toEqual([
      { field: 'productId', msg: 'The product provided does not exist for this company' },
    ])
  })
})

describe('images', () => {
  it('come as multipart requests, over a marker or null', async () => {
    const { id, raw, token, companyId, emulator } = await world()
    const productId = await id()
    const send = (
      img: unknown,
      map: unknown,
      file: Blob | string = new Blob(['GIF89a'], { type: 'image/gif' }),
    ) => {
      const form = new FormData()
      form.set(
        'operations',
        JSON.stringify({ query: updateMutation, variables: { companyId, data: { productId, img } } }),
      )
      form.set('map', JSON.stringify(map))
      if (typeof file === 'string') form.set('0', file)
      else form.set('0', file, 'split.gif')
      return raw('', { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form })
    }
    for (const img of ['{0}', null]) {
      const answer: unknown = await (await send(img, { 0: ['variables.data.img'] })).json()
      const path = String(at(answer, 'data.productUpdate.data.img'))
      expect(path).toMatch(/^\/publicassets\/products\/\d+\.gif$/)
      expect(emulator.state.media[path]).toMatchObject({ type: 'image/gif', base64: btoa('GIF89a') })
    }
    expect(JSON.stringify(emulator.requests.at(-1)?.params)).toContain('split.gif')
    expect((await send('{0}', { 0: ['variables.nothing.img'] })).status).toBe(400)
    expect((await send('{0}', { 0: ['query'] })).status).toBe(400)
    expect((await send('{0}', { 0: ['variables.data.img'] }, 'text')).status).toBe(400)
    const unmapped: unknown = await (await send('{0}', {})).json()
    expect(at(unmapped, 'errors.0.message')).toContain('Upload value invalid.')
  })

  it('come in bodies that are put together by hand, with images of variants and none of the product', async () => {
    const { raw, token, companyId, plain, company, emulator } = await world()
    const [first, second] = ['a', 'b'].map((reference) =>
      emulator.person.create('products', { ...plain, reference, parentId: null }),
    )
    if (second) second.parentId = first?.productId ?? null
    const id = Number(second?.productId)
    const data = { productId: first?.productId, img: null, variants: [{ productId: id, img: `{${id}}` }] }
    const parts = [
      [
        'Content-Disposition: form-data; name="operations"',
        JSON.stringify({ query: updateMutation, variables: { companyId, data } }),
      ],
      [
        'Content-Disposition: form-data; name="map"',
        `{ "0": ["variables.data.img"], "${id}": ["variables.data.variants.0.img"] }`,
      ],
      [`Content-Disposition: form-data; name="${id}"; filename="foto 1.png"\r\nContent-Type: image/*`, 'PNG'],
    ]
    const body = `${parts.map(([head, text]) => `--MOLONIRULES\r\n${head}\r\n\r\n${text}\r\n`).join('')}--MOLONIRULES--`
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=MOLONIRULES',
    }
    const answer: unknown = await (await raw('', { method: 'POST', headers, body })).json()
    expect(at(answer, 'data.productUpdate.errors')).toEqual([])
    const images = company.products.map(({ img }) => img)
    expect(images).toEqual(['', expect.stringMatching(/^\/publicassets\/products\/\d+\.png$/)])
  })

  it('need a form that can be read', async () => {
    const { raw, token } = await world()
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' }
    expect((await raw('', { method: 'POST', headers, body: 'nothing' })).status).toBe(400)
    const form = new FormData()
    form.set('operations', '{"query":"{ me { data { name } } }"}')
    const bare = { authorization: `Bearer ${token}` }
    expect((await raw('', { method: 'POST', headers: bare, body: form })).status).toBe(400)
    form.set('map', '{}')
    expect((await raw('', { method: 'POST', headers: bare, body: form })).status).toBe(200)
  })
})

describe('variants', () => {
  const groupCreate = `mutation($companyId: Int!, $data: PropertyGroupInsert!) { propertyGroupCreate(companyId: $companyId, data: $data) {
    errors { field msg } data { propertyGroupId deletable properties { propertyId name ordering deletable values { propertyValueId code deletable } } } } }`
  const groupUpdate = `mutation($companyId: Int!, $data: PropertyGroupUpdate!) { propertyGroupUpdate(companyId: $companyId, data: $data) {
    errors { field msg } data { properties { propertyId name values { propertyValueId code } } } } }`
  const size = (values: string[]) => ({
    name: 'Potencia',
    ordering: 1,
    visible: 1,
    values: values.map((code) => ({ code, value: `${code} kW` })),
  })

  async function withGroup(options: EsEmulatorOptions = {}) {
    const made = await world(options)
    const data = { name: 'Equipos', properties: [size(['2', '3', '5'])] }
    const group = at(await made.call(groupCreate, { data }), 'data.propertyGroupCreate')
    const propertyGroupId = String(at(group, 'data.propertyGroupId'))
    const propertyId = String(at(group, 'data.properties.0.propertyId'))
    const value = (index: number) => String(at(group, `data.properties.0.values.${index}.propertyValueId`))
    const pair = (index: number) => ({ propertyPairs: [{ propertyId, propertyValueId: value(index) }] })
    return { ...made, group, propertyGroupId, propertyId, value, pair }
  }

  it('have generated references and their own stock; lists show them only when asked', async () => {
    const { create, list, propertyGroupId, pair, warehouseId } = await withGroup()
    const made = await create({
      propertyGroupId,
      hasStock: true,
      variants: [
        { productId: 0, ...pair(0), warehouses: [{ warehouseId, stock: 2 }] },
        { ...pair(1), price: 20, reference: 'MINE', hasStock: true, warehouses: [{ warehouseId, stock: 3 }] },
      ],
    })
    expect(at(made, 'data')).toMatchObject({
      propertyGroup: { name: 'Equipos' },
      stock: 5,
      variants: [
        {
          reference: 'SP35-2',
          stock: 2,
          propertyPairs: [{ property: { name: 'Potencia' }, propertyValue: { code: '2' } }],
        },
        { reference: 'MINE', stock: 3 },
      ],
    })
    expect(await list()).toEqual(['SP35'])
    expect(await list({ includeVariants: true })).toEqual(['SP35', 'SP35-2', 'MINE'])
  })

  it('name one value of every property, of the right group', async () => {
    const { create, propertyGroupId, pair, propertyId } = await withGroup()
    const wrong = problems(['variants', 'Each variant needs one value of every property'])
    expect(await create({ propertyGroupId, variants: [{ propertyPairs: [] }] })).toEqual(wrong)
    expect(
      await create({
        propertyGroupId,
        variants: [{ propertyPairs: [{ propertyId, propertyValueId: 'nothing' }] }],
      }),
    ).toEqual(wrong)
    expect(await create({ variants: [pair(0)] })).toEqual(
      problems(['propertyGroupId', 'Property group is required']),
    )
  })

  it('are part of the two larger Spanish plans only', async () => {
    const { create, propertyGroupId, pair, company } = await withGroup()
    company.company.subscription = { plan: { planId: 4, code: 'base' } }
    expect(await create({ propertyGroupId, variants: [pair(0)] })).toEqual(
      problems(['variants', 'Variants are not available in your plan']),
    )
  })

  it('go when an update leaves them out, unless something points at them', async () => {
    const { create, update, propertyGroupId, pair, company } = await withGroup()
    const made = await create({ propertyGroupId, variants: [pair(0), pair(1), pair(2)] })
    const productId = at(made, 'data.productId')
    const ids = [0, 1, 2].map((index) => Number(at(made, `data.variants.${index}.productId`)))
    refer(company, { products: [{ productId: ids[1] }] })
    const changed = await update({ productId, variants: [{ productId: ids[0], price: 5 }] })
    expect(at(changed, 'data.variants')).toMatchObject([
      { productId: ids[0], deletable: true },
      { productId: ids[1], deletable: false },
    ])
    const hidden = await update({
      productId,
      variants: [{ productId: ids[0] }, { productId: ids[1], visible: 0 }],
    })
    expect(at(hidden, 'data.variants.1.visible')).toBe(0)
    const untouched = await update({ productId, name: 'Other' })
    expect(at(untouched, 'data.variants')).toHaveLength(2)
  })

  it('keep their values from being taken out of the group', async () => {
    const { create, call, propertyGroupId, propertyId, pair, value } = await withGroup()
    await create({ propertyGroupId, variants: [pair(0)] })
    const properties = [
      {
        propertyId,
        name: 'Potencia',
        values: [
          { propertyValueId: value(1), code: '3', value: '3 kW' },
          { code: '9', value: '9 kW' },
        ],
      },
    ]
    const changed = at(
      await call(groupUpdate, { data: { propertyGroupId, properties } }),
      'data.propertyGroupUpdate',
    )
    expect(at(changed, 'data.properties.0.values')).toMatchObject([
      { propertyValueId: value(1), code: '3' },
      { code: '9' },
      { propertyValueId: value(0), code: '2' },
    ])
    const gone = at(
      await call(groupUpdate, { data: { propertyGroupId, properties: [] } }),
      'data.propertyGroupUpdate',
    )
    expect(at(gone, 'data.properties')).toMatchObject([{ propertyId }])
  })

  it('belong to groups with UUIDs and names of their own', async () => {
    const { group, call, propertyGroupId, send } = await withGroup()
    expect(propertyGroupId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(at(group, 'data.properties.0.deletable')).toBe(true)
    const twin = { name: 'equipos', properties: [] }
    expect(at(await call(groupCreate, { data: twin }), 'data.propertyGroupCreate.errors.0.field')).toBe(
      'name',
    )
    const withReadOnly = { propertyGroupId, properties: [{ propertyId: 'x', deletable: true }] }
    const { status, body } = await send(groupUpdate, { data: withReadOnly })
    expect(status).toBe(400)
    expect(at(body, 'errors.0.message')).toContain(
      'Field "deletable" is not defined by type "PropertyUpdate".',
    )
    const query =
      'query($companyId: Int!, $propertyGroupId: String!) { propertyGroup(companyId: $companyId, propertyGroupId: $propertyGroupId) { errors { field } data { name } } }'
    expect(at(await call(query, { propertyGroupId: 'none' }), 'data.propertyGroup.errors')).toEqual([
      { field: 'propertyGroupId' },
    ])
  })

  it('can be added one by one on ON, as can properties and values', async () => {
    const { id, call, propertyGroupId, pair, propertyId } = await withGroup({ platform: 'on' })
    const productId = await id({ propertyGroupId, variants: [pair(0)] })
    const add = `mutation($companyId: Int!, $productId: Int!, $data: ProductVariantCreate!) { productVariantCreate(companyId: $companyId, productId: $productId, data: $data) { errors { field } data { reference priceWithTaxes } } }`
    expect(at(await call(add, { productId, data: pair(1) }), 'data.productVariantCreate')).toEqual({
      errors: [],
      data: { reference: 'SP35-3', priceWithTaxes: 12.1 },
    })
    expect(at(await call(add, { productId, data: {} }), 'data.productVariantCreate.errors')).toHaveLength(1)
    const value = `mutation($companyId: Int!, $propertyId: String!, $data: PropertyValueCreate!) { propertyValueCreate(companyId: $companyId, propertyId: $propertyId, data: $data) { errors { field } data { code ordering } } }`
    expect(
      at(
        await call(value, { propertyId, data: { code: '7', value: '7 kW' } }),
        'data.propertyValueCreate.data',
      ),
    ).toEqual({
      code: '7',
      ordering: 4,
    })
    expect(
      at(
        await call(value, { propertyId: 'x', data: { code: '7', value: '7' } }),
        'data.propertyValueCreate.errors',
      ),
    ).toHaveLength(1)
    const property = `mutation($companyId: Int!, $propertyGroupId: String!, $data: PropertyCreate!) { propertyCreate(companyId: $companyId, propertyGroupId: $propertyGroupId, data: $data) { data { name values { code } } } }`
    expect(
      at(await call(property, { propertyGroupId, data: { name: 'Color' } }), 'data.propertyCreate.data'),
    ).toEqual({
      name: 'Color',
      values: [],
    })
  })
})

describe('stock', () => {
  const move = (way: 'Entry' | 'Exit') => `mutation($companyId: Int!, $data: StockMovementManualInsert!) {
    stockMovementManual${way}Create(companyId: $companyId, data: $data) { errors { field msg } data { stockMovementId qty acc direction notes } } }`

  it('moves by hand, in and out, below nothing too', async () => {
    const { id, call, warehouseId, company } = await world()
    const productId = await id({ hasStock: true, warehouses: [{ warehouseId, stock: 4 }] })
    const send = async (way: 'Entry' | 'Exit', qty: number) =>
      at(
        await call(move(way), { data: { productId, qty, warehouseId, notes: 'Wordpress' } }),
        `data.stockMovementManual${way}Create`,
      )
    expect(await send('Entry', 0.1)).toMatchObject({ errors: [], data: { qty: 0.1, acc: 4.1, direction: 1 } })
    expect(await send('Entry', 0.2)).toMatchObject({ data: { acc: 4.3 } })
    expect(await send('Exit', 6)).toMatchObject({ data: { acc: -1.7, direction: 2, notes: 'Wordpress' } })
    expect(company.products.at(-1)).toMatchObject({ warehouses: [{ warehouseId, stock: -1.7 }] })
  })

  it('refuses what has none, nothing, and other places', async () => {
    const { id, call } = await world()
    const productId = await id()
    const send = async (data: Record<string, unknown>) =>
      at(await call(move('Entry'), { data }), 'data.stockMovementManualEntryCreate')
    expect(await send({ productId, qty: -1, warehouseId: 4 })).toEqual(
      problems(
        ['productId', 'The product provided does not have stock'],
        ['qty', 'Quantity must be greater than zero'],
        ['warehouseId', 'The warehouse provided does not exist for this company'],
      ),
    )
    expect(await send({ productId: 3, qty: 1 })).toEqual(
      problems(['productId', 'The product provided does not exist for this company']),
    )
  })

  it('is listed, taken back and moved between warehouses', async () => {
    const { id, call, warehouseId, company, emulator } = await world({ operations: 'all' })
    const productId = await id({ hasStock: true, warehouses: [{ warehouseId, stock: 4 }] })
    const second = emulator.person.create('warehouses', { number: '2', name: 'Furgoneta' }).warehouseId
    const transfer = `mutation($companyId: Int!, $data: StockMovementWarehouseTransferInsert!) { stockMovementWarehouseTransferCreate(companyId: $companyId, data: $data) { errors { field } data { stockMovementId qty } } }`
    const made = await call(transfer, {
      data: { productId, fromWarehouseId: warehouseId, toWarehouseId: second, qty: 3 },
    })
    expect(at(made, 'data.stockMovementWarehouseTransferCreate.errors')).toEqual([])
    expect(company.products[0]?.warehouses).toMatchObject([{ stock: 1 }, { warehouseId: second, stock: 3 }])
    const list = `query($companyId: Int!, $productId: Int!) { stockMovements(companyId: $companyId, productId: $productId) { data { type qty direction document { documentId } } } }`
    expect(at(await call(list, { productId }), 'data.stockMovements.data')).toEqual([
      { type: 4, qty: 4, direction: 1, document: null },
      { type: 3, qty: 3, direction: 2, document: null },
      { type: 3, qty: 3, direction: 1, document: null },
    ])
    const undo = `mutation($companyId: Int!, $id: Int!) { stockMovementWarehouseTransferDelete(companyId: $companyId, stockMovementId: $id) { status deletedCount } }`
    const undone = at(made, 'data.stockMovementWarehouseTransferCreate.data.stockMovementId')
    expect(at(await call(undo, { id: undone }), 'data.stockMovementWarehouseTransferDelete')).toEqual({
      status: true,
      deletedCount: 1,
    })
    expect(at(await call(undo, { id: undone }), 'data.stockMovementWarehouseTransferDelete.status')).toBe(
      false,
    )
    expect(company.products[0]?.warehouses).toMatchObject([{ stock: 4 }, { stock: 0 }])
  })
})

describe('categories', () => {
  const create = `mutation($companyId: Int!, $data: ProductCategoryInsert!) { productCategoryCreate(companyId: $companyId, data: $data) {
    errors { field msg } data { productCategoryId parentId parent { name } } } }`

  it('are a tree with counters', async () => {
    const { call, id, productCategoryId } = await world()
    await id()
    await id({ reference: 'hidden', visible: 0 })
    const child = await call(create, { data: { name: 'Split', parentId: productCategoryId } })
    expect(at(child, 'data.productCategoryCreate.data')).toMatchObject({ parent: { name: 'General' } })
    await call(create, { data: { name: 'Root', parentId: 0 } })
    const query = `query($companyId: Int!) { productCategories(companyId: $companyId) { data { name parentId deletable cntChildCategories cntChildProducts cntInactiveChildProducts child { name } } } }`
    expect(at(await call(query), 'data.productCategories.data')).toEqual([
      {
        name: 'General',
        parentId: null,
        deletable: false,
        cntChildCategories: '1',
        cntChildProducts: '1',
        cntInactiveChildProducts: '1',
        child: [{ name: 'Split' }],
      },
      {
        name: 'Split',
        parentId: productCategoryId,
        deletable: true,
        cntChildCategories: '0',
        cntChildProducts: '0',
        cntInactiveChildProducts: '0',
        child: [],
      },
      {
        name: 'Root',
        parentId: null,
        deletable: true,
        cntChildCategories: '0',
        cntChildProducts: '0',
        cntInactiveChildProducts: '0',
        child: [],
      },
    ])
  })

  it('refuse a parent that is not there, or is their own child', async () => {
    const { call, emulator, productCategoryId } = await world()
    expect(at(await call(create, { data: { name: '', parentId: 3 } }), 'data.productCategoryCreate')).toEqual(
      problems(
        ['name', 'Name is required'],
        ['parentId', 'The parent category provided does not exist for this company'],
      ),
    )
    const child = emulator.person.create('productCategories', { name: 'a', parentId: productCategoryId })
    expect(() =>
      emulator.person.change('productCategories', productCategoryId, {
        parentId: child.productCategoryId ?? null,
      }),
    ).toThrow('parent')
  })
})
