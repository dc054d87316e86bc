import {
  type Decimal,
  dec,
  minus,
  percent,
  plus,
  rounded,
  times,
  toNumber,
  zero,
} from '../../http/decimal.ts'
import type { LineRow, LineTax } from '../state.ts'

export interface Totals {
  gross_value: number
  comercial_discount_value: number
  financial_discount_value: number
  taxes_value: number
  deduction_value: number
  net_value: number
}

interface Parts {
  readonly gross: Decimal
  readonly comercial: Decimal
  readonly financial: Decimal
  readonly taxes: Decimal
  readonly deduction: Decimal
}

const nothing: Parts = { gross: zero, comercial: zero, financial: zero, taxes: zero, deduction: zero }

/**
 * Totals of a document. `document`: everything is summed exactly and the totals are rounded; `line`: each line's
 * amounts are rounded and summed. The net value is made of the rounded parts, so that the identity always holds. The
 * special discount is an amount off the total that leaves the taxes alone.
 */
export function totalsOf(
  lines: readonly LineRow[],
  discounts: { financialPercent: number; special: number },
  rounding: 'document' | 'line',
): Totals {
  const settle = rounding === 'line' ? rounded : (value: Decimal) => value
  const sums = lines.map((line) => partsOf(line, discounts.financialPercent, settle)).reduce(add, nothing)
  const gross = rounded(sums.gross)
  const comercial = rounded(plus(sums.comercial, dec(discounts.special)))
  const financial = rounded(sums.financial)
  const taxes = rounded(sums.taxes)
  const deduction = rounded(sums.deduction)
  const net = minus(plus(minus(minus(gross, comercial), financial), taxes), deduction)
  return {
    gross_value: toNumber(gross),
    comercial_discount_value: toNumber(comercial),
    financial_discount_value: toNumber(financial),
    taxes_value: toNumber(taxes),
    deduction_value: toNumber(deduction),
    net_value: toNumber(net),
  }
}

/** Amounts of one line; `settle` rounds each of them or not. */
function partsOf(line: LineRow, financialPercent: number, settle: (value: Decimal) => Decimal): Parts {
  const gross = settle(times(dec(line.qty), dec(line.price)))
  const comercial = settle(percent(gross, line.discount))
  const financial = settle(percent(minus(gross, comercial), financialPercent))
  const base = minus(minus(gross, comercial), financial)
  const taxes = taxAmounts(line.taxes, base, line.qty).map(({ total }) => settle(total))
  return {
    gross,
    comercial,
    financial,
    taxes: taxes.reduce(plus, zero),
    deduction: settle(percent(base, line.deduction)),
  }
}

/** Each tax with its base: a cumulative one is also taken on the taxes before it. */
export function taxAmounts(
  taxes: readonly LineTax[],
  base: Decimal,
  qty: number,
): { tax: LineTax; incidence: Decimal; total: Decimal }[] {
  let before = zero
  return taxes.map((tax) => {
    const incidence = tax.cumulative === 1 ? plus(base, before) : base
    const total = amountOf(tax, incidence, qty)
    before = plus(before, total)
    return { tax, incidence, total }
  })
}

function amountOf(tax: LineTax, incidence: Decimal, qty: number): Decimal {
  if (tax.type === 1) return percent(incidence, tax.value)
  return tax.type === 2 ? dec(tax.value) : times(dec(tax.value), dec(qty))
}

/** The base of a line: what is left after its discounts. */
export function baseOf(line: LineRow, financialPercent: number): Decimal {
  const gross = times(dec(line.qty), dec(line.price))
  const after = minus(gross, percent(gross, line.discount))
  return minus(after, percent(after, financialPercent))
}

function add(a: Parts, b: Parts): Parts {
  return {
    gross: plus(a.gross, b.gross),
    comercial: plus(a.comercial, b.comercial),
    financial: plus(a.financial, b.financial),
    taxes: plus(a.taxes, b.taxes),
    deduction: plus(a.deduction, b.deduction),
  }
}
