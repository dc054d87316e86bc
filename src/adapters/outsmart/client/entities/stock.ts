import { define, entity, type InputOf, type RowOf } from '../entity.ts'
import { decimal, text, whole } from '../field.ts'

const supplierFields = define({
  key: { sup_code: text() },
  optional: { sup_name: text(), sup_image: text() },
})
/** A supplier. Its fields are known from a sample only. */
export interface SupplierRow extends RowOf<typeof supplierFields> {}
export interface SupplierInput extends InputOf<typeof supplierFields> {}
export const supplier = entity<SupplierRow, SupplierInput>(supplierFields)

const warehouseFields = define({
  key: { wse_code: text() },
  optional: {
    wse_wse_code: text(),
    wse_type: text(),
    wse_image: text(),
    wse_order_message: text(),
    wse_employee_nr: text(),
    wse_description: text(),
    wse_external_id: text(),
    wse_date_start: text(),
    wse_date_end: text(),
    wse_date_certification: text(),
    wse_supplier: text(),
    wse_remark: text(),
  },
})
/** A place where stock is kept. Its fields are known from a sample only. */
export interface WarehouseRow extends RowOf<typeof warehouseFields> {}
export interface WarehouseInput extends InputOf<typeof warehouseFields> {}
export const warehouse = entity<WarehouseRow, WarehouseInput>(warehouseFields)

const warehouseMaterialFields = define({
  key: { wsa_article_code: text(), wsa_wse_code: text() },
  readOnly: {
    wsa_article_description: text(),
    wsa_wse_description: text(),
    wsa_maximum_amount: decimal(),
    wsa_order_amount: decimal(),
    wsa_current_amount: decimal(),
    wsa_optimal_amount: decimal(),
  },
})
/** How much of a material a warehouse holds. */
export interface WarehouseMaterialRow extends RowOf<typeof warehouseMaterialFields> {}
export const warehouseMaterial = entity<WarehouseMaterialRow, never>(warehouseMaterialFields)

const warehouseTransactionFields = define({
  key: { wst_id: whole() },
  readOnly: {
    wst_cus_id: whole(),
    wst_transaction_id: text(),
    wst_article_code: text(),
    wst_article_description: text(),
    wst_wse_code: text(),
    wst_wse_description: text(),
    wst_amount: decimal(),
    wst_type: text(),
    wst_reference_type: text(),
    wst_reference: text(),
    wst_order_nr: text(),
  },
})
/** Stock that came in (`wst_type` 1) or went out (2). */
export interface WarehouseTransactionRow extends RowOf<typeof warehouseTransactionFields> {}
export const warehouseTransaction = entity<WarehouseTransactionRow, never>(warehouseTransactionFields)
