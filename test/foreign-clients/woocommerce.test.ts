import { expect, test } from 'vitest'
import { styles } from './client.ts'
import { atWork, company_id, customer } from './office.ts'
import { at, numberAt, rowsOf } from './reading.ts'

const names = (answer: unknown) => rowsOf(answer).map((row) => at(row, 'name'))

async function shop() {
  const place = await atWork(styles.woocommerce)
  for (const [number, name] of [
    ['W2', 'Café Central'],
    ['W10', 'Café do Mercado'],
    ['W1', 'Oficina Central'],
  ]) {
    expect(await place.post('customers/insert', customer(number ?? '', { name: name ?? '' }))).toMatchObject({
      valid: 1,
    })
  }
  const search = (path: string, params: Record<string, string | number>) =>
    place.post(path, { company_id, ...params })
  return { ...place, search }
}

test('searches take wildcards, exactness and an order', async () => {
  const { search } = await shop()
  const byName = { order_by_field: 'name', order_by_ordering: 'asc' }
  expect(names(await search('customers/getByName', { name: 'café%', ...byName }))).toEqual([
    'Café Central',
    'Café do Mercado',
  ])
  expect(names(await search('customers/getByName', { name: '%central', exact: 0, ...byName }))).toEqual([
    'Café Central',
    'Oficina Central',
  ])
  expect(names(await search('customers/getByName', { name: 'Café', exact: 1 }))).toEqual([])
  expect(names(await search('customers/getByName', { name: 'Café Central', exact: 1 }))).toEqual([
    'Café Central',
  ])
})

test('the next number is asked for with a wildcard and an order', async () => {
  const { search } = await shop()
  const found = await search('customers/getByNumber', {
    number: 'W%',
    qty: 1,
    order_by_field: 'number',
    order_by_ordering: 'desc',
  })
  expect(rowsOf(found)).toHaveLength(1)
  expect(['W10', 'W2']).toContain(at(found, 0, 'number'))
})

test('the final consumer is there before anybody made it', async () => {
  const { search } = await shop()
  expect(await search('customers/getByVat', { vat: '999999990', exact: 1 })).toMatchObject([
    { name: 'Consumidor Final', vat: '999999990' },
  ])
})

test('what only the second version has', async () => {
  const { post, ids } = await shop()
  const name = String(at(await post('productCategories/getAll', { company_id, parent_id: 0 }), 0, 'name'))
  const tree = await post('products/getCategoryTree', { company_id, product_id: ids.product_id })
  expect(JSON.stringify(tree)).toContain(name)
  expect(names(await post('productCategories/getByName', { company_id, name }))).toContain(name)
  const warehouse = await post('warehouses/getDefaultWarehouse', { company_id })
  expect(numberAt(warehouse, 'warehouse_id')).toBeGreaterThan(0)
})

test('a product is looked up by reference and the order of its taxes is kept', async () => {
  const { search, ids } = await shop()
  const found = await search('products/getByReference', { reference: 'T-20', exact: 1, with_invisible: 1 })
  expect(found).toMatchObject([{ product_id: ids.product_id, price: 2.37, taxes: [{ tax: { value: 23 } }] }])
  // The amount of the tax is on the outside, its rate inside.
  expect(numberAt(found, 0, 'taxes', 0, 'value')).toBeCloseTo(0.5451)
})
