import type { BilledLine } from './account.ts'

/** What the customer pays, in cents, rounded once for the document; in whole numbers, and with no code of the library. */
export function centsOf(lines: readonly BilledLine[]): number {
  // Quantity in hundredths times price in tenths of a cent: thousandths of a cent.
  const gross = sum(lines.map(({ quantity, price }) => quantity * price))
  const discount = sum(lines.map(({ quantity, price, discount }) => quantity * price * discount))
  const taxes = sum(
    lines.map(({ quantity, price, discount, rate }) => quantity * price * (100n - discount) * rate),
  )
  return Number(rounded(gross, 1_000n) - rounded(discount, 100_000n) + rounded(taxes, 10_000_000n))
}

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)

/** Half up. */
const rounded = (numerator: bigint, denominator: bigint) =>
  (2n * numerator + denominator) / (2n * denominator)
