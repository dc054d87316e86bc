import type { HourType, Issue, Mapped, Material, Source } from '../domain/index.ts'
import { isHourUnit, type Unit } from './hour-units.ts'
import { present } from './present.ts'

export type ProductEntity =
  | { readonly kind: 'material'; readonly material: Material }
  | { readonly kind: 'hourType'; readonly hourType: HourType }

export interface ProductContext {
  readonly companyId: number | string
  /** Names of the units that make a product an hour type. */
  readonly hourUnits: readonly string[]
}

/** What a product's row states, by our own names; what it does not state is undefined. */
export interface ProductFacts {
  readonly source: Source
  readonly active: boolean
  readonly code: string | undefined
  readonly name: string | undefined
  readonly price: number | null | undefined
  readonly unit: Unit
  /** False when the row names a unit that it does not describe. */
  readonly unitDescribed: boolean
  readonly vatRate: number | undefined
  readonly barcode: string | undefined
  readonly categoryId: number | undefined
  readonly note: string | undefined
}

/**
 * What a product is to a field-service host: an hour type when its unit is an hour, else a material, also when
 * it has no unit.
 *
 * Issues: `missing_reference`, `missing_name`, `missing_price`; warning `unknown_unit` (the row names a unit
 * that it does not describe).
 */
export function entityOf(
  facts: ProductFacts,
  { hourUnits }: Pick<ProductContext, 'hourUnits'>,
): Mapped<ProductEntity> {
  const { code, name, price, unit, source } = facts
  const thing = code ?? name ?? source.id

  const issues: Issue[] = []
  const say = (issue: string, field: string, severity: Issue['severity']) =>
    issues.push({ code: issue, field, thing, severity })
  if (!code) say('missing_reference', 'code', 'error')
  if (!name) say('missing_name', 'name', 'error')
  if (typeof price !== 'number') say('missing_price', 'price', 'error')
  if (!facts.unitDescribed) say('unknown_unit', 'unit', 'warning')
  if (!code || !name || typeof price !== 'number') return { issues }

  const common = { code, active: facts.active, source, ...present({ vatRate: facts.vatRate }) }
  if (isHourUnit(unit, hourUnits))
    return { value: { kind: 'hourType', hourType: { ...common, name, salePrice: price } }, issues }

  const material: Material = {
    ...common,
    description: name,
    price,
    ...present({
      unit: unit.name ?? unit.short_name,
      barcode: facts.barcode,
      categoryCode: facts.categoryId === undefined ? undefined : String(facts.categoryId),
      note: facts.note,
    }),
  }
  return { value: { kind: 'material', material }, issues }
}

/** What a new product in Moloni is made of. A material is a product, an hour type a service. */
export function productParts(entity: ProductEntity) {
  if (entity.kind === 'hourType') {
    const { code, name, salePrice } = entity.hourType
    return { code, name, price: salePrice, type: 2 as const, barcode: undefined }
  }
  const { code, description, price, barcode } = entity.material
  return { code, name: description, price, type: 1 as const, barcode }
}
