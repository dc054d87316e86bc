import { logInAgain, preview, run, type Session } from './flow.ts'
import type { Outcome } from './outcome.ts'
import type { Stage } from './stage.ts'
import type { Kept } from './state/folder.ts'

export interface LaterStart {
  readonly session: Omit<Session, 'settings'>
  readonly stage: Stage
  readonly kept: Kept
}

/** Everything is as the start before has left it: one run, which has nothing to do. */
export async function laterStart({ session, stage, kept }: LaterStart): Promise<{
  readonly connectionId: string
  readonly outcome: Outcome
}> {
  const { connectionId } = kept
  const { engine, progress } = session
  const { connection, login } = await engine.health(connectionId)
  progress.say(`Company: ${connection.companyName} (${connection.companyId}), as a start before has left it`)
  if (login.state !== 'ok') await logInAgain(session, connectionId)
  await preview(session, connectionId)
  const before = stage.emulator.requests.length
  const { changes } = await run(session, connectionId, 'Run')
  const requests = stage.emulator.requests.length - before
  if (changes === 0)
    progress.say('  Nothing to do: what follows is from the first start. npm start -- --fresh begins anew.')
  return {
    connectionId,
    outcome: {
      ...kept.outcome,
      secondRun: { changes, requests },
      duplicates: stage.duplicates(),
      resumed: true,
    },
  }
}
