import type { Session } from '../flow.ts'
import type { Office } from '../offices/office.ts'
import type { Telling } from '../stage.ts'
import type { Door } from './door.ts'
import type { TriggeredScheduler } from './triggered-scheduler.ts'

/** A connection whose host can be told of changes. */
export interface Listening extends Pick<Session, 'platform' | 'engine' | 'progress'> {
  readonly connectionId: string
  readonly office: Office
  readonly telling: Telling
  readonly door: Door
  readonly triggered: TriggeredScheduler
}

/** Until all deliveries have arrived and all that they triggered has run. */
export async function quiet({ telling, triggered }: Listening): Promise<void> {
  await telling.emulator.hooks.settled()
  await triggered.settled()
}
