import type { SettingsInput } from 'moloni-sdk'
import { open, preview, run, type Session } from './flow.ts'
import type { Office } from './offices/office.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { platforms } from './platforms.ts'
import type { Stage } from './stage.ts'
import type { Door } from './webhooks/door.ts'
import { showWebhooks } from './webhooks/show.ts'
import type { TriggeredScheduler } from './webhooks/triggered-scheduler.ts'
import { planWorkOrders } from './work-orders.ts'

export interface FirstStart {
  readonly session: Omit<Session, 'settings'>
  readonly stage: Stage
  readonly office: Office
  readonly door: Door | undefined
  readonly triggered: TriggeredScheduler
}

/** From the login to the second run, and what webhooks bring. */
export async function firstStart({ stage, office, door, triggered, ...parts }: FirstStart): Promise<{
  readonly connectionId: string
  readonly outcome: Outcome
}> {
  const { platform, emulator, catalogue, telling } = stage
  const { timeZone, imports, exports } = platforms[platform]
  const today = new Date().toLocaleDateString('sv-SE', { timeZone })
  office.addWorkOrders(planWorkOrders(platforms[platform], catalogue, today))
  const session: Session = { ...parts.session, settings: settingsOf(stage, today) }
  const connectionId = await open(session)
  const plan = await preview(session, connectionId)
  const imported = await run(session, connectionId, 'Import', { kinds: Object.keys(imports) })
  const exported = await run(session, connectionId, 'Export', { kinds: exports, plan })
  const before = emulator.requests.length
  const again = await run(session, connectionId, 'Second run')
  const requests = emulator.requests.length - before
  const webhooks =
    telling && door
      ? await showWebhooks({ ...session, connectionId, office, telling, door, triggered })
      : undefined
  const outcome = {
    ...outcomeOf(platform, imported, exported),
    secondRun: { changes: again.changes, requests },
    duplicates: stage.duplicates(),
    ...(webhooks ? { webhooks } : {}),
  }
  return { connectionId, outcome }
}

/** Work of today becomes documents at once; its type says which. */
function settingsOf({ platform, paymentMethods }: Stage, today: string): SettingsInput {
  const { timeZone, exports, words } = platforms[platform]
  const [, ...others] = exports
  const rules = others.map((kind) => ({ typesOfWork: [words.typesOfWork[kind] ?? kind], kind }))
  const payments = { methods: paymentMethods }
  return { timeZone, exports: { startDate: today, firstRun: 'export', rules, payments } }
}
