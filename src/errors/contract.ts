import { type ErrorDetails, MoloniError } from './moloni-error.ts'

/**
 * The answer is not what the interface promises. Codes: `not_json` (a page or text instead of data),
 * `unexpected_answer` (data of another shape), `answer_too_large`, `repeated_page`, `too_many_pages`,
 * `drift` (strict mode only). On a writing call the effect is unknown.
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
