import { isError } from '../errors/index.ts'
import type { Clock } from '../internal/clock.ts'
import { sha256 } from '../internal/hash.ts'
import type { Random } from '../internal/random.ts'
import type { OAuth } from './oauth.ts'
import { needsLogin, type TokenRecord } from './token-record.ts'
import type { TokenSet } from './token-set.ts'
import type { Shelved, TokenShelf } from './token-shelf.ts'

const POLL_MS = 200
const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 5 * 60_000

export interface FlightParts {
  readonly oauth: OAuth
  readonly shelf: TokenShelf
  readonly clock: Clock
  readonly random: Random
  /** How long one process may hold the claim; longer than a grant can take. */
  readonly claimMs: number
}

/** A pair that Moloni gave and that is not in the store yet. */
interface Unsaved {
  readonly granted: TokenSet
  readonly spent: TokenSet
}

/** After a grant that failed without a verdict: until when (ms) nobody asks again, and what to say meanwhile. */
interface Pause {
  readonly until: number
  readonly tries: number
  readonly error: unknown
}

/** Gets a usable pair into the store and returns it: at most one grant per expiry across all processes. */
export type Refresh = (usable: (tokens: TokenSet) => boolean) => Promise<TokenSet>

export function refreshFlight({ oauth, shelf, clock, random, claimMs }: FlightParts): Refresh {
  let unsaved: Unsaved | undefined
  let pause: Pause | undefined

  function backOff(error: unknown): void {
    const tries = (pause?.tries ?? 0) + 1
    const asked = isError(error, 'RateLimitError') ? (error.retryAfterMs ?? 0) : 0
    const wait = Math.max(asked, Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE))
    pause = { until: clock.now() + wait, tries, error }
  }

  const isHeld = (record: TokenRecord) => record.claim !== undefined && record.claim.until > clock.now()

  async function present(): Promise<Shelved> {
    const seen = await shelf.read()
    if (!seen) throw needsLogin('There is no login.')
    return seen
  }

  /** Puts the pair in the place of the one that it spent; any other pair there came later and stays. */
  async function save(pair: Unsaved): Promise<void> {
    unsaved = pair
    for (;;) {
      const { record, version } = await present()
      if (record.tokens.refreshToken !== pair.spent.refreshToken) break
      if (await shelf.replace(version, { tokens: pair.granted })) break
    }
    unsaved = undefined
  }

  /** Moloni refused the refresh token: believed only when nobody else is at work and no other pair is there. */
  async function judge(spent: TokenSet, owner: string, refusal: Error & { code: string }): Promise<void> {
    for (;;) {
      const { record, version } = await present()
      if (record.tokens.refreshToken !== spent.refreshToken) return
      if (isHeld(record) && record.claim?.owner !== owner) {
        await clock.sleep(POLL_MS)
        continue
      }
      const mark = { judged: await sha256(spent.refreshToken), at: clock.now(), reason: refusal.code }
      if (await shelf.replace(version, { tokens: record.tokens, needsLogin: mark })) {
        throw needsLogin('Moloni does not accept this login any more.', refusal)
      }
    }
  }

  async function release(owner: string): Promise<void> {
    const seen = await shelf.read()
    if (seen?.record.claim?.owner !== owner) return
    const { claim, ...rest } = seen.record
    await shelf.replace(seen.version, rest)
  }

  async function grant(spent: TokenSet, owner: string): Promise<void> {
    let granted: TokenSet
    try {
      granted = await oauth.refresh(spent.refreshToken)
    } catch (error) {
      if (isError(error, 'AuthError') && error.needsLogin) return judge(spent, owner, error)
      // Nobody knows what happened. The claim that cannot be given back runs out by itself.
      await release(owner).catch(() => {})
      backOff(error)
      throw error
    }
    pause = undefined
    await save({ granted, spent })
  }

  return async (usable) => {
    if (unsaved) await save(unsaved)
    for (;;) {
      const { record, version } = await present()
      if (usable(record.tokens)) return record.tokens
      if (record.needsLogin?.judged === (await sha256(record.tokens.refreshToken))) {
        throw needsLogin('Moloni did not accept this login any more.')
      }
      if (isHeld(record)) {
        await clock.sleep(POLL_MS)
        continue
      }
      if (pause && pause.until > clock.now()) throw pause.error
      const owner = random.token(16)
      const claim = { owner, until: clock.now() + claimMs }
      if (!(await shelf.replace(version, { tokens: record.tokens, claim }))) continue
      await grant(record.tokens, owner)
      const { tokens } = (await present()).record
      // However short its life, a pair that was just granted is used: asking again would not make it longer.
      if (tokens.refreshToken !== record.tokens.refreshToken) return tokens
    }
  }
}
