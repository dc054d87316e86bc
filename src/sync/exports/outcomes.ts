import type { Issue } from '../../domain/index.ts'
import { isError, isMoloniError, loginIsLost } from '../../errors/index.ts'
import type { ExportState } from '../records/ledger.ts'
import { type ExportRun, type LedgerEntry, transition } from './export-run.ts'
import { waitsOf } from './waits.ts'

const FIRST_PAUSE = 60_000
const LONGEST_PAUSE = 6 * 60 * 60_000
/** A blocked work order is looked at again after this time, whatever it waits for. */
const LOOK_AGAIN = 24 * 60 * 60_000
/** Sooner where something of the host could not be made in Moloni: nobody tells when it is mended there. */
const LOOK_AT_HOST = 60 * 60_000

export type Stepped = Promise<LedgerEntry | undefined>

/** The pause before the next try, ms: doubling from a minute to six hours. */
export function pauseAfter(tries: number): number {
  return Math.min(FIRST_PAUSE * 2 ** Math.max(0, tries - 1), LONGEST_PAUSE)
}

interface BlockOptions {
  /** The billed relation: when it changes, the work order is free. */
  readonly debtorNumber?: string | undefined
  /** Where a retry goes on; with a document, always at the draft. */
  readonly resume?: ExportState
  /** What could not be made in Moloni. */
  readonly missing?: readonly unknown[]
}

/** Stops the work order until a person or a change frees it. */
export async function block(
  run: ExportRun,
  entry: LedgerEntry,
  issues: readonly Issue[],
  { debtorNumber, resume = 'planned', missing = [] }: BlockOptions = {},
): Stepped {
  return transition(run, entry, {
    state: 'blocked',
    resume: entry.value.documentId === undefined ? resume : 'draft',
    issues: [...issues],
    waitsFor: await waitsOf(run.work, issues, debtorNumber),
    due: run.work.clock.now() + (missing.length > 0 ? LOOK_AT_HOST : LOOK_AGAIN),
  })
}

/**
 * Puts the work order off after a passing failure; after too many it is blocked. `code` says what failed
 * where there is no error to say it.
 */
export async function fail(
  run: ExportRun,
  entry: LedgerEntry,
  error: unknown,
  resume: ExportState,
  code: string = isMoloniError(error) ? error.code : 'unexpected',
): Stepped {
  const tries = entry.value.tries + 1
  const details = { tries, cause: code }
  if (tries >= run.work.settings.exports.maxTries) {
    return block(run, entry, [{ code: 'gave_up', severity: 'error', details }], { resume })
  }
  run.work.logger.warn('export failed, will be tried again', { ...details, key: entry.key })
  return transition(run, entry, {
    state: 'failed',
    resume,
    tries,
    due: run.work.clock.now() + pauseAfter(tries),
    issues: [{ code: 'waiting_to_retry', severity: 'warning', details }],
  })
}

/** Whether the same call may succeed later without a change of the work order. */
export const isPassing = (error: unknown) =>
  isMoloniError(error) && (error.retryable || error.code === 'access_refused')

/**
 * Errors that end the whole run: a person has to log in, the account cannot be read, or the run was told to stop. A login
 * that lacks one function says nothing about the other work orders.
 */
export function endsRun(run: ExportRun, error: unknown): boolean {
  return run.work.signal?.aborted === true || loginIsLost(error) || error === run.stoppedBy
}

/** Moloni's refusal of a document, as issues. */
export function refusalIssues(error: unknown): Issue[] {
  const refused = { code: 'refused_by_moloni', severity: 'error' as const }
  if (isError(error, 'ValidationError') && error.fields.length > 0) {
    return error.fields.map(({ path, message, code }) => ({
      ...refused,
      ...(path === '' ? {} : { field: path }),
      details: { rule: message, check: code },
    }))
  }
  return [{ ...refused, details: { rule: isMoloniError(error) ? error.message : 'an unknown reason' } }]
}
