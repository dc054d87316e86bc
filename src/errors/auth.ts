import { type ErrorDetails, MoloniError } from './moloni-error.ts'

/**
 * The login was refused. `code` is the OAuth error (`invalid_grant`, `invalid_client`, `invalid_request` …),
 * `needs_login` when a person has to log in again, or `access_refused` when the account may not do this.
 */
export class AuthError extends MoloniError {
  override readonly name = 'AuthError'
  /** True when only a new login by a person helps. */
  readonly needsLogin: boolean

  constructor(message: string, code: string, details: ErrorDetails & { needsLogin?: boolean } = {}) {
    super(message, code, details)
    this.needsLogin = details.needsLogin ?? false
  }

  protected override describe() {
    return { needsLogin: this.needsLogin }
  }
}
