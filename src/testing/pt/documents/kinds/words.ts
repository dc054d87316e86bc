/** Parameters that several groups take; `@` names a block of them, `!` marks what is required. */
export const billed =
  'expiration_date! maturity_date_id customer_id! alternate_address_id our_reference your_reference @currency ' +
  'financial_discount eac_id salesman_id salesman_commission special_discount associated_documents @delivery ' +
  'related_documents_notes products! payments generate_mb_reference deduction_id @vehicle'
export const offered =
  'expiration_date! maturity_date_id customer_id! alternate_address_id your_reference financial_discount @currency ' +
  'salesman_id salesman_commission special_discount products! @delivery @vehicle'
export const carried = 'your_reference products! @delivery! @vehicle @currency'
export const carriedTo = `${carried} customer_id! alternate_address_id`
export const from = 'associated_documents related_documents_notes'
export const corrected =
  'customer_id! alternate_address_id your_reference our_reference financial_discount salesman_id @currency ' +
  'salesman_commission associated_documents! rappel related_documents_notes products!'
export const settled = 'customer_id! net_value! associated_documents! payments @currency'

/** Types that others are made from. */
export const orders = [13, 14, 28]
export const guides = [6, 15, 17]
export const invoices = [1, 20, 27]
