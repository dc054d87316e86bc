import { define, entity, type InputOf, type RowOf } from '../entity.ts'
import { decimal, flag, longText, moment, text, whole } from '../field.ts'

const materialFields = define({
  key: { code: text(255) },
  required: { description: longText(), price: decimal(), unit: text(255) },
  optional: {
    eancode: text(55),
    barcode: text(55),
    freefield1: text(255),
    freefield2: text(255),
    freefield3: text(255),
    freefield4: text(255),
    freefield5: text(255),
    note: text(),
    vat_code: text(),
  },
})
/** An article. Its name and its text are one field. */
export interface MaterialRow extends RowOf<typeof materialFields> {}
export interface MaterialInput extends InputOf<typeof materialFields> {}
export const material = entity<MaterialRow, MaterialInput>(materialFields)

const categoryFields = define({
  key: { cat_code: text(255) },
  required: { cat_name: text(255), cat_display: flag() },
  optional: { cat_cat_code: text(255), cat_image: text(255) },
})
/** A group of materials; `cat_cat_code` is the group above. */
export interface CategoryRow extends RowOf<typeof categoryFields> {}
export interface CategoryInput extends InputOf<typeof categoryFields> {}
export const category = entity<CategoryRow, CategoryInput>(categoryFields)

const materialCategoryFields = define({
  key: { mct_mat_code: text(255), mct_cat_code: text(255) },
})
/** A material in a category; it may be in several. */
export interface MaterialCategoryRow extends RowOf<typeof materialCategoryFields> {}
export interface MaterialCategoryInput extends InputOf<typeof materialCategoryFields> {}
export const materialCategory = entity<MaterialCategoryRow, MaterialCategoryInput>(materialCategoryFields)

const materialTypeFields = define({
  key: { code: text(255) },
  required: { description: text(255) },
  optional: { app_enabled: flag() },
})
/** A kind of material. */
export interface MaterialTypeRow extends RowOf<typeof materialTypeFields> {}
export interface MaterialTypeInput extends InputOf<typeof materialTypeFields> {}
export const materialType = entity<MaterialTypeRow, MaterialTypeInput>(materialTypeFields)

const subMaterialFields = define({
  key: { id: whole() },
  readOnly: {
    parent_material_code: text(255),
    sub_material_code: text(255),
    sub_type: text(50),
    visible: flag(),
    billable: flag(),
    sub_fixed_amount: decimal(),
    sub_calculation_amount: decimal(),
    created_at: moment(),
    updated_at: moment(),
  },
})
/** A material that is part of another one. */
export interface SubMaterialRow extends RowOf<typeof subMaterialFields> {}
export const subMaterial = entity<SubMaterialRow, never>(subMaterialFields)

const priceFields = define({
  optional: {
    material: text(),
    hourtype: text(),
    date_start: text(),
    date_end: text(),
    debtornr: text(),
    price: decimal(),
  },
})
/** A price agreed with a relation for a material or an hour type. Its fields are known from a sample only. */
export interface PriceRow extends RowOf<typeof priceFields> {}
export interface PriceInput extends InputOf<typeof priceFields> {}
export const price = entity<PriceRow, PriceInput>(priceFields)

const partFields = define({
  key: { code: text() },
  optional: { description: text(), price: decimal(), unit: text() },
})
/** A part, which materials have taken the place of. Its fields are not documented. */
export interface PartRow extends RowOf<typeof partFields> {}
export interface PartInput extends InputOf<typeof partFields> {}
export const part = entity<PartRow, PartInput>(partFields)
