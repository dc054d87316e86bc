import type { DocumentTotals, PlannedTax, RoundingMethod } from '../domain/index.ts'
import { type Big, decimal, sum, toCents } from '../internal/money.ts'

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

interface Amounts {
  readonly gross: Big
  readonly discount: Big
  readonly taxes: readonly Big[]
}

/**
 * Totals of a document in cents, by the company's own method (PT guide 10.5.1):
 *
 * - `document`: nothing is rounded per line; gross, discount and taxes are summed exactly and then rounded once.
 * - `line`: gross, discount and each tax are rounded on every line and then summed.
 *
 * Either way `net = gross - discount + taxes` holds to the cent.
 *
 * @example
 * const three = { quantity: '1', unitPrice: '2.37', discountPercent: 0, taxes: [iva23] }
 * documentTotals([three, three, three], 'document').netCents // 875
 * documentTotals([three, three, three], 'line').netCents // 876
 */
export function documentTotals(lines: readonly TotalLine[], method: RoundingMethod): DocumentTotals {
  const amounts = lines.map(lineAmounts)
  const add = (values: readonly Big[]) =>
    method === 'document' ? toCents(sum(values)) : values.reduce((cents, value) => cents + toCents(value), 0)

  const grossCents = add(amounts.map(({ gross }) => gross))
  const discountCents = add(amounts.map(({ discount }) => discount))
  const taxesCents = add(amounts.flatMap(({ taxes }) => taxes))
  return { grossCents, discountCents, taxesCents, netCents: grossCents - discountCents + taxesCents }
}

/** Price times quantity less discount, before taxes, in cents. */
export function lineNetCents(line: Omit<TotalLine, 'taxes'>): number {
  const { gross, discount } = lineAmounts({ ...line, taxes: [] })
  return toCents(gross.minus(discount))
}

function lineAmounts(line: TotalLine): Amounts {
  const quantity = decimal(line.quantity)
  const gross = quantity.times(line.unitPrice)
  const discount = percent(gross, line.discountPercent)
  const base = gross.minus(discount)
  const taxes: Big[] = []
  for (const tax of [...line.taxes].sort((a, b) => a.order - b.order)) {
    const taxed = tax.cumulative ? base.plus(sum(taxes)) : base
    taxes.push(tax.basis === 'percent' ? percent(taxed, tax.rate) : quantity.times(tax.rate))
  }
  return { gross, discount, taxes }
}

/** Multiplied rather than divided: dividing would cut decimals. */
const percent = (of: Big, rate: number) => of.times(decimal(rate)).times('0.01')
