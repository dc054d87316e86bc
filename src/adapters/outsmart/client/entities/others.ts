import { define, entity, type InputOf, type RowOf } from '../entity.ts'
import { text } from '../field.ts'

const installedObjectFields = define({
  key: { obj_code: text() },
  optional: {
    obj_sup_code: text(),
    obj_debiteur_nummer: text(),
    obj_adr_code: text(),
    obj_obj_code: text(),
    obj_image: text(),
    obj_description: text(),
    obj_price: text(),
    obj_floor_level: text(),
    obj_location: text(),
    obj_latitude: text(),
    obj_longitude: text(),
    obj_type: text(),
    obj_model: text(),
    obj_brand: text(),
    obj_date_warranty_expires: text(),
    obj_serialnumber: text(),
    obj_date_last_inspection: text(),
    obj_date_installation: text(),
    obj_freefield_1: text(),
    obj_freefield_2: text(),
    obj_freefield_3: text(),
    obj_freefield_4: text(),
    obj_freefield_5: text(),
    obj_freefield_6: text(),
    obj_freefield_7: text(),
    obj_freefield_8: text(),
    obj_freefield_9: text(),
    obj_freefield_10: text(),
    obj_freefield_11: text(),
    obj_freefield_12: text(),
    obj_freefield_13: text(),
    obj_freefield_14: text(),
    obj_freefield_15: text(),
    obj_freefield_16: text(),
    obj_freefield_17: text(),
    obj_freefield_18: text(),
    obj_freefield_19: text(),
    obj_freefield_20: text(),
    obj_order: text(),
  },
})
/** An installation at a customer. Its fields are known from a sample only. */
export interface InstalledObjectRow extends RowOf<typeof installedObjectFields> {}
export interface InstalledObjectInput extends InputOf<typeof installedObjectFields> {}
export const installedObject = entity<InstalledObjectRow, InstalledObjectInput>(installedObjectFields)

const objectPartFields = define({
  key: { opr_obj_code: text(), opr_prt_code: text() },
  optional: {
    opr_serial_number: text(),
    opr_description: text(),
    opr_timestamp_installation: text(),
    opr_warranty_months: text(),
    opr_amount: text(),
  },
  custom: true,
})
/** A part of an installation. Its fields are known from a sample only. */
export interface ObjectPartRow extends RowOf<typeof objectPartFields> {}
export interface ObjectPartInput extends InputOf<typeof objectPartFields> {}
export const objectPart = entity<ObjectPartRow, ObjectPartInput>(objectPartFields)

const vehicleFields = define({
  key: { veh_license_plate: text() },
  optional: {
    veh_title: text(),
    veh_brand: text(),
    veh_model: text(),
    veh_type: text(),
    veh_driver: text(),
    veh_driving: text(),
    veh_active: text(),
  },
})
/** A vehicle. Its fields are known from a sample only. */
export interface VehicleRow extends RowOf<typeof vehicleFields> {}
export interface VehicleInput extends InputOf<typeof vehicleFields> {}
export const vehicle = entity<VehicleRow, VehicleInput>(vehicleFields)

const regionFields = define({
  key: { reg_code: text() },
  optional: {
    reg_name: text(),
    reg_zip_start: text(),
    reg_zip_end: text(),
    reg_city: text(),
    reg_country: text(),
  },
})
/** A region of postal codes. Its fields are known from a sample only. */
export interface RegionRow extends RowOf<typeof regionFields> {}
export interface RegionInput extends InputOf<typeof regionFields> {}
export const region = entity<RegionRow, RegionInput>(regionFields)

const freeFieldFields = define({
  optional: {
    fld_entity: text(),
    fld_name: text(),
    fld_type: text(),
    fld_values: text(),
    fld_reference_name: text(),
    fld_order: text(),
    fld_required: text(),
  },
})
/** A custom field that the account defines. Its fields are known from a sample only. */
export interface FreeFieldRow extends RowOf<typeof freeFieldFields> {}
export interface FreeFieldInput extends InputOf<typeof freeFieldFields> {}
export const freeField = entity<FreeFieldRow, FreeFieldInput>(freeFieldFields)
