import type { BillingCustomer } from '../catalogue.ts'
import { isCompleteAddress } from '../complete-address.ts'
import { known, knownId } from '../known.ts'
import { present } from '../present.ts'
import { normaliseTaxNumber } from '../tax-number.ts'
import { type EsPlatform, esCountry, esFiscalZone, HOME } from './codes.ts'
import type { EsCustomerRow } from './rows.ts'

export interface EsBillingContext {
  readonly platform: EsPlatform
  /** Days by maturity date id, for rows that do not describe their own. */
  readonly maturityDays?: ReadonlyMap<number, number>
}

/** A customer of Moloni ES or ON, as far as billing needs it. Taxes on the customer's card are not read. */
export function esBillingCustomer(
  row: EsCustomerRow,
  { platform, maturityDays }: EsBillingContext,
): BillingCustomer {
  const maturityDateId = knownId(row.maturityDateId)
  return {
    customerId: row.customerId,
    number: known(row.number) ?? '',
    name: known(row.name) ?? '',
    hasAddress: isCompleteAddress(
      {
        street: known(row.address),
        city: known(row.city),
        postalCode: known(row.zipCode),
        country: esCountry(row, platform),
      },
      HOME[platform],
    ),
    active: row.visible !== 0,
    ...present({
      vatNumber: normaliseTaxNumber(known(row.vat)),
      exemption: known(row.exemptionReason),
      maturityDateId,
      maturityDays: row.maturityDate?.days ?? maturityDays?.get(maturityDateId ?? 0),
      discountPercent: row.discount ? row.discount : undefined,
      fiscalZone: esFiscalZone(row, platform),
      countryId: knownId(row.countryId),
    }),
  }
}
