import { UsageError } from '../errors/index.ts'
import type { Operation } from './operation.ts'

export type EsPlatform = 'es' | 'on'

/** Keeps calls from a platform on which nobody saw them work. */
export interface PlatformGate {
  /** Throws a `UsageError` `not_proven_on_es`. */
  check(operation: Operation): void
}

/** @param extras root fields that this account is known to have */
export function platformGate(platform: EsPlatform, extras: readonly string[]): PlatformGate {
  const allowed = new Set(extras)
  return {
    check({ root, onlyOn }) {
      if (platform === 'on' || !onlyOn || allowed.has(root)) return
      throw new UsageError(`${root} was seen on Moloni ON only; nothing was sent to Moloni Spain.`, {
        code: 'not_proven_on_es',
        hint: `Ask the account with es.probe(['${root}']), and give what it answers as the option extras.`,
      })
    },
  }
}
