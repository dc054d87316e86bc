import { describe, expect, it } from 'vitest'
import { office } from './office.ts'
import { id, line, list } from './support.ts'

/** An office whose product has 10 on stock. */
async function store() {
  const world = await office()
  const { call, ids, company } = world
  await call('products/update', {
    ...ids,
    type: 1,
    name: 'Tubo PPR 20 mm',
    price: 2.37,
    has_stock: 1,
    at_product_category: 'M',
  })
  const { product_id } = ids
  const book = (qty: number, changes: object = {}) =>
    call('productStocks/insert', { product_id, qty, movement_date: '2026-03-01 10:00:00', ...changes })
  const first = id(await book(10), 'product_stock_id')
  const held = async () => Object(await call('products/getOne', { product_id })).stock
  const movements = async (changes: object = {}) =>
    list(await call('productStocks/getAll', { product_id, ...changes }))
  const warehouse_id = Number(company.warehouses[0]?.warehouse_id)
  return { ...world, book, first, held, movements, warehouse_id }
}

const second = { title: 'Obra', code: 'O', address: 'a', city: 'c', zip_code: '3000-121', country_id: 1 }

describe('stock', () => {
  it('is a product total and a list of movements, newest first, with what each left', async () => {
    const { book, held, movements, warehouse_id } = await store()
    await book(-2.5, { movement_date: '2026-03-02 09:00:00', notes: 'quebra' })
    expect(await held()).toBe(7.5)
    expect(await movements()).toMatchObject([
      { qty: -2.5, accumulated: 7.5, notes: 'quebra', movement_date: '2026-03-02', document: [] },
      { qty: 10, accumulated: 10, warehouse_id },
    ])
    expect(await movements({ movement_date: '2026-03-01' })).toHaveLength(1)
    expect(await movements({ warehouse_id: 1 })).toHaveLength(0)
  })

  it.each([
    ['invoices', -1],
    ['simplifiedInvoices', -1],
    ['deliveryNotes', -1],
    ['customerReturnNotes', 1],
    ['estimates', 0],
    ['purchaseOrder', 0],
    ['ownAssetsMovementGuides', 0],
  ])('moves when %s are closed: %d', async (group, sign) => {
    const { insert, call, held, ids, movements } = await store()
    const document_id = id(await insert(group, { products: [line(ids, { qty: 3 })] }), 'document_id')
    expect(await held()).toBe(10)
    await call(`${group}/update`, { document_id, status: 1 })
    expect(await held()).toBe(10 + sign * 3)
    const [last] = await movements()
    if (sign !== 0) expect(last).toMatchObject({ qty: sign * 3, document: [{ document_id }] })
  })

  it('comes back when the document is annulled, or is a draft again', async () => {
    const { closed, call, held, movements } = await store()
    const document_id = await closed('invoices')
    await call('documents/documentDraft', { document_id })
    expect(await held()).toBe(10)
    await call('invoices/update', { document_id, status: 1 })
    expect(await held()).toBe(9)
    await call('documents/documentCancel', { document_id })
    expect(await held()).toBe(10)
    expect(await movements()).toHaveLength(5)
  })

  it('moves once for goods that a guide took out before the invoice, and not for lines that say so', async () => {
    const { closed, held, ids } = await store()
    const guide = await closed('billsOfLading')
    await closed('invoices', { associated_documents: [{ associated_id: guide, value: 2.92 }] })
    expect(await held()).toBe(9)
    await closed('invoices', { products: [line(ids, { has_stock: 0 })] })
    expect(await held()).toBe(9)
  })

  it('comes in with supplier invoices, which set the last cost', async () => {
    const { insert, supplier, held, call, ids } = await store()
    const supplier_id = await supplier()
    const products = [line(ids, { qty: 5, price: 1.2 })]
    await insert('supplierInvoices', { document_type_id: 8, supplier_id, products, status: 1 })
    expect(await held()).toBe(15)
    const { product_id } = ids
    expect(await call('products/getLastCostPrice', { product_id })).toMatchObject({
      cost_price: 1.2,
      product: [{ reference: 'T-20' }],
      supplier: [{ name: 'Tubos do Norte', vat: 509442013 }],
    })
    await call('stockMovements/insert', { product_id, qty: 1, unit_price: 1.5, movement_date: '2026-03-02' })
    expect(await call('products/getLastCostPrice', { product_id })).toMatchObject({
      cost_price: 1.5,
      supplier: [],
    })
    expect(await call('products/getLastCostPrice', { product_id, supplier_id })).toMatchObject({
      cost_price: 1.2,
    })
    expect(await call('products/getLastCostPrice', { product_id: 1 })).toEqual([])
  })

  it('is corrected by hand, but not where a document moved it', async () => {
    const { call, first, held, closed, movements } = await store()
    expect(await call('productStocks/update', { product_stock_id: first, qty: 4 })).toMatchObject({
      valid: 1,
    })
    expect(await held()).toBe(4)
    expect(await call('productStocks/delete', { product_stock_id: first })).toEqual({ valid: 1 })
    expect(await held()).toBe(0)
    await closed('invoices')
    const product_stock_id = (await movements())[0]?.product_stock_id
    expect(await call('productStocks/update', { product_stock_id, qty: 4 })).toEqual({ valid: 0 })
    expect(await call('productStocks/delete', { product_stock_id })).toEqual({ valid: 0 })
    expect(await call('productStocks/delete', { product_stock_id: first })).toEqual({ valid: 0 })
    expect(await held()).toBe(-1)
  })

  it('goes from one warehouse to another', async () => {
    const { call, ids, held, warehouse_id } = await store()
    const to = id(await call('warehouses/insert', second), 'warehouse_id')
    const move = {
      product_id: ids.product_id,
      qty: 4,
      movement_date: '2026-03-02',
      from_warehouse_id: warehouse_id,
    }
    expect(await call('productStocks/moveToWarehouse', { ...move, to_warehouse_id: to })).toEqual({
      valid: 1,
    })
    expect(await held()).toBe(10)
    expect(await call('products/getOne', { product_id: ids.product_id })).toMatchObject({
      warehouses: [
        { warehouse_id, stock: 6 },
        { warehouse_id: to, stock: 4 },
      ],
    })
    expect(await call('productStocks/moveToWarehouse', { ...move, to_warehouse_id: warehouse_id })).toEqual({
      valid: 0,
    })
    expect(await call('productStocks/moveToWarehouse', { ...move, to_warehouse_id: 1 })).toEqual([
      '2 to_warehouse_id 1 0',
    ])
  })
})

describe('a warehouse', () => {
  it('takes its movements and its stock with it', async () => {
    const { call, held, movements, warehouse_id } = await store()
    expect(await call('warehouses/delete', { warehouse_id })).toEqual({ valid: 1 })
    expect(await held()).toBe(0)
    expect(await movements()).toEqual([])
    expect(await call('warehouses/getDefaultWarehouse')).toEqual({ warehouse_id: 0 })
  })

  it('is the default one and gets all stock when it is the first', async () => {
    const { call, company, ids } = await store()
    company.warehouses.length = 0
    const warehouse_id = id(await call('warehouses/insert', second), 'warehouse_id')
    expect(await call('warehouses/getDefaultWarehouse')).toEqual({ warehouse_id })
    expect(await call('products/getOne', { product_id: ids.product_id })).toMatchObject({
      warehouses: [{ warehouse_id, stock: 10 }],
    })
  })
})
