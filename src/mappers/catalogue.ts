import type { DocumentKind, PlannedTax, RoundingMethod } from '../domain/index.ts'

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
  /** For special cases: it is billed only where a product carries it, and never found by its rate. */
  readonly special?: boolean
}

/** A withholding of tax that the account has. */
export interface AccountWithholding {
  readonly withholdingId: number
  readonly name: string
  /** Percent. */
  readonly rate: number
}

/** What an account has to choose from. */
export interface AccountTables {
  readonly taxes: readonly AccountTax[]
  /** Legal exemption codes. */
  readonly exemptions: readonly string[]
  /** True where the law of the account's zone asks for a text and not for a code: then any text is an exemption. */
  readonly exemptionTexts?: boolean
  /**
   * Where the VAT stands among the taxes of a line: after all others and computed on them too, as Portugal's
   * Moloni demands, or as the product has it. Default `last`.
   */
  readonly vatPlace?: 'last' | 'product'
  /** Fiscal zone of the company, in capitals; absent where documents do not state it. */
  readonly fiscalZone?: string
  /** Warehouses by code; absent when they were not read. */
  readonly warehouses?: readonly { readonly warehouseId: number; readonly code: string }[]
  /** Absent when they were not read. */
  readonly paymentMethods?: readonly { readonly paymentMethodId: number; readonly name: string }[]
  /** Absent where documents have none, or when they were not read. */
  readonly withholdings?: readonly AccountWithholding[]
  /** Kinds of documents whose lines may have a withholding. Default: all. */
  readonly withholdingOn?: readonly DocumentKind[]
  /** Kinds of documents that need the customer's address. Default: `invoice` and `invoiceReceipt`. */
  readonly addressOn?: readonly DocumentKind[]
  /** Absent when the account does not show its method. */
  readonly rounding?: RoundingMethod
}

/** A tax as a product carries it. */
export interface CatalogueTax extends Omit<AccountTax, 'name' | 'special'> {
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
  /** Exemption code or text of the product. */
  readonly exemption?: string
  readonly active: boolean
}

/** A Moloni customer, as far as billing needs it. */
export interface BillingCustomer {
  readonly customerId: number
  readonly number: string
  readonly name: string
  readonly vatNumber?: string
  /** Exemption code or text that holds for everything sold to this customer. */
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
