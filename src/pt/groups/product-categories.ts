import type { CallOptions } from '../caller.ts'
import { company, type Done, done, one, rows, type Saved, saved, write } from '../endpoint.ts'
import type { InCompany, Since } from '../families/settings.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { flag, int, lazy, moment, type Out, type OutOf, row, text } from '../schema.ts'

const category = lazy(() =>
  row(
    { category_id: int, name: text },
    {
      parent_id: int,
      description: text,
      pos_enabled: int,
      pos_favorite: int,
      image: text,
      num_categories: int,
      num_products: int,
    },
  ),
)

/** A category of products. `parent_id` 0 is the top level. */
export interface ProductCategory extends OutOf<typeof category> {}

const required = { parent_id: int, name: text }
const sometimes = { description: text, pos_enabled: flag }

/** The fields of a category. */
export interface ProductCategoryFields extends Out<typeof required, typeof sometimes> {}

export const productCategoriesEndpoints = {
  getAll: rows(category, { parent_id: int }, company),
  getOne: one(category, { category_id: int }, company),
  getByName: rows(category, { name: text }, { ...company, parent_id: int }),
  getModifiedSince: rows(category, { lastmodified: moment }, company),
  insert: write('create', saved('category_id'), required, { ...company, ...sometimes }),
  update: write(
    'update',
    saved('category_id'),
    { category_id: int, ...required },
    { ...company, ...sometimes },
  ),
  delete: write('delete', done, { category_id: int }, company),
}

/**
 * Categories of products. Pages: `https://www.moloni.pt/dev/products/product-categories/<method>/`.
 * Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`.
 */
export interface ProductCategoriesApi {
  /** The categories directly below one; `parent_id` 0 for the top level. */
  getAll(params: InCompany & { parent_id: number }, options?: CallOptions): Promise<ProductCategory[]>
  /** One category; `NotFoundError` when it does not exist. */
  getOne(params: InCompany & { category_id: number }, options?: CallOptions): Promise<ProductCategory>
  /**
   * Those with this name.
   *
   * @experimental Undocumented; seen on the v2 host only.
   */
  getByName(
    params: InCompany & { name: string; parent_id?: number | undefined },
    options?: CallOptions,
  ): Promise<ProductCategory[]>
  /** Those changed since a moment. */
  getModifiedSince(params: Since, options?: CallOptions): Promise<ProductCategory[]>
  /** Adds a category. */
  insert(params: ProductCategoryFields & InCompany, options?: CallOptions): Promise<Saved<'category_id'>>
  /** Changes a category. */
  update(
    params: ProductCategoryFields & InCompany & { category_id: number },
    options?: CallOptions,
  ): Promise<Saved<'category_id'>>
  /** Deletes a category; its products move to the hidden category -1. */
  delete(params: InCompany & { category_id: number }, options?: CallOptions): Promise<Done>
  /** {@link getAll} as a list. */
  list(filter: InCompany & { parent_id: number }, options?: ListOptions): RowList<ProductCategory>
  /** {@link getModifiedSince} as a list. */
  modifiedSince(moment: Date | string, filter?: InCompany, options?: ListOptions): RowList<ProductCategory>
}
