import type { CallOptions } from '../caller.ts'
import type { Done, Saved } from '../endpoint.ts'
import { type InCompany, type SettingsApi, type Since, settingsEndpoints } from '../families/settings.ts'
import { flag, int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const property = lazy(() => row({ property_id: int, title: text }, { default: int }))

/** A property that products may have. */
export interface ProductProperty extends OutOf<typeof property> {}

const required = { title: text }
const sometimes = { default: flag }

/** The fields of a property. */
export interface ProductPropertyFields extends Out<typeof required, typeof sometimes> {}

export const productPropertiesEndpoints = settingsEndpoints(property, 'property_id', required, sometimes)

/** Properties of products, since 1.18. Pages: https://www.moloni.pt/dev/settings/product-properties/ */
export interface ProductPropertiesApi
  extends SettingsApi<ProductProperty, 'property_id', ProductPropertyFields> {
  /**
   * All properties at once.
   *
   * @experimental Known from client code only.
   */
  getAll(params?: InCompany, options?: CallOptions): Promise<ProductProperty[]>
  /**
   * Properties changed since a moment.
   *
   * @experimental Known from client code only.
   */
  getModifiedSince(params: Since, options?: CallOptions): Promise<ProductProperty[]>
  /**
   * How many {@link getModifiedSince} has.
   *
   * @experimental Known from client code only.
   */
  countModifiedSince(params: Since, options?: CallOptions): Promise<number>
  /**
   * Changes a property.
   *
   * @experimental Known from client code only.
   */
  update(
    params: ProductPropertyFields & InCompany & { property_id: number },
    options?: CallOptions,
  ): Promise<Saved<'property_id'>>
  /**
   * Deletes a property; `RefusedError` when it is in use.
   *
   * @experimental Known from client code only.
   */
  delete(params: InCompany & { property_id: number }, options?: CallOptions): Promise<Done>
}
