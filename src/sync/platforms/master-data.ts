import type { Issue, Mapped, Material, Relation } from '../../domain/index.ts'
import type { ProductEntity } from '../../mappers/index.ts'
import type { CallOptions } from './platform.ts'

/** A writing call that has all it needs. Made once and never repeated by itself; answers Moloni's id of the record. */
export type Write = (options: CallOptions) => Promise<number>

/** Fields of a relation that are written to its customer. */
export type CustomerChanges = Partial<
  Pick<
    Relation,
    | 'name'
    | 'vatNumber'
    | 'street'
    | 'postalCode'
    | 'city'
    | 'country'
    | 'email'
    | 'phone'
    | 'contact'
    | 'contactEmail'
    | 'contactPhone'
    | 'remark'
    | 'language'
  >
>

/** Fields of a material that are written to its product. */
export type ProductChanges = Partial<Pick<Material, 'description' | 'price' | 'barcode'>>

/**
 * Customers and products of Moloni as they are written. Each call first says what stands in the way, from what Moloni's tables
 * hold, and changes nothing: the write itself is handed back.
 */
export interface MasterData {
  createCustomer(relation: Relation, options: CallOptions): Promise<Mapped<Write>>
  /** Changes the given fields of a customer and keeps the others. */
  updateCustomer(id: number, changes: CustomerChanges, options: CallOptions): Promise<Mapped<Write>>
  createProduct(entity: ProductEntity, options: CallOptions): Promise<Mapped<Write>>
  /** Changes the given fields of a product and keeps the others. */
  updateProduct(id: number, changes: ProductChanges, options: CallOptions): Promise<Mapped<Write>>
}

/** The account lists no country with this code. */
export function unknownCountry(code: string): Issue {
  return { code: 'country_not_in_account', field: 'country', thing: code, severity: 'error' }
}
