import type { Material } from '../../domain/index.ts'
import type { ProductRow } from './rows.ts'

/** A product as its own read shows it. */
export interface ProductCardRow extends ProductRow {
  readonly type?: number | null | undefined
  readonly summary?: string | null | undefined
  readonly has_stock?: number | null | undefined
  readonly minimum_stock?: number | null | undefined
  readonly at_product_category?: string | null | undefined
  readonly pos_favorite?: number | null | undefined
}

/** Parameters of `products/update`, without `company_id`, which the client adds. */
export interface ProductUpdateParams {
  product_id: number
  category_id: number
  type: number
  name: string
  reference: string
  summary: string
  ean: string
  price: number
  unit_id: number
  has_stock: 0 | 1
  minimum_stock: number
  at_product_category?: string
  pos_favorite: number
  exemption_reason: string
  visibility_id: number
  taxes: { tax_id: number; value: number; order: number; cumulative: number }[]
}

/**
 * The parameters that change some fields of a product. Moloni demands the others again, so they are sent as the product
 * has them, its taxes with their rates. Suppliers, properties and stock are not sent.
 *
 * @see https://www.moloni.pt/dev/products/products/update/
 */
export function productUpdate(
  row: ProductCardRow,
  change: Partial<Pick<Material, 'description' | 'price' | 'barcode'>>,
): ProductUpdateParams {
  return {
    product_id: row.product_id,
    category_id: row.category_id ?? 0,
    type: row.type ?? 1,
    name: change.description ?? row.name ?? '',
    reference: row.reference ?? '',
    summary: row.summary ?? '',
    ean: change.barcode ?? row.ean ?? '',
    price: change.price ?? row.price ?? 0,
    unit_id: row.unit_id ?? 0,
    has_stock: row.has_stock === 1 ? 1 : 0,
    minimum_stock: row.minimum_stock ?? 0,
    ...(row.at_product_category ? { at_product_category: row.at_product_category } : {}),
    pos_favorite: row.pos_favorite ?? 0,
    exemption_reason: row.exemption_reason ?? '',
    visibility_id: row.visibility_id ?? 1,
    taxes: (row.taxes ?? []).map(({ tax_id, order, cumulative, value, tax }) => ({
      tax_id,
      value: tax?.value ?? value ?? 0,
      order: order ?? 0,
      cumulative: cumulative ?? 0,
    })),
  }
}
