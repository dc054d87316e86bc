import type { CallOptions } from '../caller.ts'
import { company, count, type Done, done, one, paging, rows, type Saved, saved, write } from '../endpoint.ts'
import type { Paged } from '../families/people.ts'
import type { InCompany, Since } from '../families/settings.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import {
  anything,
  array,
  datetime,
  flag,
  input,
  int,
  lazy,
  moment,
  num,
  type Out,
  type OutOf,
  row,
  scalar,
  text,
} from '../schema.ts'

const productTax = lazy(() =>
  row(
    { tax_id: int },
    {
      product_tax_id: int,
      product_id: int,
      value: num,
      order: int,
      cumulative: int,
      tax: row(
        { tax_id: int },
        {
          type: int,
          saft_type: int,
          vat_type: text,
          stamp_tax: text,
          name: text,
          value: num,
          fiscal_zone: text,
          active_by_default: int,
          exemption_reason: text,
        },
      ),
    },
  ),
)

/** A tax of a product. Its own `value` is an amount of money; the rate in percent is `tax.value`. */
export interface ProductTax extends OutOf<typeof productTax> {}

const product = lazy(() =>
  row(
    { product_id: int, name: text, reference: text, price: num },
    {
      company_id: int,
      category_id: int,
      type: int,
      summary: text,
      notes: text,
      ean: text,
      created: datetime,
      visibility_id: int,
      unit_id: int,
      has_stock: int,
      stock: num,
      minimum_stock: num,
      image: text,
      exemption_reason: text,
      pos_favorite: int,
      at_product_category: text,
      composition_type: int,
      warehouse_id: int,
      category: row(
        { category_id: int },
        { parent_id: int, name: text, summary: text, description: text, image: text },
      ),
      measurement_unit: row({ unit_id: int }, { name: text, short_name: text }),
      suppliers: array(
        row(
          {},
          {
            supplier_id: int,
            product_id: int,
            cost_price: num,
            comercial_discount: num,
            financial_discount: num,
            cost_price_discounted: num,
            reference: text,
          },
        ),
      ),
      taxes: array(productTax),
      properties: array(
        row({ property_id: int }, { value: text, property: row({ property_id: int }, { title: text }) }),
      ),
      price_classes: array(
        row(
          {},
          {
            product_price_class_id: int,
            price_class_id: int,
            value: num,
            price_class: row(
              {},
              { price_class_id: int, title: text, lastmodified: datetime, lastmodifiedby: text },
            ),
          },
        ),
      ),
      warehouses: array(row({}, { product_id: int, warehouse_id: int, stock: num, minimum_stock: num })),
      child_products: array(anything),
    },
  ),
)

/** A product or service. `price` is without tax. `type`: 1 product, 2 service, 3 other, 4 taxes and fees. */
export interface Product extends OutOf<typeof product> {}

const required = {
  category_id: int,
  type: int,
  name: text,
  price: num,
  unit_id: int,
  has_stock: flag,
}

const sometimes = {
  summary: text,
  ean: text,
  stock: num,
  minimum_stock: num,
  pos_favorite: int,
  at_product_category: text,
  exemption_reason: text,
  taxes: array(lazy(() => input({ tax_id: int, value: num, order: int, cumulative: int }))),
  suppliers: array(lazy(() => input({ supplier_id: int, cost_price: num }, { reference: text }))),
  properties: array(lazy(() => input({ property_id: int, value: scalar }))),
  warehouses: array(lazy(() => input({ warehouse_id: int, stock: num }))),
  warehouse_id: int,
  visibility_id: int,
}

/**
 * The fields of a product. `exemption_reason` is needed without a VAT above 0; `at_product_category` with
 * `has_stock` 1. The reference is unique and has at most 30 characters.
 */
export interface ProductFields extends Out<typeof required, typeof sometimes> {}

const finding = { ...company, ...paging, with_invisible: flag }
const costs = lazy(() =>
  row(
    { cost_price: num },
    {
      product: array(row({}, { name: text, reference: text, price: num })),
      supplier: array(row({}, { name: text, vat: text, address: text, city: text, phone: text })),
    },
  ),
)
const references = lazy(() => row({ reference: text }, { last_reference: text }))

/** What a product cost in the last entry of stock. */
export interface LastCostPrice extends OutOf<typeof costs> {}

export const productsEndpoints = {
  getAll: rows(product, { category_id: int }, finding),
  getOne: one(product, {}, { ...company, product_id: int, category_id: int, with_invisible: flag }),
  count: count({ category_id: int }, company),
  getBySearch: rows(product, { search: text }, finding),
  countBySearch: count({ search: text }, company),
  getByName: rows(product, { name: text }, finding),
  countByName: count({ name: text }, company),
  getByReference: rows(product, { reference: text }, { ...finding, exact: flag }),
  countByReference: count({ reference: text }, { ...company, exact: flag }),
  getByEAN: rows(product, { ean: text }, finding),
  countByEAN: count({ ean: text }, company),
  getModifiedSince: rows(product, { lastmodified: moment }, { ...company, ...paging }),
  countModifiedSince: count({ lastmodified: moment }, company),
  getNextReference: one(references, {}, company),
  getLastCostPrice: one(costs, { product_id: int }, { ...company, supplier_id: int }),
  insert: write(
    'create',
    saved('product_id'),
    { ...required, reference: text },
    { ...company, ...sometimes },
  ),
  update: write(
    'update',
    saved('product_id'),
    { product_id: int, ...required },
    { ...company, reference: text, ...sometimes },
  ),
  delete: write('delete', done, { product_id: int }, company),
  getCategoryTree: one(anything, {}, { ...company, product_id: int, with_invisible: flag }),
}

/** Whether hidden products (`visibility_id` 0) are listed too. */
export interface WithInvisible extends Paged {
  with_invisible?: 0 | 1 | boolean | undefined
}

/**
 * Products and services. Pages: `https://www.moloni.pt/dev/products/products/<method>/`.
 * Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`.
 */
export interface ProductsApi {
  /** One page of the products of one category, not of its sub-categories. Page: https://www.moloni.pt/dev/products/products/getall/ */
  getAll(params: WithInvisible & { category_id: number }, options?: CallOptions): Promise<Product[]>
  /**
   * One product by its id; `NotFoundError` when it does not exist. The page names `category_id` as the needed
   * parameter. Page: https://www.moloni.pt/dev/products/products/getone/
   */
  getOne(
    params: InCompany & {
      product_id?: number | undefined
      category_id?: number | undefined
      with_invisible?: 0 | 1 | boolean | undefined
    },
    options?: CallOptions,
  ): Promise<Product>
  /** How many products a category has. Page: https://www.moloni.pt/dev/products/products/count/ */
  count(params: InCompany & { category_id: number }, options?: CallOptions): Promise<number>
  /** Those with this text. Page: https://www.moloni.pt/dev/products/products/getbysearch/ */
  getBySearch(params: WithInvisible & { search: string }, options?: CallOptions): Promise<Product[]>
  /** How many {@link getBySearch} has. Page: https://www.moloni.pt/dev/products/products/countbysearch/ */
  countBySearch(params: InCompany & { search: string }, options?: CallOptions): Promise<number>
  /** Those with this name. Page: https://www.moloni.pt/dev/products/products/getbyname/ */
  getByName(params: WithInvisible & { name: string }, options?: CallOptions): Promise<Product[]>
  /** How many {@link getByName} has. Page: https://www.moloni.pt/dev/products/products/countbyname/ */
  countByName(params: InCompany & { name: string }, options?: CallOptions): Promise<number>
  /** Those with this reference; `exact` 1 for the whole of it. Page: https://www.moloni.pt/dev/products/products/getbyreference/ */
  getByReference(
    params: WithInvisible & { reference: string; exact?: 0 | 1 | boolean | undefined },
    options?: CallOptions,
  ): Promise<Product[]>
  /** How many {@link getByReference} has. Page: https://www.moloni.pt/dev/products/products/countbyreference/ */
  countByReference(
    params: InCompany & { reference: string; exact?: 0 | 1 | boolean | undefined },
    options?: CallOptions,
  ): Promise<number>
  /** Those with this bar code. Page: https://www.moloni.pt/dev/products/products/getbyean/ */
  getByEAN(params: WithInvisible & { ean: string }, options?: CallOptions): Promise<Product[]>
  /** How many {@link getByEAN} has. Page: https://www.moloni.pt/dev/products/products/countbyean/ */
  countByEAN(params: InCompany & { ean: string }, options?: CallOptions): Promise<number>
  /** Those of all categories changed since a moment. Page: https://www.moloni.pt/dev/products/products/getmodifiedsince/ */
  getModifiedSince(params: Since & Paged, options?: CallOptions): Promise<Product[]>
  /** How many {@link getModifiedSince} has. Page: https://www.moloni.pt/dev/products/products/countmodifiedsince/ */
  countModifiedSince(params: Since, options?: CallOptions): Promise<number>
  /** The next free reference. Page: https://www.moloni.pt/dev/products/products/getnextreference/ */
  getNextReference(
    params?: InCompany,
    options?: CallOptions,
  ): Promise<{ reference: string; last_reference?: string | undefined }>
  /** Cost in the last entry of stock. Page: https://www.moloni.pt/dev/products/products/getlastcostprice/ */
  getLastCostPrice(
    params: InCompany & { product_id: number; supplier_id?: number | undefined },
    options?: CallOptions,
  ): Promise<LastCostPrice>
  /** Adds a product; `ValidationError` rule 4 when the reference is taken. Page: https://www.moloni.pt/dev/products/products/insert/ */
  insert(
    params: ProductFields & InCompany & { reference: string },
    options?: CallOptions,
  ): Promise<Saved<'product_id'>>
  /** Changes a product. Page: https://www.moloni.pt/dev/products/products/update/ */
  update(
    params: ProductFields & InCompany & { product_id: number; reference?: string | undefined },
    options?: CallOptions,
  ): Promise<Saved<'product_id'>>
  /** Deletes a product; `RefusedError` when documents use it. Page: https://www.moloni.pt/dev/products/products/delete/ */
  delete(params: InCompany & { product_id: number }, options?: CallOptions): Promise<Done>
  /**
   * The tree of categories, in a shape that no page shows.
   *
   * @experimental Undocumented; seen on the v2 host only.
   */
  getCategoryTree(
    params?: InCompany & { product_id?: number | undefined; with_invisible?: 0 | 1 | boolean | undefined },
    options?: CallOptions,
  ): Promise<unknown>
  /** All products of one category over all pages. */
  list(
    filter: InCompany & { category_id: number; with_invisible?: 0 | 1 | boolean | undefined },
    options?: ListOptions,
  ): RowList<Product>
  /** Products of all categories changed since a `Date`, or since Lisbon time as text, over all pages. */
  modifiedSince(moment: Date | string, filter?: InCompany, options?: ListOptions): RowList<Product>
}
