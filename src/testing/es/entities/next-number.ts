import type { Condition } from '../lists/filter.ts'

/**
 * Proposes a number: one above the highest among those that end with digits. Where a prefix was asked for and nothing
 * has it, there is no proposal, and the answer is empty.
 */
export function nextNumber(numbers: readonly string[], conditions: readonly Condition[]): string {
  const parts = numbers
    .map((number) => /^(.*?)(\d+)$/.exec(number))
    .map((match) => ({ prefix: match?.[1] ?? '', digits: match?.[2] ?? '' }))
    .filter(({ digits }) => digits !== '' && digits.length < 16)
  const own = conditions.length > 0 ? parts : parts.filter(({ prefix }) => prefix === '')
  const [highest] = [...own].sort((a, b) => Number(b.digits) - Number(a.digits))
  if (!highest) return conditions.length > 0 ? '' : '1'
  return highest.prefix + String(Number(highest.digits) + 1).padStart(highest.digits.length, '0')
}
