import { expectRow, expectThat } from '../../expect.ts'
import { insert, PRODUCT, readRow, readRows } from './furnish.ts'
import type { Given } from './sample.ts'
import type { Scenarios } from './scenario.ts'
import type { Row, World } from './world.ts'

const MOVED: Given = { movement_date: '2026-03-02 09:30:00', qty: 4, notes: 'counted' }

/** Customers' numbers, products, stock and warehouses. */
export const catalogueScenarios: Scenarios = {
  'customers/getNextNumber': async (world) => {
    const { number } = await readRow(world, 'customers/getNextNumber')
    await insert(world, 'customers', 'customer_id', { number })
    const next = await readRow(world, 'customers/getNextNumber')
    expectThat(next.number !== number, 'the next number is taken')
  },
  'customers/getLastNumber': async (world) => {
    await insert(world, 'customers', 'customer_id', { number: '90210' })
    expectRow(await readRow(world, 'customers/getLastNumber'), { number: '90210' }, 'getLastNumber')
  },
  'products/getNextReference': async (world) => {
    const { reference } = await readRow(world, 'products/getNextReference')
    await insert(world, 'products', 'product_id', { ...PRODUCT, suppliers: undefined, reference })
    const next = await readRow(world, 'products/getNextReference')
    expectThat(next.reference !== reference, 'the next reference is taken')
  },
  'products/getLastCostPrice': async (world) => {
    const product_id = await stocked(world)
    await world.send('stockMovements/insert', { ...MOVED, product_id, unit_price: 6.4 })
    const last = await readRow(world, 'products/getLastCostPrice', { product_id })
    expectRow(last, { cost_price: 6.4 }, 'the last cost')
  },
  'products/getCategoryTree': async (world) => {
    const tree = await world.call('products/getCategoryTree', { product_id: world.known.product_id })
    expectThat(tree !== undefined && tree !== null, 'answers nothing')
  },
  'stockMovements/insert': async (world) => {
    const product_id = await stocked(world)
    await world.send('stockMovements/insert', { ...MOVED, product_id })
    expectRow((await movements(world, product_id))[0], { product_id, qty: MOVED.qty }, 'the movement')
  },
  'productStocks/moveToWarehouse': async (world) => {
    const product_id = await stocked(world)
    const { warehouse_id: from } = await readRow(world, 'warehouses/getDefaultWarehouse')
    const to = await insert(world, 'warehouses', 'warehouse_id', { is_default: 0 })
    await world.send('productStocks/insert', { ...MOVED, product_id, warehouse_id: from })
    await world.send('productStocks/moveToWarehouse', {
      ...MOVED,
      product_id,
      qty: 3,
      from_warehouse_id: from,
      to_warehouse_id: to,
    })
    const rows = await movements(world, product_id)
    const moved = (warehouse: unknown, qty: number) =>
      rows.some((row) => row.warehouse_id === warehouse && Number(row.qty) === qty)
    expectThat(moved(from, -3) && moved(to, 3), 'the movements of both warehouses are not shown')
  },
  'warehouses/getDefaultWarehouse': async (world) => {
    const warehouse_id = await insert(world, 'warehouses', 'warehouse_id', { is_default: 1 })
    expectRow(await readRow(world, 'warehouses/getDefaultWarehouse'), { warehouse_id }, 'the default')
  },
}

/** A product that is kept in stock. */
function stocked(world: World): Promise<number> {
  return insert(world, 'products', 'product_id', { ...PRODUCT, has_stock: 1, stock: 0, suppliers: undefined })
}

function movements(world: World, product_id: number): Promise<Row[]> {
  return readRows(world, 'productStocks/getAll', { product_id })
}
