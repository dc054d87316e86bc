import type { Mapped } from '../../domain/index.ts'
import { known, knownId } from '../known.ts'
import { entityOf, type ProductContext, type ProductEntity } from '../product-entity.ts'
import { sourceOf } from '../source.ts'
import type { EsPlatform } from './codes.ts'
import type { EsProductRow } from './rows.ts'
import { stated } from './stated.ts'

export interface EsProductContext extends ProductContext {
  readonly platform: EsPlatform
}

/**
 * A product of Moloni ES or ON as what it is to a field-service host: an hour type when its unit is an hour, by the
 * unit's UN/ECE code, abbreviation or name, else a material, also when it has no unit.
 *
 * Issues: `missing_reference`, `missing_name`, `missing_price`; warning `unknown_unit` (the row names a unit
 * that it does not describe).
 */
export function entityFromEsProduct(row: EsProductRow, context: EsProductContext): Mapped<ProductEntity> {
  const { measurementUnit: unit } = row
  return entityOf(
    {
      source: sourceOf(context.platform, context.companyId, row.productId),
      active: row.visible !== 0,
      code: known(row.reference),
      name: known(row.name),
      price: row.price,
      unit: {
        code: known(unit?.measurementUnitUNECERId),
        short_name: known(unit?.abbreviation),
        name: known(unit?.name),
      },
      unitDescribed: knownId(row.measurementUnitId) === undefined || Boolean(unit),
      vatRate: onlyVatRate(row),
      barcode: barcodeOf(row),
      categoryId: knownId(row.productCategoryId),
      note: known(row.notes),
    },
    context,
  )
}

function onlyVatRate({ taxes }: EsProductRow): number | undefined {
  const vats = stated(taxes).filter(({ tax }) => tax?.fiscalZoneFinanceType === 1)
  const [vat] = vats
  return vats.length === 1 ? (vat?.tax?.value ?? vat?.value ?? undefined) : undefined
}

/** The favourite identification, else the European article number, else the first. */
function barcodeOf({ identifications }: EsProductRow): string | undefined {
  const all = stated(identifications).filter(({ text }) => known(text))
  const chosen = all.find(({ favorite }) => favorite) ?? all.find(({ type }) => type === 'EAN13') ?? all[0]
  return known(chosen?.text)
}
