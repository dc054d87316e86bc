import type { Issue, Mapped } from '../../domain/index.ts'
import { present } from '../present.ts'
import { type ProductEntity, productParts } from '../product-entity.ts'

/** Parameters of `products/insert`, without `company_id`, which the client adds. */
export interface ProductInsertParams {
  category_id: number
  /** 1 product, 2 service. */
  type: 1 | 2
  name: string
  reference: string
  price: number
  unit_id: number
  has_stock: 0
  ean?: string
  exemption_reason?: string
  taxes: { tax_id: number; value: number; order: number; cumulative: 0 }[]
}

/** What the entity does not tell and Moloni wants to know. */
export interface ProductDefaults {
  readonly categoryId: number
  readonly unitId: number
  /** The VAT of the account that it gets, or an exemption code of the account. */
  readonly vat: { readonly taxId: number; readonly rate: number } | { readonly exemption: string }
}

const MAX_REFERENCE = 30

/**
 * The parameters that create a product: a material as a product without stock, an hour type as a service.
 *
 * Issues: `too_long`.
 *
 * @see https://www.moloni.pt/dev/products/products/insert/
 */
export function productInsert(
  entity: ProductEntity,
  { categoryId, unitId, vat }: ProductDefaults,
): Mapped<ProductInsertParams> {
  const { code, name, price, type, barcode } = productParts(entity)
  if (code.length > MAX_REFERENCE) {
    const details: Issue['details'] = { max: MAX_REFERENCE }
    return { issues: [{ code: 'too_long', field: 'code', thing: code, severity: 'error', details }] }
  }
  const exempt = 'exemption' in vat
  return {
    value: {
      category_id: categoryId,
      type,
      name,
      reference: code,
      price,
      unit_id: unitId,
      has_stock: 0,
      taxes: exempt ? [] : [{ tax_id: vat.taxId, value: vat.rate, order: 1, cumulative: 0 }],
      ...present({ ean: barcode, exemption_reason: exempt ? vat.exemption : undefined }),
    },
    issues: [],
  }
}
