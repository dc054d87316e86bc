import { type ErrorDetails, MoloniError } from './moloni-error.ts'

/** The library was called in a way that cannot work. Code `invalid_argument` or a finer one. */
export class UsageError extends MoloniError {
  override readonly name = 'UsageError'

  constructor(message: string, details?: ErrorDetails) {
    super(message, 'invalid_argument', details)
  }
}
