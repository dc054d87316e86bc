import type { DocumentTotals, PlannedTax, RoundingMethod } from '../domain/index.ts'
import { type Big, decimal, round, sum, toCents } from '../internal/money.ts'

/** What a line contributes to the totals. */
export interface TotalLine {
  /** Exact decimal text. */
  readonly quantity: string
  /** Net unit price in euro, exact decimal text. */
  readonly unitPrice: string
  /** Percent, 0–100. */
  readonly discountPercent: number
  readonly taxes: readonly PlannedTax[]
  /** What the customer keeps back, in percent of the price less discount. */
  readonly withholding?: { readonly rate: number } | undefined
}

type Settle = (value: Big) => Big
const toTheCent: Settle = (value) => round(value, 2)

const settles: Record<RoundingMethod, Settle> = {
  document: (value) => value,
  line: toTheCent,
  item: toTheCent,
}

/**
 * Totals of a document in cents, by the company's own method (PT guide 10.5.1, ES guide 10):
 *
 * - `document`: nothing is rounded per line; gross, discount, taxes and withheld taxes are summed exactly and
 *   rounded once.
 * - `line`: gross, discount and each tax of a line are rounded, each computed on the rounded ones before it.
 * - `item`: as `line`, but the price of one unit, and what is left of it after the discount, is rounded before
 *   it is multiplied. What Moloni rounds here is not published: this is inferred.
 *
 * By each of them `net = gross - discount + taxes - withheld` holds to the cent.
 *
 * @example
 * const iva23 = { taxId: 1, rate: 23, basis: 'percent', order: 1, cumulative: false } as const
 * const article = { quantity: '1', unitPrice: '2.37', discountPercent: 0, taxes: [iva23] }
 * documentTotals([article, article, article], 'document').netCents // 875
 * documentTotals([article, article, article], 'line').netCents // 876
 */
export function documentTotals(lines: readonly TotalLine[], method: RoundingMethod): DocumentTotals {
  const amounts = lines.map((line) => lineAmounts(line, method))
  const cents = (part: keyof LineAmounts) => toCents(sum(amounts.map((of) => of[part])))
  const [grossCents, discountCents, taxesCents] = [cents('gross'), cents('discount'), cents('taxes')]
  const netCents = grossCents - discountCents + taxesCents
  if (!lines.some(({ withholding }) => withholding))
    return { grossCents, discountCents, taxesCents, netCents }
  const withheldCents = cents('withheld')
  return { grossCents, discountCents, taxesCents, withheldCents, netCents: netCents - withheldCents }
}

/** Price times quantity less discount, before taxes, in cents. */
export function lineNetCents(line: Omit<TotalLine, 'taxes'>): number {
  const { gross, discount } = lineAmounts({ ...line, taxes: [] }, 'document')
  return toCents(gross.minus(discount))
}

interface LineAmounts {
  readonly gross: Big
  readonly discount: Big
  readonly taxes: Big
  readonly withheld: Big
}

function lineAmounts(line: TotalLine, method: RoundingMethod): LineAmounts {
  const settle = settles[method]
  const { gross, discount } = method === 'item' ? itemPrice(line) : linePrice(line, settle)
  const base = gross.minus(discount)
  const taxes = taxAmounts(line, base).map(settle)
  return { gross, discount, taxes: sum(taxes), withheld: settle(percent(base, line.withholding?.rate ?? 0)) }
}

function linePrice({ quantity, unitPrice, discountPercent }: TotalLine, settle: Settle) {
  const gross = settle(decimal(quantity).times(unitPrice))
  return { gross, discount: settle(percent(gross, discountPercent)) }
}

function itemPrice({ quantity, unitPrice, discountPercent }: TotalLine) {
  const price = decimal(unitPrice)
  const times = (unit: Big) => toTheCent(toTheCent(unit).times(quantity))
  const gross = times(price)
  return { gross, discount: gross.minus(times(price.minus(percent(price, discountPercent)))) }
}

/** The taxes of a line, in their order; a cumulative one is also taken on those before it. */
function taxAmounts({ taxes, quantity }: TotalLine, base: Big): Big[] {
  const amounts: Big[] = []
  for (const { rate, basis, cumulative } of [...taxes].sort((a, b) => a.order - b.order)) {
    const amount: Record<PlannedTax['basis'], () => Big> = {
      percent: () => percent(cumulative ? base.plus(sum(amounts)) : base, rate),
      line: () => decimal(rate),
      unit: () => decimal(rate).times(quantity),
    }
    amounts.push(amount[basis]())
  }
  return amounts
}

/** Multiplied rather than divided: dividing would cut decimals. */
const percent = (of: Big, rate: number) => of.times(rate).times('0.01')
