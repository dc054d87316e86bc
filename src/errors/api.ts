import { type ErrorDetails, MoloniError } from './moloni-error.ts'

/** One field that Moloni refused. */
export interface FieldError {
  /** Moloni's own number of the rule, for example `1` (required). `0` when it gave none. */
  rule: number
  /** Stable name of the rule, for example `"required"`. */
  code: string
  /** Wire path of the field, nested rows included: `products[0].taxes[0].value`. */
  path: string
  /** What the rule says, in English. */
  message: string
  /** Parameters of the rule, for example the allowed bounds. */
  parameters: readonly string[]
}

/** Moloni refused the values of a request; nothing was changed. Code `validation`. */
export class ValidationError extends MoloniError {
  override readonly name = 'ValidationError'
  readonly fields: readonly FieldError[]

  constructor(message: string, fields: readonly FieldError[], details?: ErrorDetails) {
    super(message, 'validation', details)
    this.fields = fields
  }

  protected override describe() {
    return { fields: this.fields }
  }
}

/** The record does not exist, was deleted or is of another kind. Code `not_found`. */
export class NotFoundError extends MoloniError {
  override readonly name = 'NotFoundError'

  constructor(message: string, details?: ErrorDetails) {
    super(message, 'not_found', details)
  }
}

/** Moloni refused the action itself (`{"valid":0}`), for example a change to a closed document. Code `refused`. */
export class RefusedError extends MoloniError {
  override readonly name = 'RefusedError'

  constructor(message: string, details?: ErrorDetails) {
    super(message, 'refused', details)
  }
}
