import type { Faults } from './faults.ts'
import type { LoggedRequest } from './request-log.ts'

/** What every emulator offers, and what `serve` and `mswHandlers` need of one. */
export interface Emulator<State = unknown> {
  /** Answers a request as the real service would. A cut connection rejects; `request.signal` is honoured. */
  fetch(request: Request): Promise<Response>
  /** Everything the emulated service remembers: plain data, may be read, changed and saved as JSON. */
  readonly state: State
  /** Trouble on demand. */
  readonly faults: Faults
  /** Every request so far, without secrets. */
  readonly requests: readonly LoggedRequest[]
  /** Real addresses that this emulator stands for, for example `https://api.moloni.pt`. */
  readonly origins: readonly string[]
}
