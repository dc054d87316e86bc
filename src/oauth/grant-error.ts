import { AuthError } from '../errors/index.ts'
import { redact } from '../http/index.ts'

interface KnownError {
  readonly meaning: string
  readonly hint: string
  readonly needsLogin?: boolean
}

/** The OAuth errors that Moloni documents. */
const KNOWN: Readonly<Record<string, KnownError>> = {
  invalid_client: {
    meaning: 'Moloni does not know this client id or secret.',
    hint: 'Check clientId and clientSecret.',
  },
  invalid_uri: { meaning: 'The redirect address is missing or has a fragment.', hint: 'Check redirectUri.' },
  redirect_uri_mismatch: {
    meaning: 'The redirect address differs from the registered one.',
    hint: 'redirectUri must match the registration letter by letter.',
  },
  invalid_request: {
    meaning: 'Moloni did not understand the request for tokens.',
    hint: 'Check the OAuth options.',
  },
  unsupported_grant_type: {
    meaning: 'Moloni does not support this grant.',
    hint: 'Check the OAuth options.',
  },
  unauthorized_client: {
    meaning: 'This client id may not use this grant.',
    hint: 'Ask Moloni to allow it for your registration.',
  },
  invalid_grant: {
    meaning: 'The login code or refresh token is not valid any more.',
    hint: 'A person has to log in again.',
    needsLogin: true,
  },
  invalid_scope: { meaning: 'The requested scope is not supported.', hint: 'Check the OAuth options.' },
}

/** What refusals whose words nobody documented are taken for. */
const GUESSES: readonly { readonly words: RegExp; readonly code: string }[] = [
  { words: /refresh.?token|\bgrant\b|\bcode\b|\bexpired\b/i, code: 'invalid_grant' },
  { words: /client|secret/i, code: 'invalid_client' },
]

/** A refused grant as an error. `code` is OAuth's word for it when it can be told, else `login_refused`. */
export function grantError(
  error: string,
  description: string | undefined,
  { knownErrors, secrets }: { readonly knownErrors: boolean; readonly secrets: readonly string[] },
): AuthError {
  const words = `${error} ${description ?? ''}`
  const guess = knownErrors ? undefined : GUESSES.find((one) => one.words.test(words))?.code
  const code = Object.hasOwn(KNOWN, error) ? error : guess
  const known = code === undefined ? undefined : KNOWN[code]
  const own = description ?? (Object.hasOwn(KNOWN, error) || knownErrors ? undefined : error)
  const said = own ? ` Moloni says: "${redact(own, secrets)}".` : ''
  return new AuthError(
    `${known?.meaning ?? 'Moloni refused the request for tokens.'}${said}`,
    code ?? 'login_refused',
    {
      hint: known?.hint ?? 'Check the registration at Moloni and the OAuth options.',
      needsLogin: known?.needsLogin ?? false,
    },
  )
}
