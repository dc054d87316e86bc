import { present } from '../present.ts'
import { type ProductEntity, productParts } from '../product-entity.ts'
import { identificationType } from './identification.ts'

/** `data` of `productCreate`. */
export interface EsProductInsertParams {
  productCategoryId: number
  /** 1 product, 2 service. */
  type: 1 | 2
  name: string
  reference: string
  price: number
  measurementUnitId: number
  hasStock: false
  /** Empty when VAT is charged. */
  exemptionReason: string
  taxes: { taxId: number; value: number; ordering: number; cumulative: false }[]
  identifications?: { type: string; text: string; favorite: true }[]
}

/** `data` of `productUpdate`. */
export interface EsProductUpdateParams {
  productId: number
  name: string
  price: number
}

/** What the entity does not tell and Moloni wants to know. */
export interface EsProductDefaults {
  readonly categoryId: number
  readonly measurementUnitId: number
  /** The VAT of the account that it gets, or an exemption that the account takes. */
  readonly vat: { readonly taxId: number; readonly rate: number } | { readonly exemption: string }
}

/**
 * The data that creates a product: a material as a product without stock, an hour type as a service. A barcode that is none of
 * Moloni's kinds is left out.
 *
 * @see https://docs.molonion.pt/guides/products/overviewAndCreation
 */
export function esProductInsert(
  entity: ProductEntity,
  { categoryId, measurementUnitId, vat }: EsProductDefaults,
): EsProductInsertParams {
  const { code, name, price, type, barcode } = productParts(entity)
  const exempt = 'exemption' in vat
  const kind = identificationType(barcode)
  return {
    productCategoryId: categoryId,
    type,
    name,
    reference: code,
    price,
    measurementUnitId,
    hasStock: false,
    exemptionReason: exempt ? vat.exemption : '',
    taxes: exempt ? [] : [{ taxId: vat.taxId, value: vat.rate, ordering: 1, cumulative: false }],
    ...present({
      identifications: kind && barcode ? [{ type: kind, text: barcode, favorite: true as const }] : undefined,
    }),
  }
}

/**
 * The data that updates a product: name and price. Lists such as taxes and identifications are never sent, because
 * they would take the place of what the product has; nor is the reference, by which it was found.
 */
export function esProductUpdate(productId: number, entity: ProductEntity): EsProductUpdateParams {
  const { name, price } = productParts(entity)
  return { productId, name, price }
}
