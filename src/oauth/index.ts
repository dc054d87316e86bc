export { type Callback, parseCallback } from './callback.ts'
export { createOAuth, type OAuth, type OAuthOptions } from './oauth.ts'
export type { Platform } from './platforms.ts'
export { staticToken } from './static-token.ts'
export type { TokenSet } from './token-set.ts'
export {
  createTokenSource,
  type TokenRequest,
  type TokenSource,
  type TokenSourceOptions,
  type TokenStatus,
} from './token-source.ts'
