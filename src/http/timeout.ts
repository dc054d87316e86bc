import { UsageError } from '../errors/index.ts'

const DEFAULT = 30_000

/** A checked time limit in milliseconds; `false` is none. */
export function checkTimeout(timeout: number | false = DEFAULT): number | false {
  if (timeout === false || (Number.isFinite(timeout) && timeout > 0)) return timeout
  throw new UsageError('The option timeout must be a number of milliseconds above 0, or false.', {
    code: 'invalid_option',
  })
}
