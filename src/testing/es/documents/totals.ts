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
import type { JsonObject } from '../../http/json.ts'
import type { LineRow, LineTax, Totals } from './row.ts'

/** What is taken off the whole document, in percent. */
export interface Discounts {
  readonly global: number
  /** For prompt payment, from what the others leave. */
  readonly financial: number
}

/** A tax of the document, over all lines that bear it. */
export interface TaxSum extends JsonObject {
  taxId: number
  name: string
  value: number
  incidence: number
  total: number
}

type Line = Pick<LineRow, 'qty' | 'price' | 'discount' | 'retention' | 'taxes'>

interface LineAmounts {
  readonly gross: Decimal
  readonly commercial: Decimal
  readonly global: Decimal
  readonly taxes: readonly TaxAmount[]
  readonly retention: Decimal
}

interface TaxAmount {
  readonly tax: LineTax
  readonly incidence: Decimal
  readonly total: Decimal
}

/**
 * Totals of a document by its mode. 0 document: everything is summed exactly and the sums are rounded. 1 line: each
 * line's amounts are rounded. 2 item: so is, before it is multiplied, the price of one and what the line's discount
 * leaves of it (inferred). Totals are made of rounded parts, so that they always add up. A retention is a percentage
 * of a line after discounts; without any, `retained` is taken as it was sent (inferred).
 */
export function totalsOf(
  lines: readonly Line[],
  discounts: Discounts,
  mode: number,
  retained: number,
): { totals: Totals; taxes: TaxSum[] } {
  const amounts = lines.map((line) => amountsOf(line, discounts, mode))
  const total = (part: (line: LineAmounts) => Decimal) => rounded(amounts.map(part).reduce(plus, zero))
  const gross = total((line) => line.gross)
  const commercial = total((line) => line.commercial)
  const global = total((line) => line.global)
  const taxes = total((line) => line.taxes.reduce((sum, tax) => plus(sum, tax.total), zero))
  const byLine = lines.some(({ retention }) => retention > 0)
  const retentions = byLine ? total((line) => line.retention) : rounded(dec(retained))
  const discount = plus(commercial, global)
  const whole = plus(minus(gross, discount), taxes)
  return {
    totals: {
      grossValue: toNumber(gross),
      commercialDiscountValue: toNumber(commercial),
      globalDiscountValue: toNumber(global),
      totalDiscountValue: toNumber(discount),
      taxesValue: toNumber(taxes),
      retentionsValue: toNumber(retentions),
      documentTotal: toNumber(whole),
      totalValue: toNumber(minus(whole, retentions)),
    },
    taxes: taxSums(amounts.flatMap((line) => line.taxes)),
  }
}

function amountsOf(line: Line, discounts: Discounts, mode: number): LineAmounts {
  const settle = mode === 0 ? (value: Decimal) => value : rounded
  const { gross, commercial } = mode === 2 ? byItem(line) : byLine(line, settle)
  const left = minus(gross, commercial)
  const global = settle(percent(left, discounts.global))
  const financial = settle(percent(minus(left, global), discounts.financial))
  const base = minus(minus(left, global), financial)
  return {
    gross,
    commercial,
    global: plus(global, financial),
    taxes: taxAmounts(line, base).map((one) => ({ ...one, total: settle(one.total) })),
    retention: settle(percent(base, line.retention)),
  }
}

function byLine({ qty, price, discount }: Line, settle: (value: Decimal) => Decimal) {
  const gross = settle(times(dec(qty), dec(price)))
  return { gross, commercial: settle(percent(gross, discount)) }
}

function byItem({ qty, price, discount }: Line) {
  const all = (one: Decimal) => rounded(times(rounded(one), dec(qty)))
  const gross = all(dec(price))
  return { gross, commercial: minus(gross, all(minus(dec(price), percent(dec(price), discount)))) }
}

/** Each tax in its order: a cumulative one is also taken on those before it. */
function taxAmounts({ taxes, qty }: Line, base: Decimal): TaxAmount[] {
  let before = zero
  return [...taxes]
    .sort((a, b) => a.ordering - b.ordering)
    .map((tax) => {
      const incidence = tax.cumulative ? plus(base, before) : base
      const total = amountOf(tax, incidence, qty)
      before = plus(before, total)
      return { tax, incidence, total }
    })
}

function amountOf({ type, value }: LineTax, incidence: Decimal, qty: number): Decimal {
  if (type === 1) return percent(incidence, value)
  return type === 2 ? dec(value) : times(dec(value), dec(qty))
}

function taxSums(amounts: readonly TaxAmount[]): TaxSum[] {
  const groups = new Map<string, TaxAmount[]>()
  for (const amount of amounts) {
    const key = `${amount.tax.taxId}/${amount.tax.value}`
    groups.set(key, [...(groups.get(key) ?? []), amount])
  }
  const sum = (group: readonly TaxAmount[], part: 'incidence' | 'total') =>
    toNumber(rounded(group.map((one) => one[part]).reduce(plus, zero)))
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ tax: { taxId, name, value } }) => ({
      taxId,
      name,
      value,
      incidence: sum(group, 'incidence'),
      total: sum(group, 'total'),
    })),
  )
}

/** The amount in the other currency, 0 without one. */
export function exchanged(total: number, rate: number): number {
  return toNumber(rounded(times(dec(total), dec(rate))))
}
