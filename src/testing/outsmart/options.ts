import type { EmulatorClock } from '../http/clock.ts'
import { machineClock } from '../http/clock.ts'
import type { OutsmartState } from './state.ts'

/** What a program identifies itself with. Both travel in the query of every request. */
export interface OutsmartCredentials {
  /** Stands for the customer's account. */
  token: string
  /** Stands for the software package. */
  softwareToken: string
}

/** How the emulated OutSmart behaves where the real one is unknown. All optional. */
export interface OutsmartEmulatorOptions {
  clock?: EmulatorClock
  /** Seed of codes in seeded data; default 1. */
  seed?: number
  /** A saved state to go on from. */
  state?: OutsmartState
  /** Replaces parts of the default credentials, which `emulator.credentials` shows. */
  credentials?: Partial<OutsmartCredentials>
  /** Refuse plain http (code 1006); default false, so that it can be served on the loopback. */
  requireHttps?: boolean
  /** Paths that the token may not call (code 1004), for example `invoices`; default none. */
  forbidden?: readonly string[]
  /**
   * What becomes of an array with a bad row: `none` of it is written (default), `before` writes what stands before
   * the bad row, `others` writes every good row and answers their count.
   */
  badRow?: 'none' | 'before' | 'others'
  /** A text that is too long: the write fails (default), or it is cut without a word. */
  tooLong?: 'refuse' | 'cut'
  /** A record that is written again: fields that are not sent stay (default), or become empty. */
  rewrite?: 'merge' | 'replace'
  /** A `WorkorderNo` that is taken already: another work order is made (default), or it is refused. */
  duplicateNumber?: 'insert' | 'refuse'
  /** The `status` in the answer of a read that moves work orders: as it was (default), or as it is then. */
  statusInAnswer?: 'before' | 'after'
  /** A filter on a field that does not exist: everything is answered (default), or it is refused. */
  unknownFilter?: 'ignore' | 'refuse'
  /** How `gt`, `ge`, `lt` and `le` compare: as numbers where both sides are (default), or as texts. */
  comparison?: 'number' | 'text'
  /** A list that holds nothing: `[]` (default) or `null`. */
  emptyList?: 'array' | 'null'
  /** Counts in answers: numbers (default) or texts. */
  counts?: 'number' | 'text'
}

/** The options with every default filled in. */
export type OutsmartBehaviour = Required<Omit<OutsmartEmulatorOptions, 'state' | 'credentials' | 'seed'>>

const defaults: Omit<OutsmartBehaviour, 'clock'> = {
  requireHttps: false,
  forbidden: [],
  badRow: 'none',
  tooLong: 'refuse',
  rewrite: 'merge',
  duplicateNumber: 'insert',
  statusInAnswer: 'before',
  unknownFilter: 'ignore',
  comparison: 'number',
  emptyList: 'array',
  counts: 'number',
}

export function behaviourOf({
  state,
  credentials,
  seed,
  ...options
}: OutsmartEmulatorOptions): OutsmartBehaviour {
  return { ...defaults, ...options, clock: options.clock ?? machineClock }
}

/** The default credentials, with the parts that were given. */
export function credentialsOf({ credentials }: OutsmartEmulatorOptions): OutsmartCredentials {
  return { token: 'account-4b7d2e91', softwareToken: 'software-9c1f60aa', ...credentials }
}
