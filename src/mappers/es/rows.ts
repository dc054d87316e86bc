/**
 * What the mappers read of the rows of Moloni ES and ON. The client's row types satisfy these: a field that was
 * not selected is undefined, and an unknown one is null or empty text.
 */
type Text = string | null | undefined
type Num = number | null | undefined
type Flag = boolean | null | undefined
type List<Row> = readonly (Row | null | undefined)[] | null | undefined

export interface EsCountryRow {
  readonly countryId?: Num
  /** The states of a country are countries of their own with the same code. */
  readonly iso3166_1?: Text
}

export interface EsAddressRow {
  readonly alternateAddressId?: Num
  readonly designation?: Text
  readonly code?: Text
  readonly address?: Text
  readonly city?: Text
  readonly zipCode?: Text
  readonly countryId?: Num
  readonly country?: EsCountryRow | null | undefined
  readonly email?: Text
  readonly phone?: Text
  readonly contactName?: Text
}

export interface EsCustomerRow {
  readonly customerId: number
  readonly number?: Text
  readonly name?: Text
  readonly vat?: Text
  readonly address?: Text
  readonly city?: Text
  readonly zipCode?: Text
  readonly countryId?: Num
  readonly country?: EsCountryRow | null | undefined
  readonly email?: Text
  readonly phone?: Text
  readonly contactName?: Text
  readonly contactEmail?: Text
  readonly contactPhone?: Text
  readonly notes?: Text
  readonly languageId?: Num
  readonly discount?: Num
  readonly maturityDateId?: Num
  readonly maturityDate?: { readonly days?: Num } | null | undefined
  readonly exemptionReason?: Text
  /** 0 hidden, 1 shown. */
  readonly visible?: Num
  readonly alternateAddresses?: List<EsAddressRow>
}

export interface EsTaxRow {
  readonly taxId: number
  readonly name?: Text
  /** The rate in percent, or an amount. */
  readonly value?: Num
  /** 1 percentage, 2 constant, 3 by product. */
  readonly type?: Num
  readonly fiscalZone?: Text
  /** 1 VAT, 2 stamp duty, 3 neither. */
  readonly fiscalZoneFinanceType?: Num
  /** For example `NOR`. */
  readonly fiscalZoneFinanceTypeMode?: Text
  readonly visible?: Num
  readonly flags?: List<object>
}

export interface EsProductTaxRow {
  readonly taxId?: Num
  readonly tax?: EsTaxRow | null | undefined
  /** Percent, or an amount. */
  readonly value?: Num
  readonly ordering?: Num
  readonly cumulative?: Flag
}

export interface EsMeasurementUnitRow {
  readonly name?: Text
  readonly abbreviation?: Text
  /** Code of UN/ECE Recommendation 20. */
  readonly measurementUnitUNECERId?: Text
}

export interface EsIdentificationRow {
  /** `EAN13`, `ISBN` or `UPCA`. */
  readonly type?: Text
  readonly text?: Text
  readonly favorite?: Flag
}

export interface EsProductRow {
  readonly productId: number
  readonly reference?: Text
  readonly name?: Text
  /** Net of tax. */
  readonly price?: Num
  readonly notes?: Text
  readonly productCategoryId?: Num
  readonly measurementUnitId?: Num
  readonly measurementUnit?: EsMeasurementUnitRow | null | undefined
  readonly identifications?: List<EsIdentificationRow>
  readonly exemptionReason?: Text
  readonly visible?: Num
  readonly taxes?: List<EsProductTaxRow>
}

export interface EsCategoryRow {
  readonly productCategoryId: number
  readonly name?: Text
  readonly summary?: Text
  /** Null at the root. */
  readonly parentId?: Num
  readonly visible?: Num
}

export interface EsCompanyRow {
  /** 0 document, 1 line, 2 item. */
  readonly documentCalculationsMode?: Num
  readonly fiscalZone?:
    | {
        readonly fiscalZone?: Text
        readonly exemption?:
          | { readonly type?: Text; readonly reasons?: List<{ readonly code?: Text }> }
          | null
          | undefined
      }
    | null
    | undefined
}

export interface EsPaymentMethodRow {
  readonly paymentMethodId: number
  readonly name?: Text
  readonly visible?: Num
}

export interface EsWarehouseRow {
  readonly warehouseId: number
  readonly number?: Text
}

/** `fiscalZoneTaxSettings` of the company's zone. */
export interface EsTaxSettingsRow {
  readonly requireCustomerAddress?: Flag
}

/** A document as a list of its kind shows it, as far as it is compared with its plan. */
export interface EsDocumentRow {
  readonly customer?: { readonly customerId?: Num } | null | undefined
  /** Number of the customer as printed. */
  readonly entityNumber?: Text
  readonly documentSetId?: Num
  readonly ourReference?: Text
  readonly yourReference?: Text
  readonly grossValue?: Num
  readonly taxesValue?: Num
  readonly retentionsValue?: Num
  /** What the customer pays, in the company's currency. */
  readonly totalValue?: Num
}
