import type { BillingCustomer } from '../catalogue.ts'
import { isCompleteAddress } from '../complete-address.ts'
import { fiscalZone } from '../fiscal-zone.ts'
import { known, knownId } from '../known.ts'
import { present } from '../present.ts'
import { normaliseTaxNumber } from '../tax-number.ts'
import { countryCode } from './codes.ts'
import type { CustomerRow } from './rows.ts'

export interface BillingContext {
  /** Days by maturity date id, for rows that do not describe their own. */
  readonly maturityDays?: ReadonlyMap<number, number>
}

/**
 * A Moloni customer, as far as billing needs it. A postal code counts as part of the address in Portugal
 * only.
 */
export function billingCustomer(row: CustomerRow, { maturityDays }: BillingContext = {}): BillingCustomer {
  const country = countryCode(row)
  const postalCode = known(row.zip_code)
  const maturityDateId = knownId(row.maturity_date_id)
  return {
    customerId: row.customer_id,
    number: known(row.number) ?? '',
    name: known(row.name) ?? '',
    hasAddress: isCompleteAddress(
      { street: known(row.address), city: known(row.city), postalCode, country },
      'PT',
    ),
    active: row.visibility_id !== 0,
    ...present({
      vatNumber: normaliseTaxNumber(known(row.vat)),
      exemption: known(row.exemption_reason),
      maturityDateId,
      maturityDays: row.maturity_date?.days ?? maturityDays?.get(maturityDateId ?? 0),
      discountPercent: row.discount ? row.discount : undefined,
      fiscalZone: fiscalZone({ country, postalCode }),
      countryId: knownId(row.country_id),
    }),
  }
}
