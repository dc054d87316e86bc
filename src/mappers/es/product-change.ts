import type { Material } from '../../domain/index.ts'
import { known } from '../known.ts'
import { present } from '../present.ts'
import { identificationType } from './identification.ts'
import type { EsIdentificationRow, EsProductRow } from './rows.ts'
import { stated } from './stated.ts'

/** `data` of `productUpdate`: what is left out stays as it is. */
export interface EsProductChangeParams {
  productId: number
  name?: string
  price?: number
  identifications?: { type: string; text: string; favorite: boolean }[]
}

/**
 * The data that changes some fields of a product, and nothing else. A list takes the place of what the product has: a new barcode
 * comes with the identifications of other kinds. One that is none of Moloni's kinds is left out.
 */
export function esProductChange(
  row: EsProductRow,
  { description, price, barcode }: Partial<Pick<Material, 'description' | 'price' | 'barcode'>>,
): EsProductChangeParams {
  const type = identificationType(barcode)
  return {
    productId: row.productId,
    ...present({
      name: description,
      price,
      identifications:
        type && barcode
          ? [
              { type, text: barcode, favorite: true },
              ...stated(row.identifications).flatMap((one) => kept(one, type)),
            ]
          : undefined,
    }),
  }
}

function kept({ type, text }: EsIdentificationRow, replaced: string) {
  const [kind, own] = [known(type), known(text)]
  return kind && own && kind !== replaced ? [{ type: kind, text: own, favorite: false }] : []
}
