import { UsageError } from './usage.ts'

/** One of the allowed values, or a `UsageError` `invalid_option`. */
export function oneOf<T extends string>(value: T, allowed: readonly T[], name: string): T {
  if (allowed.includes(value)) return value
  throw new UsageError(`The option ${name} must be one of ${allowed.join(', ')}.`, { code: 'invalid_option' })
}

/** A number that counts or names something, or a `UsageError` `invalid_option`. */
export function wholeNumber(value: number, name: string): number {
  if (Number.isInteger(value) && value > 0) return value
  throw new UsageError(`The option ${name} must be a whole number above 0.`, { code: 'invalid_option' })
}

/** The origin of a server's address, or a `UsageError` `invalid_option`. */
export function serverOrigin(address: string | URL, name: string): string {
  const url = URL.canParse(String(address)) ? new URL(address) : undefined
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.origin
  throw new UsageError(`The option ${name} must be an http(s) address.`, { code: 'invalid_option' })
}
