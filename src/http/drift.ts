import { ContractError } from '../errors/index.ts'
import type { Logger } from '../internal/logger.ts'
import { callHook } from './hooks.ts'

/** Where an answer holds more, or emptier, or something of another type than the reference shows. */
export interface Drift {
  /** What was called, for example `"customers/getAll"`. */
  readonly label: string
  /** Where, with `[]` for any row: `[].new_key`, `[].country (empty)`. */
  readonly paths: readonly string[]
}

export interface DriftWatch {
  readonly strict: boolean
  readonly onDrift: ((drift: Drift) => void) | undefined
  readonly logger: Logger
}

/** Tells the hook of drift, if there is any and somebody looks; throws in strict mode. */
export function reportDrift(label: string, find: () => readonly string[], watch: DriftWatch): void {
  if (!watch.strict && !watch.onDrift) return
  const paths = find()
  if (paths.length === 0) return
  callHook(watch.onDrift, { label, paths }, watch.logger)
  if (!watch.strict) return
  throw new ContractError(
    `${label}: the answer differs from the reference at ${paths.join(', ')}.`,
    'drift',
    paths,
  )
}
