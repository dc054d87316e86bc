import { isRow } from '../../seen.ts'
import type { Given } from './sample.ts'
import type { Row, World } from './world.ts'

/** What a product needs beside its schema. */
export const PRODUCT: Given = {
  type: 1,
  has_stock: 0,
  at_product_category: 'M',
  exemption_reason: 'M07',
  'taxes.value': 23,
  'taxes.order': 1,
  'taxes.cumulative': 0,
  'properties.value': 1.5,
  warehouses: undefined,
}

/**
 * Gives the company a first record of each kind that others point at, and knows their ids. What cannot be made is told, and the rest goes on without it.
 */
export async function furnish(world: World): Promise<string | undefined> {
  const reasons: string[] = []
  for (const [parameter, group, given, id = parameter] of FIRST) {
    try {
      Object.assign(world.known, { [parameter]: await insert(world, group, id, given) })
    } catch (error) {
      reasons.push(reasonOf(error))
    }
  }
  return reasons.length > 0 ? reasons.join('; ') : undefined
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** By the parameter that takes the id: where it is inserted, and what the answer calls it when that is otherwise. */
const FIRST: readonly (readonly [string, string, Given, string?])[] = [
  ['salesman_id', 'salesmen', {}],
  ['supplier_id', 'suppliers', {}],
  ['customer_id', 'customers', { vat: '500000000' }],
  ['alternate_address_id', 'customerAlternateAddresses', {}, 'address_id'],
  ['vehicle_id', 'vehicles', {}],
  ['eac_id', 'economicActivityClassificationCodes', { code: '43221' }],
  ['template_id', 'identificationTemplates', { email_sender_address: 'faturas@example.com' }],
  ['property_id', 'productProperties', {}],
  ['product_id', 'products', { ...PRODUCT, suppliers: undefined }],
]

/** Inserts a record and gives its id. */
export async function insert(world: World, group: string, id: string, given: Given = {}): Promise<number> {
  const { answer } = await world.send(`${group}/insert`, given)
  const made = isRow(answer) ? Number(answer[id]) : Number.NaN
  if (Number.isInteger(made)) return made
  throw new Error(`${group}/insert answers no ${id}`)
}

/** Reads one row; an error says so when there is none. */
export async function readRow(world: World, path: string, params: Given = {}): Promise<Row> {
  const row = await world.call(path, params)
  if (isRow(row)) return row
  throw new Error(`${path} answers no row`)
}

export async function readRows(world: World, path: string, params: Given = {}): Promise<Row[]> {
  const rows = await world.call(path, params)
  if (Array.isArray(rows)) return rows.filter(isRow)
  throw new Error(`${path} answers no list`)
}
