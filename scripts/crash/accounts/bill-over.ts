import type { Bill } from '../account.ts'

type Row = Readonly<Record<string, unknown>>

/** Materials at two rates, with a discount and a price in tenths of a cent, and an hour and a half of work. */
export function billOver<Product extends Row>(given: {
  readonly customer: Row
  readonly products: Readonly<Record<'first' | 'second' | 'hours', Product>>
  /** Percent. */
  rateOf(product: Product): bigint
}): Bill {
  const { customer, products, rateOf } = given
  const { first, second, hours } = products
  return {
    workOrder: {
      customer: { debtorNumber: String(customer.number), name: String(customer.name) },
      materials: [
        { code: String(first.reference), name: String(first.name), quantity: 3, unitPrice: 12.345 },
        {
          code: String(second.reference),
          name: String(second.name),
          quantity: 1.25,
          unitPrice: 8.99,
          discountPercent: 10,
        },
      ],
      workPeriods: [{ hourTypeCode: String(hours.reference), minutes: 90 }],
    },
    lines: [
      { quantity: 300n, price: 12_345n, discount: 0n, rate: rateOf(first) },
      { quantity: 125n, price: 8_990n, discount: 10n, rate: rateOf(second) },
      {
        quantity: 150n,
        price: BigInt(Math.round(Number(hours.price) * 1000)),
        discount: 0n,
        rate: rateOf(hours),
      },
    ],
  }
}
