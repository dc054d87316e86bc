/** A pair of tokens as one grant gives it. Both are secrets. */
export interface TokenSet {
  readonly accessToken: string
  /** Works once: each refresh gives another one. */
  readonly refreshToken: string
  /** Epoch milliseconds. */
  readonly accessExpiresAt: number
  /** Epoch milliseconds. */
  readonly refreshExpiresAt: number
}
