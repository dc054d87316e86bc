import { dec, percent, times, toNumber } from '../../http/decimal.ts'
import type { Json, JsonObject } from '../../http/json.ts'
import { lisbonTime } from '../lisbon.ts'
import { type CompanyCall, type Methods, num, pick, read, rows, text } from '../method.ts'
import { type CompanyState, findRow, type PtState, type Row, takeId } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import type { Fields } from '../validation/rules.ts'
import { lastCostPrice } from './cost-prices.ts'
import { related } from './relations.ts'
import { tableGroup } from './table-group.ts'
import { appliedTaxes, exemptionProblems, productTaxFields, taxRowProblems, taxValue } from './tax-rows.ts'

const productFields: Fields = {
  category_id: 'id! ref=productCategories',
  type: 'int! in=1,2,3,4',
  name: 'text!',
  summary: 'text',
  notes: 'text',
  reference: 'text! max=30',
  ean: 'text',
  price: 'num!',
  unit_id: 'int! ref=measurementUnits',
  has_stock: 'flag!',
  stock: 'num',
  minimum_stock: 'num',
  pos_favorite: 'int',
  at_product_category: 'text in=M,P,A,S,T,B',
  exemption_reason: 'text',
  taxes: { rows: productTaxFields },
  suppliers: { rows: { supplier_id: 'id! ref=suppliers', cost_price: 'num!', reference: 'text' } },
  properties: { rows: { property_id: 'id! ref=productProperties', value: 'num!' } },
  warehouses: { rows: { warehouse_id: 'id! ref=warehouses', stock: 'num!' } },
  warehouse_id: 'int ref=warehouses',
  visibility_id: 'int',
}

const shownFields = [
  'ean stock product_id visibility_id category_id type name summary notes reference price unit_id has_stock',
  'minimum_stock image exemption_reason pos_favorite at_product_category composition_type warehouse_id',
].flatMap((line) => line.split(' '))

const taxFields =
  'tax_id type saft_type vat_type stamp_tax name value fiscal_zone active_by_default exemption_reason'

/** A product as the API shows it. */
function presentProduct(row: Row, company: CompanyState): JsonObject {
  const { product_id } = row
  return {
    ...pick(row, shownFields),
    created: lisbonTime(num(row, 'created')),
    company_id: company.company_id,
    category: related(company, 'productCategories', 'category_id', row.category_id, [
      'parent_id',
      'name',
      'description',
      'image',
    ]),
    measurement_unit: related(company, 'measurementUnits', 'unit_id', row.unit_id, ['name', 'short_name']),
    suppliers: rows(row, 'suppliers').map((one) => ({
      product_id,
      supplier_id: num(one, 'supplier_id'),
      cost_price: num(one, 'cost_price'),
      comercial_discount: 0,
      financial_discount: 0,
      cost_price_discounted: num(one, 'cost_price'),
      reference: text(one, 'reference'),
    })),
    taxes: rows(row, 'taxes').map((tax) => ({
      product_tax_id: num(tax, 'product_tax_id'),
      product_id,
      ...pick(tax, ['tax_id', 'value', 'order', 'cumulative']),
      tax: pick(findRow(company.taxes, 'tax_id', tax.tax_id) ?? {}, taxFields.split(' ')),
    })),
    properties: rows(row, 'properties').map(({ property_id, value }) => ({
      property_id,
      value: String(value),
      property: related(company, 'productProperties', 'property_id', property_id, ['title']),
    })),
    price_classes: [],
    warehouses: rows(row, 'warehouses').map((one) => ({ product_id, minimum_stock: 0, ...one })),
    child_products: [],
  }
}

/** Tax rows as a product keeps them: their value is the amount on the product's price. */
export function productTaxes(
  state: PtState,
  company: CompanyState,
  price: number,
  sentRows: readonly JsonObject[],
): JsonObject[] {
  return appliedTaxes(company, sentRows).map((applied) => ({
    product_tax_id: takeId(state),
    tax_id: num(applied.tax, 'tax_id'),
    value: taxAmount(price, applied.tax.type === 1, taxValue(applied)),
    order: num(applied.sent, 'order'),
    cumulative: num(applied.sent, 'cumulative'),
  }))
}

function taxAmount(price: number, isRate: boolean, value: number): number {
  return isRate ? toNumber(percent(dec(price), value)) : toNumber(times(dec(value), dec(1)))
}

function problems({ company, values }: CompanyCall, row: Row | undefined): Problem[] {
  const found: Problem[] = []
  const taken = company.products.some(
    (other) => other.product_id !== row?.product_id && other.reference === values.reference,
  )
  if (values.reference !== undefined && taken) found.push({ code: 4, field: 'reference' })
  if (values.has_stock === 1 && !(values.at_product_category ?? row?.at_product_category)) {
    found.push({ code: 1, field: 'at_product_category' })
  }
  found.push(...exemptionProblems(company, { ...row, ...values }, 'exemption_reason'))
  return found
}

function store({ company, state, values, now }: CompanyCall, row: Row): JsonObject {
  const price = num(values, 'price')
  return {
    ...values,
    created: row.created ?? now,
    taxes: productTaxes(state, company, price, rows(values.taxes ? values : row, 'taxes')),
  }
}

const withInvisible: Fields = { with_invisible: 'flag' }
const isShown = (row: Row, values: JsonObject) => row.visibility_id !== 0 || values.with_invisible === 1

const products = tableGroup({
  group: 'products',
  table: 'products',
  id: 'product_id',
  fields: productFields,
  optionalOnUpdate: ['reference'],
  defaults: { image: '', composition_type: 0, visibility_id: 1 },
  present: presentProduct,
  paged: true,
  single: true,
  filters: { category_id: 'id!', ...withInvisible },
  matches: (row, values) => row.category_id === values.category_id && isShown(row, values),
  visible: isShown,
  inDelta: (row, { behaviour }) => behaviour.modifiedSinceShowsHidden || row.visibility_id !== 0,
  searches: {
    Search: { param: 'search', type: 'text', fields: ['name', 'reference', 'ean'] },
    Name: { param: 'name', type: 'text', fields: ['name'] },
    Reference: { param: 'reference', type: 'text', fields: ['reference'] },
    EAN: { param: 'ean', type: 'text', fields: ['ean'] },
  },
  searchFields: withInvisible,
  problems,
  nestedProblems: ({ company, values, behaviour }) =>
    taxRowProblems(company, rows(values, 'taxes'), 'taxes', behaviour, 1),
  store,
  inUse: (company, id) =>
    company.documents.some((document) => document.products.some((line) => line.product_id === id)),
})

function nextReference({ products: all }: CompanyState): JsonObject {
  const last = all.at(-1)?.reference
  const match = /^(.*?)(\d+)$/.exec(typeof last === 'string' ? last : '')
  const digits = match?.[2] ?? ''
  const next = String(Number(digits) + 1).padStart(digits.length, '0')
  return { reference: `${match?.[1] ?? ''}${next}`, last_reference: last ?? '' }
}

export const productMethods: Methods = {
  ...products,
  'products/getOne': read({ product_id: 'int', category_id: 'int', ...withInvisible }, getOne),
  'products/getNextReference': read({}, ({ company }) => nextReference(company)),
  'products/getLastCostPrice': read({ product_id: 'id!', supplier_id: 'int' }, lastCostPrice),
}

function getOne({ company, values }: CompanyCall): Json {
  const row = company.products.find(
    (product) =>
      (values.product_id === undefined || product.product_id === values.product_id) &&
      (values.category_id === undefined ||
        values.category_id === 0 ||
        product.category_id === values.category_id) &&
      (values.product_id !== undefined || isShown(product, values)),
  )
  return row ? presentProduct(row, company) : []
}
