import { decimal } from '../../internal/money.ts'
import type { AccountTax, CatalogueProduct, CatalogueTax } from '../catalogue.ts'
import { known, knownId } from '../known.ts'
import { present } from '../present.ts'
import type { EsProductRow, EsProductTaxRow, EsTaxRow } from './rows.ts'
import { stated } from './stated.ts'

/** `type` of a tax: 1 percentage, 2 constant, 3 by product. */
const BASES: Readonly<Record<number, AccountTax['basis']>> = { 1: 'percent', 2: 'line', 3: 'unit' }
const VAT = 1
const BY_PRODUCT = 3

/** A product of Moloni ES or ON, as far as billing needs it. */
export function esCatalogueProduct(row: EsProductRow): CatalogueProduct {
  return {
    productId: row.productId,
    reference: known(row.reference) ?? '',
    name: known(row.name) ?? '',
    taxes: stated(row.taxes).flatMap(catalogueTax),
    active: row.visible !== 0,
    ...present({
      price: typeof row.price === 'number' ? decimal(row.price).toFixed() : undefined,
      exemption: known(row.exemptionReason),
    }),
  }
}

function catalogueTax(row: EsProductTaxRow): CatalogueTax[] {
  const taxId = knownId(row.taxId) ?? row.tax?.taxId
  if (taxId === undefined) return []
  const { name: _, special: __, ...tax } = esAccountTax(row.tax ?? { taxId, fiscalZoneFinanceType: VAT })
  const rate = row.tax?.type === BY_PRODUCT ? row.value : (row.tax?.value ?? row.value)
  return [{ ...tax, taxId, rate: rate ?? 0, order: row.ordering ?? 0, cumulative: row.cumulative === true }]
}

/** A tax of the account. One with flags is for special cases and never chosen by its rate. */
export function esAccountTax(row: EsTaxRow): AccountTax {
  return {
    taxId: row.taxId,
    name: known(row.name) ?? '',
    rate: row.value ?? 0,
    basis: BASES[row.type ?? 1] ?? 'percent',
    fiscalZone: known(row.fiscalZone)?.toUpperCase() ?? '',
    kind: row.fiscalZoneFinanceType === VAT ? 'vat' : 'other',
    ...present({
      vatType: known(row.fiscalZoneFinanceTypeMode),
      special: stated(row.flags).length > 0 ? true : undefined,
    }),
  }
}
