import { type ErrorDetails, MoloniError } from './moloni-error.ts'

/** Two records claim the same thing, or a record changed under us. Code `conflict` or a finer one. */
export class ConflictError extends MoloniError {
  override readonly name = 'ConflictError'

  constructor(message: string, details?: ErrorDetails) {
    super(message, 'conflict', details)
  }
}

/** A writing call may or may not have had its effect; look before repeating it. Code `outcome_unknown`. */
export class OutcomeUnknownError extends MoloniError {
  override readonly name = 'OutcomeUnknownError'

  constructor(message: string, details?: ErrorDetails) {
    super(message, 'outcome_unknown', details)
  }
}
