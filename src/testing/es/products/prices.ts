import { type Decimal, dec, percent, plus, rounded, toNumber } from '../../http/decimal.ts'
import type { JsonObject } from '../../http/json.ts'
import { type Call, num, objects } from '../operation.ts'

/** Net price and its taxes; a cumulative tax is also taken on those before it. */
export function priceWithTaxes(row: JsonObject, call: Call): number {
  const price = dec(num(row, 'price'))
  const taxes = call.state.companies[Number(row.companyId)]?.taxes ?? []
  const sorted = [...objects(row, 'taxes')].sort((a, b) => num(a, 'ordering') - num(b, 'ordering'))
  let total: Decimal = price
  for (const own of sorted) {
    const tax = taxes.find(({ taxId }) => taxId === own.taxId)
    const value = typeof own.value === 'number' ? own.value : num(tax ?? {}, 'value')
    const amount = tax?.type === 1 ? percent(own.cumulative === true ? total : price, value) : dec(value)
    total = plus(total, amount)
  }
  return toNumber(rounded(total, 8))
}
