import type { CallOptions } from '../caller.ts'
import { company, one } from '../endpoint.ts'
import { type InCompany, type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import { flag, int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const warehouse = lazy(() =>
  row(
    { warehouse_id: int },
    {
      company_id: int,
      title: text,
      code: text,
      is_default: int,
      address: text,
      city: text,
      zip_code: text,
      country_id: int,
      phone: text,
      fax: text,
      contact_name: text,
      contact_email: text,
      visibility_id: int,
      country: row({}, { country_id: int, name: text, iso_3166_1: text }),
    },
  ),
)

/** A warehouse. */
export interface Warehouse extends OutOf<typeof warehouse> {}

const required = { title: text, code: text, address: text, city: text, zip_code: text, country_id: int }
const sometimes = { is_default: flag, phone: text, fax: text, contact_name: text, contact_email: text }

/** The fields of a warehouse. The first one receives all stock. */
export interface WarehouseFields extends Out<typeof required, typeof sometimes> {}

const defaultWarehouse = lazy(() => row({ warehouse_id: int }))

export const warehousesEndpoints = {
  ...settingsEndpoints(warehouse, 'warehouse_id', required, sometimes),
  getDefaultWarehouse: one(defaultWarehouse, {}, company),
}

/** Warehouses; deleting one deletes its movements of stock. Pages: https://www.moloni.pt/dev/settings/warehouses/ */
export interface WarehousesApi extends SettingsApi<Warehouse, 'warehouse_id', WarehouseFields> {
  /**
   * The default warehouse.
   *
   * @experimental Undocumented; seen on the v2 host only.
   */
  getDefaultWarehouse(params?: InCompany, options?: CallOptions): Promise<{ warehouse_id: number }>
}
