import type { HourType, Issue, Mapped, Material } from '../../domain/index.ts'
import { isHourUnit } from '../hour-units.ts'
import { present } from '../present.ts'
import { known, knownId } from './known.ts'
import type { ProductRow } from './rows.ts'
import { ptSource } from './source.ts'

export type ProductEntity =
  | { readonly kind: 'material'; readonly material: Material }
  | { readonly kind: 'hourType'; readonly hourType: HourType }

export interface ProductContext {
  readonly companyId: number | string
  /** Names of the units that make a product an hour type. */
  readonly hourUnits: readonly string[]
}

/**
 * A Moloni product as what it is to a field-service host: an hour type when its unit is an hour, else a
 * material, also when it has no unit.
 *
 * Issues: `missing_reference`, `missing_name`, `missing_price`; warning `unknown_unit` (the row names a unit
 * that it does not describe).
 */
export function productToEntity(row: ProductRow, context: ProductContext): Mapped<ProductEntity> {
  const code = known(row.reference)
  const name = known(row.name)
  const { price } = row
  const thing = code ?? name ?? String(row.product_id)

  const issues: Issue[] = []
  const say = (issue: string, field: string, severity: Issue['severity']) =>
    issues.push({ code: issue, field, thing, severity })
  if (!code) say('missing_reference', 'code', 'error')
  if (!name) say('missing_name', 'name', 'error')
  if (typeof price !== 'number') say('missing_price', 'price', 'error')
  if (knownId(row.unit_id) !== undefined && !row.measurement_unit) say('unknown_unit', 'unit', 'warning')
  if (!code || !name || typeof price !== 'number') return { issues }

  const unit = {
    name: known(row.measurement_unit?.name),
    short_name: known(row.measurement_unit?.short_name),
  }
  const common = {
    code,
    active: row.visibility_id !== 0,
    source: ptSource(context.companyId, row.product_id),
    ...present({ vatRate: onlyVatRate(row) }),
  }
  if (isHourUnit(unit, context.hourUnits))
    return { value: { kind: 'hourType', hourType: { ...common, name, salePrice: price } }, issues }

  const categoryId = knownId(row.category_id)
  const material: Material = {
    ...common,
    description: name,
    price,
    ...present({
      unit: unit.name ?? unit.short_name,
      barcode: known(row.ean),
      categoryCode: categoryId === undefined ? undefined : String(categoryId),
      note: known(row.notes),
    }),
  }
  return { value: { kind: 'material', material }, issues }
}

/** The rate lies in the nested tax; the outer value is an amount. */
function onlyVatRate({ taxes }: ProductRow): number | undefined {
  const vats = (taxes ?? []).filter(({ tax }) => tax?.saft_type === 1)
  return vats.length === 1 ? (vats[0]?.tax?.value ?? undefined) : undefined
}
