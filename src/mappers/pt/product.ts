import type { Mapped } from '../../domain/index.ts'
import { known, knownId } from '../known.ts'
import { entityOf, type ProductContext, type ProductEntity } from '../product-entity.ts'
import { sourceOf } from '../source.ts'
import type { ProductRow } from './rows.ts'

/**
 * A Moloni product as what it is to a field-service host: an hour type when its unit is an hour, else a
 * material, also when it has no unit.
 *
 * Issues: `missing_reference`, `missing_name`, `missing_price`; warning `unknown_unit` (the row names a unit
 * that it does not describe).
 */
export function productToEntity(row: ProductRow, context: ProductContext): Mapped<ProductEntity> {
  return entityOf(
    {
      source: sourceOf('pt', context.companyId, row.product_id),
      active: row.visibility_id !== 0,
      code: known(row.reference),
      name: known(row.name),
      price: row.price,
      unit: {
        name: known(row.measurement_unit?.name),
        short_name: known(row.measurement_unit?.short_name),
      },
      unitDescribed: knownId(row.unit_id) === undefined || Boolean(row.measurement_unit),
      vatRate: onlyVatRate(row),
      barcode: known(row.ean),
      categoryId: knownId(row.category_id),
      note: known(row.notes),
    },
    context,
  )
}

/** The rate lies in the nested tax; the outer value is an amount. */
function onlyVatRate({ taxes }: ProductRow): number | undefined {
  const vats = (taxes ?? []).filter(({ tax }) => tax?.saft_type === 1)
  return vats.length === 1 ? (vats[0]?.tax?.value ?? undefined) : undefined
}
