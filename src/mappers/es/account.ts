import type { DocumentKind, RoundingMethod } from '../../domain/index.ts'
import type { AccountTables } from '../catalogue.ts'
import { known } from '../known.ts'
import { present } from '../present.ts'
import { esAccountTax } from './catalogue.ts'
import type { EsCompanyRow, EsPaymentMethodRow, EsTaxRow, EsTaxSettingsRow, EsWarehouseRow } from './rows.ts'
import { stated } from './stated.ts'

/** `documentCalculationsMode` of a company or a document. */
export const CALCULATION_MODES: readonly RoundingMethod[] = ['document', 'line', 'item']

/** `exemption.type` of a zone whose exemptions are predefined. */
const PREDEFINED = 'VALUES'

const EVERY_KIND: readonly DocumentKind[] = ['invoice', 'invoiceReceipt', 'purchaseOrder']

export interface EsAccountRows {
  readonly taxes: readonly EsTaxRow[]
  readonly company: EsCompanyRow
  /** Needed for invoice-receipts. */
  readonly paymentMethods?: readonly EsPaymentMethodRow[] | undefined
  readonly warehouses?: readonly EsWarehouseRow[] | undefined
  /** Absent: no document needs the customer's address. */
  readonly taxSettings?: EsTaxSettingsRow | null | undefined
}

/**
 * What an account of Moloni ES or ON has to choose from. Hidden taxes and payment methods are left out: nothing is
 * billed on them. Where the company's zone has no list of exemption reasons, any text is one. Withholdings are not
 * among it: how Moloni computes retentions is not published.
 */
export function esAccountTables(rows: EsAccountRows): AccountTables {
  const zone = rows.company.fiscalZone
  const exemptions = stated(zone?.exemption?.reasons).flatMap(({ code }) => known(code) ?? [])
  const anyText = exemptions.length === 0 && zone?.exemption?.type !== PREDEFINED
  return {
    taxes: rows.taxes.filter(({ visible }) => visible !== 0).map(esAccountTax),
    exemptions,
    exemptionTexts: anyText,
    vatPlace: 'product',
    addressOn: rows.taxSettings?.requireCustomerAddress ? EVERY_KIND : [],
    ...present({
      fiscalZone: known(zone?.fiscalZone)?.toUpperCase(),
      warehouses: rows.warehouses?.flatMap(({ warehouseId, number }) => {
        const code = known(number)
        return code ? [{ warehouseId, code }] : []
      }),
      paymentMethods: rows.paymentMethods
        ?.filter(({ visible }) => visible !== 0)
        .map(({ paymentMethodId, name }) => ({ paymentMethodId, name: known(name) ?? '' })),
      rounding: CALCULATION_MODES[rows.company.documentCalculationsMode ?? -1],
    }),
  }
}
