/**
 * What the mappers read of Moloni's rows. The client's row types satisfy these; a field that a list leaves
 * out is undefined, and an unknown one is empty text, 0 or null.
 */
type Text = string | null | undefined
type Int = number | null | undefined

export interface CountryRow {
  readonly country_id?: Int
  /** Lower case. */
  readonly iso_3166_1?: Text
}

export interface AddressRow {
  readonly address_id?: Int
  readonly designation?: Text
  readonly code?: Text
  readonly address?: Text
  readonly city?: Text
  readonly zip_code?: Text
  readonly country_id?: Int
  readonly email?: Text
  readonly phone?: Text
  readonly contact_name?: Text
}

export interface CustomerRow {
  readonly customer_id: number
  readonly number?: Text
  readonly name?: Text
  readonly vat?: Text
  readonly address?: Text
  readonly city?: Text
  readonly zip_code?: Text
  readonly country_id?: Int
  readonly country?: CountryRow | null | undefined
  readonly email?: Text
  readonly phone?: Text
  readonly contact_name?: Text
  readonly contact_email?: Text
  readonly contact_phone?: Text
  readonly notes?: Text
  readonly language_id?: Int
  readonly language?: { readonly code?: Text } | null | undefined
  readonly discount?: Int
  readonly maturity_date_id?: Int
  readonly maturity_date?: { readonly days?: Int } | null | undefined
  readonly exemption_reason?: Text
  readonly visibility_id?: Int
  readonly alternate_addresses?: readonly AddressRow[] | null | undefined
}

export interface TaxRow {
  readonly tax_id: number
  /** 1 percentage, 2 fixed amount, 3 amount per article. */
  readonly type?: Int
  /** 1 VAT, 2 stamp duty, 3 neither. */
  readonly saft_type?: Int
  readonly vat_type?: Text
  readonly name?: Text
  /** The rate in percent, or an amount. */
  readonly value?: Int
  readonly fiscal_zone?: Text
  readonly visibility?: Int
}

export interface ProductTaxRow {
  readonly tax_id: number
  /** An amount in euro, not the rate. */
  readonly value?: Int
  readonly order?: Int
  readonly cumulative?: Int
  readonly tax?: TaxRow | null | undefined
}

export interface ProductRow {
  readonly product_id: number
  readonly name?: Text
  readonly reference?: Text
  readonly price?: Int
  readonly ean?: Text
  readonly notes?: Text
  readonly category_id?: Int
  readonly visibility_id?: Int
  readonly unit_id?: Int
  readonly measurement_unit?: { readonly name?: Text; readonly short_name?: Text } | null | undefined
  readonly exemption_reason?: Text
  readonly taxes?: readonly ProductTaxRow[] | null | undefined
}

export interface UserRow {
  readonly user_id: number
  readonly name?: Text
  readonly email?: Text
}

export interface TaxExemptionRow {
  readonly code?: Text
}

export interface WarehouseRow {
  readonly warehouse_id: number
  readonly code?: Text
}

export interface PaymentMethodRow {
  readonly payment_method_id: number
  readonly name?: Text
}

/** A withholding. */
export interface DeductionRow {
  readonly deduction_id: number
  readonly name?: Text
  /** Percent. */
  readonly value?: Int
}

/** A document as a list shows it, as far as it is compared with its plan. */
export interface DocumentRow {
  readonly customer_id?: Int
  readonly document_set_id?: Int
  readonly our_reference?: Text
  readonly your_reference?: Text
  readonly gross_value?: Int
  readonly comercial_discount_value?: Int
  readonly financial_discount_value?: Int
  readonly deduction_value?: Int
  readonly taxes_value?: Int
  readonly net_value?: Int
}

export interface ServiceSheetLineRow {
  readonly document_product_id?: Int
  readonly reference?: Text
  readonly name?: Text
  readonly qty?: Int
  /** One unit without tax. */
  readonly price?: Int
  readonly unit_name?: Text
  readonly unit_short_name?: Text
  /** Percent. */
  readonly discount?: Int
}

export interface ServiceSheetRow {
  readonly document_id: number
  /** -1 on a draft. */
  readonly number?: Int
  readonly date?: Text
  readonly notes?: Text
  readonly document_set_name?: Text
  readonly document_set?: { readonly name?: Text } | null | undefined
  readonly document_type?: { readonly saft_code?: Text } | null | undefined
  readonly entity_number?: Text
  readonly entity_name?: Text
  readonly entity_vat?: Text
  readonly entity_address?: Text
  readonly entity_zip_code?: Text
  readonly entity_city?: Text
  readonly entity_country_id?: Int
  readonly products?: readonly ServiceSheetLineRow[] | null | undefined
}
