import { type ErrorDetails, MoloniError } from './moloni-error.ts'

/**
 * The answer is not what the interface promises. Codes: `not_json` (a page or text instead of data),
 * `unexpected_answer` (data of another shape), `answer_too_large`, `repeated_page`, `too_many_pages`,
 * `count_mismatch` (a list whose count does not add up), `server_error` (the server failed on the way),
 * `schema_differs` (the account does not know what was asked for; nothing was done), `drift` (strict mode only).
 * On a writing call the effect of the others is unknown.
 */
export class ContractError extends MoloniError {
  override readonly name = 'ContractError'
  /** Where the answer differs, for example `[3].customer_id`. */
  readonly paths: readonly string[]

  constructor(message: string, code: string, paths: readonly string[] = [], details?: ErrorDetails) {
    super(message, code, details)
    this.paths = paths
  }

  protected override describe() {
    return { paths: this.paths }
  }
}
