import type { Json, JsonObject } from '../../http/json.ts'
import { isUsed } from '../entities/uses.ts'
import { storeImage } from '../media/images.ts'
import { type CompanyCall, num, object, objects, type Problem, problem, text } from '../operation.ts'
import { change, newRow } from '../rows.ts'
import { findRow, type Row, takeId } from '../state.ts'
import { beginStock } from './begin-stock.ts'
import { propertiesOf } from './properties.ts'

/** What variants take over from their parent whenever it is written. */
const inherited = [
  'type',
  'productCategoryId',
  'measurementUnitId',
  'taxes',
  'exemptionReason',
  'propertyGroupId',
]

/** Every new variant, and each whose pairs are sent, names one value of each property of the group. */
export function judgeVariants(call: CompanyCall, after: JsonObject): Problem[] {
  const sent = objects(object(call.args, 'data'), 'variants').filter(
    (variant) => !variantOf(call, variant) || variant.propertyPairs !== undefined,
  )
  if (sent.length === 0) return []
  const plan = num(object(object(call.company.company, 'subscription'), 'plan'), 'planId')
  if (call.behaviour.platform === 'es' && plan > 2) {
    return [problem('variants', 'Variants are not available in your plan')]
  }
  const group = findRow(call.company, 'propertyGroups', after.propertyGroupId)
  if (!group) return [problem('propertyGroupId', 'Property group is required')]
  const properties = propertiesOf(group)
  const fits = (variant: JsonObject) => {
    const pairs = objects(variant, 'propertyPairs')
    return (
      pairs.length === properties.length &&
      properties.every(({ propertyId, values }) =>
        pairs.some(
          (pair) =>
            pair.propertyId === propertyId &&
            values.some(({ propertyValueId }) => propertyValueId === pair.propertyValueId),
        ),
      )
    )
  }
  return sent.every(fits) ? [] : [problem('variants', 'Each variant needs one value of every property')]
}

/**
 * Makes and changes the variants that were sent. Those that were left out go, unless something points at them; without
 * a list all stay.
 */
export function writeVariants(call: CompanyCall, parent: Row, data: JsonObject): void {
  const { company } = call
  const own = company.products.filter(({ parentId }) => parentId !== null && parentId === parent.productId)
  const shared = Object.fromEntries(inherited.map((name) => [name, parent[name] ?? null]))
  for (const row of own) Object.assign(row, structuredClone(shared))
  if (!Array.isArray(data.variants)) return
  const sent = objects(data, 'variants')
  const kept = new Set(sent.map((variant) => writeVariant(call, parent, shared, variant)))
  const dropped = own.filter((row) => !kept.has(row) && !isUsed(company, 'products', row))
  company.products = company.products.filter((row) => !dropped.includes(row))
  for (const row of dropped) fire(call, row, 'delete')
}

function variantOf({ company }: CompanyCall, sent: JsonObject): Row | undefined {
  return sent.productId ? findRow(company, 'products', sent.productId) : undefined
}

export function writeVariant(call: CompanyCall, parent: Row, shared: JsonObject, sent: JsonObject): Row {
  const before = variantOf(call, sent)
  const { productId: _, img, warehouses: __, ...plain } = sent
  const fields: JsonObject = { ...plain }
  if (img !== undefined && img !== null) fields.img = storeImage(call.state, 'products', img)
  if (before) {
    change(call, before, fields)
    beginStock(call, before, sent, structuredClone(before))
    fire(call, before, 'update')
    return before
  }
  const row: Row = newRow(call, {
    ...structuredClone(parent),
    ...structuredClone(shared),
    propertyPairs: [],
    identifications: [],
    warehouses: [],
    visible: 1,
    ...fields,
    productId: takeId(call.state),
    parentId: parent.productId ?? null,
    hasStock: parent.type === 1 && (fields.hasStock ?? parent.hasStock) === true,
    reference: text(fields, 'reference') || referenceOf(call, parent, fields.propertyPairs),
    name: text(fields, 'name') || text(parent, 'name'),
    img: fields.img ?? '',
  })
  call.company.products.push(row)
  beginStock(call, row, sent, undefined)
  fire(call, row, 'create')
  return row
}

/** The parent's reference and the codes of the values. */
function referenceOf({ company }: CompanyCall, parent: Row, pairs: Json | undefined): string {
  const group = findRow(company, 'propertyGroups', parent.propertyGroupId)
  const values = group ? propertiesOf(group).flatMap((property) => property.values) : []
  const codes = objects({ pairs }, 'pairs').map(
    (pair) => values.find(({ propertyValueId }) => propertyValueId === pair.propertyValueId)?.code,
  )
  return [text(parent, 'reference'), ...codes.map(String)].join('-')
}

function fire(call: CompanyCall, row: Row, operation: string): void {
  const { companyId } = call.company
  call.fire({ companyId, model: 'Product', operation, id: num(row, 'productId') })
}
