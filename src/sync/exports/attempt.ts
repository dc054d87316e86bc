import { OutcomeUnknownError } from '../../errors/index.ts'
import { raceSignal, startDeadline } from '../../http/index.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import type { ExportRun } from './export-run.ts'

type Acting = Pick<ExportRun, 'work'>

type Attempt = NonNullable<LedgerRecord['attempt']>

/** A new attempt at a writing call: who, since when, until when. Stored before the call. */
export function newAttempt<Call extends Attempt['call']>(
  run: Acting,
  call: Call,
): { readonly attempt: Attempt & { readonly call: Call }; readonly due: number } {
  const { clock, random, settings } = run.work
  const startedAt = clock.now()
  const deadline = startedAt + settings.exports.callDeadlineMs
  return {
    attempt: { id: random.token(8), call, startedAt, deadline },
    due: deadline + settings.exports.settleMs,
  }
}

/** Makes the call of an attempt and gives it up at the deadline: then its outcome is unknown. */
export async function withinDeadline<T>(
  run: Acting,
  { deadline }: Pick<Attempt, 'deadline'>,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { clock, signal } = run.work
  const limit = startDeadline(clock, Math.max(0, deadline - clock.now()), signal)
  try {
    return await raceSignal(call(limit.signal), limit.signal)
  } catch (error) {
    if (!limit.expired) throw error
    throw new OutcomeUnknownError('Moloni did not answer before the deadline of the call.', { cause: error })
  } finally {
    limit.release()
  }
}
