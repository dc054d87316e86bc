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
}

/**
 * Totals of a document in cents, by the company's own method (PT guide 10.5.1):
 *
 * - `document`: nothing is rounded per line; gross, discount and taxes are summed exactly and rounded
 *   once.
 * - `line`: gross, discount and each tax of a line are rounded, each computed on the rounded ones before it.
 *
 * Either way `net = gross - discount + taxes` holds to the cent.
 *
 * @example
 * const iva23 = { taxId: 1, rate: 23, basis: 'percent', order: 1, cumulative: false } as const
 * const article = { quantity: '1', unitPrice: '2.37', discountPercent: 0, taxes: [iva23] }
 * documentTotals([article, article, article], 'document').netCents // 875
 * documentTotals([article, article, article], 'line').netCents // 876
 */
export function documentTotals(lines: readonly TotalLine[], method: RoundingMethod): DocumentTotals {
  const settle = method === 'line' ? (value: Big) => round(value, 2) : (value: Big) => value
  const amounts = lines.map((line) => lineAmounts(line, settle))
  const grossCents = toCents(sum(amounts.map(({ gross }) => gross)))
  const discountCents = toCents(sum(amounts.map(({ discount }) => discount)))
  const taxesCents = toCents(sum(amounts.map(({ taxes }) => taxes)))
  return { grossCents, discountCents, taxesCents, netCents: grossCents - discountCents + taxesCents }
}

/** Price times quantity less discount, before taxes, in cents. */
export function lineNetCents(line: Omit<TotalLine, 'taxes'>): number {
  const { gross, discount } = lineAmounts({ ...line, taxes: [] }, (value) => value)
  return toCents(gross.minus(discount))
}

function lineAmounts(line: TotalLine, settle: (value: Big) => Big) {
  const gross = settle(decimal(line.quantity).times(line.unitPrice))
  const discount = settle(percent(gross, line.discountPercent))
  const taxes = taxAmounts(line, gross.minus(discount)).map(settle)
  return { gross, discount, taxes: sum(taxes) }
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
