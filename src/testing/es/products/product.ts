import type { JsonObject } from '../../http/json.ts'
import type { Entity } from '../entities/entity.ts'
import { taken } from '../entities/parties.ts'
import { notHere } from '../entities/references.ts'
import { conditionsOf } from '../lists/page.ts'
import { storeImage } from '../media/images.ts'
import { type CompanyCall, num, object, objects, type Problem, problem, text } from '../operation.ts'
import { findRow, type Row } from '../state.ts'
import { beginStock } from './begin-stock.ts'
import { judgeVariants, writeVariants } from './variants.ts'

export const product: Entity = {
  name: 'product',
  table: 'products',
  model: 'Product',
  defaults,
  judge,
  stored,
  written,
  shown,
}

export function defaults(): JsonObject {
  return {
    summary: '',
    notes: '',
    notesOnExport: false,
    price: 0,
    costPrice: 0,
    hasStock: false,
    minStock: 0,
    img: '',
    exemptionReason: '',
    posFavorite: false,
    parentId: null,
    propertyGroupId: null,
    warehouseId: null,
    identifications: [],
    taxes: [],
    warehouses: [],
    propertyPairs: [],
  }
}

/** Hidden products are left out unless a condition asks for them; variants unless they are asked for. */
function shown({ args }: CompanyCall, rows: readonly Row[]): readonly Row[] {
  const options = object(args, 'options')
  const asked = new Set(conditionsOf(options).map(({ field }) => field))
  const withVariants = options.includeVariants === true || asked.has('parentId')
  return rows.filter(
    ({ visible, parentId }) =>
      (asked.has('visible') || visible !== 0) &&
      (withVariants || parentId === null || parentId === undefined),
  )
}

function judge(call: CompanyCall, after: JsonObject, before: Row | undefined): Problem[] {
  const { company } = call
  const found: Problem[] = []
  const reference = text(after, 'reference')
  if (text(after, 'name').trim() === '') found.push(problem('name', 'Name is required'))
  if (reference.trim() === '') found.push(problem('reference', 'Reference is required'))
  else if (taken(call, 'products', 'reference', reference, before)) {
    found.push(problem('reference', 'A product with that reference already exists for your company'))
  }
  if (![1, 2, 3].includes(num(after, 'type'))) found.push(problem('type', 'Invalid product type'))
  for (const [field, table] of [
    ['productCategoryId', 'productCategories'],
    ['measurementUnitId', 'measurementUnits'],
  ] as const) {
    if (!after[field] && !findRow(company, table, after[field])) {
      found.push(problem(field, notHere(field.slice(0, -2))))
    }
  }
  return [...found, ...judgeLists(call, after), ...judgeVariants(call, after)]
}

function judgeLists({ company }: CompanyCall, after: JsonObject): Problem[] {
  const found: Problem[] = []
  const lost = (list: string, id: 'taxId' | 'warehouseId', table: 'taxes' | 'warehouses') =>
    objects(after, list).some((one) => !findRow(company, table, one[id]))
  if (lost('taxes', 'taxId', 'taxes')) found.push(problem('taxes', notHere('tax')))
  if (lost('warehouses', 'warehouseId', 'warehouses')) found.push(problem('warehouses', notHere('warehouse')))
  const types = ['EAN13', 'ISBN', 'UPCA']
  if (objects(after, 'identifications').some(({ type }) => !types.includes(String(type)))) {
    found.push(problem('identifications', 'Invalid identification type'))
  }
  if (!hasVat(company.taxes, after) && text(after, 'exemptionReason').trim() === '') {
    found.push(problem('exemptionReason', 'Exemption Reason is required'))
  }
  return found
}

/** Whether a product or a line bears a VAT above zero: without one it needs a reason. */
export function hasVat(taxes: readonly Row[], fields: JsonObject): boolean {
  return objects(fields, 'taxes').some((own) => {
    const tax = taxes.find(({ taxId }) => taxId === own.taxId)
    const value = typeof own.value === 'number' ? own.value : num(tax ?? {}, 'value')
    return tax?.fiscalZoneFinanceType === 1 && value > 0
  })
}

/** Lists replace what was there. Stock is never set by an update: places that stay keep theirs. */
function stored(call: CompanyCall, sent: JsonObject, before: Row | undefined): JsonObject {
  const { variants: _, img, ...plain } = sent
  const fields: JsonObject = { ...plain }
  const type = sent.type ?? before?.type
  if (type !== 1) fields.hasStock = false
  if (Array.isArray(sent.taxes)) fields.taxes = objects(sent, 'taxes').map((tax) => filled(call, tax))
  if (Array.isArray(sent.warehouses)) {
    fields.warehouses = objects(sent, 'warehouses').map(({ warehouseId, minStock = 0 }) => ({
      warehouseId,
      minStock,
      stock: placeOf(before, warehouseId)?.stock ?? 0,
    }))
  }
  if (img === null) fields.img = ''
  else if (img !== undefined) fields.img = storeImage(call.state, 'products', img)
  return fields
}

function placeOf(row: Row | undefined, warehouseId: unknown): JsonObject | undefined {
  return row && objects(row, 'warehouses').find((place) => place.warehouseId === warehouseId)
}

function filled({ company }: CompanyCall, own: JsonObject): JsonObject {
  const tax = findRow(company, 'taxes', own.taxId)
  return { ordering: 1, cumulative: false, ...own, value: own.value ?? tax?.value ?? 0 }
}

function written(call: CompanyCall, row: Row, before: JsonObject | undefined): void {
  const data = object(call.args, 'data')
  beginStock(call, row, data, before)
  writeVariants(call, row, data)
}
