import { AuthError, UsageError } from '../errors/index.ts'
import type { TokenSource } from './token-source.ts'

/**
 * A token that never changes: for tests and tokens that somebody else keeps fresh. When Moloni refuses it,
 * calls end with `AuthError` `access_refused`. It cannot be saved to, and clearing it does nothing.
 */
export function staticToken(value: string): TokenSource {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new UsageError('The token is missing.', { code: 'missing_option', hint: 'Give it as text.' })
  }
  return {
    async get({ signal, rejected } = {}) {
      signal?.throwIfAborted()
      if (rejected !== value) return value
      throw new AuthError('Moloni refused this access token, or what it may do.', 'access_refused', {
        hint: 'Check that it is alive and may use this company; createTokenSource keeps a login alive by itself.',
        needsLogin: true,
      })
    },
    async save() {
      throw new UsageError('A fixed token cannot be replaced.', { hint: 'Use createTokenSource.' })
    },
    status: async () => ({ state: 'ok' }),
    async clear() {},
  }
}
