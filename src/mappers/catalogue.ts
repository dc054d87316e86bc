import type { PlannedTax, RoundingMethod } from '../domain/index.ts'

/** NOR, INT and RED are the normal, intermediate and reduced rate of a fiscal zone. */
export type VatType = string

/** A tax of the account. */
export interface AccountTax {
  readonly taxId: number
  readonly name: string
  /** Percent, or euro when `basis` is not `percent`. */
  readonly rate: number
  readonly basis: PlannedTax['basis']
  /** For example `PT`, `PT-AC`; empty when the tax states none. */
  readonly fiscalZone: string
  readonly vatType?: VatType
  readonly kind: 'vat' | 'other'
}

/** What an account has to choose from. */
export interface AccountTables {
  readonly taxes: readonly AccountTax[]
  /** Legal exemption codes. */
  readonly exemptions: readonly string[]
  /** Warehouses by code; absent when they were not read. */
  readonly warehouses?: readonly { readonly warehouseId: number; readonly code: string }[]
  /** Absent when the account does not show its method. */
  readonly rounding?: RoundingMethod
}

/** A tax as a product carries it. */
export interface CatalogueTax extends Omit<AccountTax, 'name'> {
  readonly order: number
  readonly cumulative: boolean
}

/** A Moloni product, as far as billing needs it. */
export interface CatalogueProduct {
  readonly productId: number
  readonly reference: string
  readonly name: string
  /** Net unit price in euro as exact decimal text; absent when the product has none. */
  readonly price?: string
  readonly taxes: readonly CatalogueTax[]
  /** Exemption code of the product. */
  readonly exemption?: string
  readonly active: boolean
}

/** A Moloni customer, as far as billing needs it. */
export interface BillingCustomer {
  readonly customerId: number
  readonly number: string
  readonly name: string
  readonly vatNumber?: string
  /** Exemption code that holds for everything sold to this customer. */
  readonly exemption?: string
  readonly maturityDateId?: number
  readonly maturityDays?: number
  /**
   * The discount that the customer's card states. It is not applied: Moloni takes discounts from the lines
   * only.
   */
  readonly discountPercent?: number
  readonly fiscalZone?: string
  readonly countryId?: number
  /** Whether street, postal code and city are all known. */
  readonly hasAddress: boolean
  readonly active: boolean
}
