import { type TableApi, tableEndpoints } from '../families/settings.ts'
import { int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const priceClass = lazy(() => row({ price_class_id: int }, { title: text }))

/** A class of prices. */
export interface PriceClass extends OutOf<typeof priceClass> {}

const required = { title: text }

/** The fields of a class of prices. */
export interface PriceClassFields extends Out<typeof required> {}

export const PriceClassesEndpoints = tableEndpoints(priceClass, 'price_class_id', required, {})

/**
 * Classes of prices. Moloni answers an insert or update with a list of one, and the id as text: here it is the
 * one, and a number. Pages: https://www.moloni.pt/dev/products/price-classes/
 */
export interface PriceClassesApi extends TableApi<PriceClass, 'price_class_id', PriceClassFields> {}
