import type { World } from './engine.ts'

type Row = World['company']['customers'][number]

/** Changes a row as somebody at work in Moloni would. */
export function change(world: World, row: Row | undefined, patch: Record<string, string | number>): void {
  if (!row) throw new RangeError('There is no such row.')
  Object.assign(row, patch, { lastmodified: world.emulator.now() })
}

/** Another customer, made in Moloni at this moment. */
export function addCustomer(world: World, number: string, patch: Record<string, string | number> = {}): Row {
  const [model] = world.company.customers.slice(1)
  if (!model) throw new RangeError('There is no customer to copy.')
  const { state } = world.emulator
  const row: Row = {
    ...structuredClone(model),
    customer_id: state.nextId,
    number,
    name: `Cliente ${number}`,
    ...patch,
    lastmodified: world.emulator.now(),
  }
  state.nextId += 1
  world.company.customers.push(row)
  return row
}

/** Another product, made in Moloni at this moment. */
export function addProduct(
  world: World,
  reference: string,
  patch: Record<string, string | number> = {},
): Row {
  const [model] = world.company.products
  if (!model) throw new RangeError('There is no product to copy.')
  const { state } = world.emulator
  const row: Row = {
    ...structuredClone(model),
    product_id: state.nextId,
    reference,
    name: `Artigo ${reference}`,
    ...patch,
    lastmodified: world.emulator.now(),
  }
  state.nextId += 1
  world.company.products.push(row)
  return row
}

/** Requests to paths so far, of a world or since a mark. */
export const requestsTo = (world: World, path: string | RegExp, since = 0) =>
  world.emulator.requests
    .slice(since)
    .filter((request) => (typeof path === 'string' ? request.path === path : path.test(request.path)))
