import type { DocumentKind, RoundingMethod } from '../../domain/index.ts'
import { decimal } from '../../internal/money.ts'
import type { AccountTables, AccountTax, CatalogueProduct, CatalogueTax } from '../catalogue.ts'
import { known } from '../known.ts'
import { present } from '../present.ts'
import type {
  DeductionRow,
  PaymentMethodRow,
  ProductRow,
  ProductTaxRow,
  TaxExemptionRow,
  TaxRow,
  WarehouseRow,
} from './rows.ts'

/** `calc_method_id` of a document. The vendor publishes no list: which number is which is inferred. */
const CALC_METHODS: Readonly<Record<number, RoundingMethod>> = { 1: 'line', 2: 'document' }

/** Lines of orders have none. */
const WITHHOLDING_ON: readonly DocumentKind[] = ['invoice', 'invoiceReceipt', 'internalDocument']

/** `type` of a tax: 1 percentage, 2 fixed amount, 3 amount per article. */
const BASES: Readonly<Record<number, AccountTax['basis']>> = { 1: 'percent', 2: 'line', 3: 'unit' }

/**
 * The rounding method that a document shows in `document_calc_method`; undefined when it shows none that is
 * known.
 */
export function roundingOf(calcMethodId: number | null | undefined): RoundingMethod | undefined {
  return CALC_METHODS[calcMethodId ?? 0]
}

/** A Moloni product, as far as billing needs it. */
export function catalogueProduct(row: ProductRow): CatalogueProduct {
  return {
    productId: row.product_id,
    reference: known(row.reference) ?? '',
    name: known(row.name) ?? '',
    taxes: (row.taxes ?? []).map(catalogueTax),
    active: row.visibility_id !== 0,
    ...present({
      price: typeof row.price === 'number' ? decimal(row.price).toFixed() : undefined,
      exemption: known(row.exemption_reason),
    }),
  }
}

/** The rate lies in the nested tax; only an amount per article is the product's own. */
function catalogueTax(row: ProductTaxRow): CatalogueTax {
  const { name: _, ...tax } = accountTax(row.tax ?? { tax_id: row.tax_id, saft_type: 1 })
  return {
    ...tax,
    rate: row.tax?.type === 3 ? (row.value ?? 0) : tax.rate,
    order: row.order ?? 0,
    cumulative: row.cumulative === 1,
  }
}

function accountTax(row: TaxRow): AccountTax {
  return {
    taxId: row.tax_id,
    name: known(row.name) ?? '',
    rate: row.value ?? 0,
    basis: BASES[row.type ?? 1] ?? 'percent',
    fiscalZone: known(row.fiscal_zone) ?? '',
    kind: row.saft_type === 1 ? 'vat' : 'other',
    ...present({ vatType: known(row.vat_type) }),
  }
}

export interface AccountRows {
  readonly taxes: readonly TaxRow[]
  readonly taxExemptions: readonly TaxExemptionRow[]
  readonly warehouses?: readonly WarehouseRow[]
  /** Needed for invoice-receipts. */
  readonly paymentMethods?: readonly PaymentMethodRow[] | undefined
  /** Needed where the settings name withholdings. */
  readonly deductions?: readonly DeductionRow[] | undefined
  /** `calc_method_id` of a recent document. */
  readonly calcMethodId?: number | null | undefined
}

/** What an account has to choose from. Hidden taxes are left out: nothing is billed on them. */
export function accountTables(rows: AccountRows): AccountTables {
  return {
    taxes: rows.taxes.filter(({ visibility }) => visibility !== 0).map(accountTax),
    exemptions: rows.taxExemptions.flatMap(({ code }) => known(code) ?? []),
    ...present({
      warehouses: rows.warehouses?.flatMap(({ warehouse_id, code }) => {
        const text = known(code)
        return text ? [{ warehouseId: warehouse_id, code: text }] : []
      }),
      paymentMethods: rows.paymentMethods?.map(({ payment_method_id, name }) => ({
        paymentMethodId: payment_method_id,
        name: known(name) ?? '',
      })),
      withholdings: rows.deductions?.map(({ deduction_id, name, value }) => ({
        withholdingId: deduction_id,
        name: known(name) ?? '',
        rate: value ?? 0,
      })),
      withholdingOn: rows.deductions && WITHHOLDING_ON,
      rounding: roundingOf(rows.calcMethodId),
    }),
  }
}
