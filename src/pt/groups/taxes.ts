import type { CallOptions } from '../caller.ts'
import { company, rows } from '../endpoint.ts'
import { type InCompany, type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { datetime, flag, int, lazy, num, type Out, type OutOf, row, text } from '../schema.ts'

const tax = lazy(() =>
  row(
    { tax_id: int, name: text, value: num },
    {
      type: int,
      saft_type: int,
      vat_type: text,
      stamp_tax: text,
      exemption_reason: text,
      fiscal_zone: text,
      active_by_default: int,
      company_id: int,
      country_id: int,
      visibility: int,
      recem_importado: int,
      lastmodified: datetime,
      lastmodifiedby: text,
    },
  ),
)

/**
 * A tax. `value` is percent when `type` is 1, money when 2 (per document) or 3 (per article). `saft_type`: 1 VAT,
 * 2 stamp duty, 3 neither. `fiscal_zone` such as `PT`, `PT-MA`, `PT-AC`.
 */
export interface Tax extends OutOf<typeof tax> {}

const required = {
  name: text,
  value: num,
  type: int,
  saft_type: int,
  fiscal_zone: text,
  active_by_default: flag,
}
const sometimes = { vat_type: text, stamp_tax: text, exemption_reason: text }

/** The fields of a tax. `vat_type` with `saft_type` 1, `stamp_tax` with 2, `exemption_reason` with value 0. */
export interface TaxFields extends Out<typeof required, typeof sometimes> {}

const filters = {
  country_id: int,
  fiscal_zone: text,
  value: num,
  type: int,
  active_by_default: flag,
  with_invisible: flag,
}

/** Which taxes are listed. */
export interface TaxFilter extends Out<Record<never, never>, typeof filters>, InCompany {}

export const taxesEndpoints = {
  ...settingsEndpoints(tax, 'tax_id', required, sometimes),
  getAll: rows(tax, {}, { ...company, ...filters }),
}

/** Taxes. Pages: https://www.moloni.pt/dev/settings/tax-fees/ */
export interface TaxesApi extends SettingsApi<Tax, 'tax_id', TaxFields> {
  /** All that fit, at once. Page: https://www.moloni.pt/dev/settings/tax-fees/getall/ */
  getAll(params?: TaxFilter, options?: CallOptions): Promise<Tax[]>
  /** {@link getAll} as a list. */
  list(filter?: TaxFilter, options?: ListOptions): RowList<Tax>
}
