import { AuthError, UsageError } from '../errors/index.ts'
import { redact } from '../http/index.ts'

/** What Moloni sends along when it returns a person to the redirect address. */
export interface Callback {
  /** Works once, for a short time. A secret. */
  readonly code: string
  /** The state given to `authorizeUrl`; compare it with the one that you kept. Absent when it did not come back. */
  readonly state?: string
}

/**
 * Reads the address that Moloni returned a person to; a whole address, a path or only its query.
 *
 * Errors: `UsageError` `callback_malformed`, `AuthError` `login_denied` when the login was refused.
 */
export function parseCallback(url: string | URL): Callback {
  const query = queryOf(String(url).trim())
  const refused = query.get('error')
  if (refused !== null) {
    const said = redact(query.get('error_description') ?? refused)
    throw new AuthError(`The login was refused: ${said}.`, 'login_denied', {
      hint: 'Start the login again and allow the access.',
      needsLogin: true,
    })
  }
  const code = single(query, 'code')
  return query.has('state') ? { code, state: single(query, 'state') } : { code }
}

function queryOf(address: string): URLSearchParams {
  const start = address.indexOf('?')
  if (start < 0) throw malformed('it has no query')
  return new URLSearchParams(address.slice(start + 1).split('#')[0])
}

function single(query: URLSearchParams, name: string): string {
  const [value, second] = query.getAll(name)
  if (value === undefined || value === '') throw malformed(`it has no ${name}`)
  if (second !== undefined) throw malformed(`it has more than one ${name}`)
  return value
}

function malformed(why: string): UsageError {
  return new UsageError(`This is not the address that Moloni returns to: ${why}.`, {
    code: 'callback_malformed',
    hint: 'Copy the whole address of the page that opened after the login.',
  })
}
