import { type Company, createOAuth, createSyncEngine, memoryStore, type SettingsInput } from 'moloni-sdk'
import { serve } from 'moloni-sdk/testing'
import { followLogin } from './browser.ts'
import { open, preview, run, type Session } from './flow.ts'
import type { OpenOffice, OutsmartBooks } from './offices/office.ts'
import { type Outcome, outcomeOf, summary } from './outcome.ts'
import { platforms } from './platforms.ts'
import type { Progress } from './progress.ts'
import type { Stage } from './stage.ts'
import { openDoor } from './webhooks/door.ts'
import { showWebhooks } from './webhooks/show.ts'
import { triggeredScheduler } from './webhooks/triggered-scheduler.ts'
import { planWorkOrders } from './work-orders.ts'

export interface Emulated {
  readonly outcome: Outcome
  readonly books: OutsmartBooks | undefined
}

/** The whole main job between an office and an emulated Moloni, over real HTTP on the loopback. */
export async function runEmulated(
  stage: Stage,
  openOffice: OpenOffice,
  progress: Progress,
): Promise<Emulated> {
  const { platform, emulator, application, catalogue, telling } = stage
  const { name, timeZone, imports, exports } = platforms[platform]
  const served = await serve(emulator)
  const door = telling && (await openDoor())
  const store = memoryStore()
  const office = await openOffice(store)
  progress.say(`\nEmulated ${name} on ${served.url}`)
  if (office.place) progress.say(office.place)
  try {
    const today = new Date().toLocaleDateString('sv-SE', { timeZone })
    office.addWorkOrders(planWorkOrders(platforms[platform], catalogue, today))
    const baseUrl = served.url
    const triggered = triggeredScheduler()
    const engine = createSyncEngine({
      store,
      host: office.host,
      scheduler: triggered.scheduler,
      webhookUrl: door?.url,
      oauth: { [platform]: createOAuth({ platform, ...application, baseUrl }) },
      // The loopback needs no sparing.
      clients: { [platform]: { baseUrl, budget: false } },
    })
    const session: Session = {
      platform,
      progress,
      engine,
      settings: settingsOf(stage, today),
      logIn: (address) => followLogin(address, application.redirectUri),
      choose: async (companies) => ownCompany(companies),
    }
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
    const outcome: Outcome = {
      ...outcomeOf(platform, imported, exported),
      secondRun: { changes: again.changes, requests },
      duplicates: stage.duplicates(),
      ...(webhooks ? { webhooks } : {}),
    }
    const books = office.books?.()
    progress.say(`\n${summary(outcome, await engine.problems(connectionId), books)}`)
    return { outcome, books }
  } finally {
    await door?.close()
    await office.close()
    await served.close()
  }
}

/** Work of today becomes documents at once; its type says which. */
function settingsOf({ platform, paymentMethods }: Stage, today: string): SettingsInput {
  const { timeZone, exports, words } = platforms[platform]
  const [, ...others] = exports
  const rules = others.map((kind) => ({ typesOfWork: [words.typesOfWork[kind] ?? kind], kind }))
  const payments = { methods: paymentMethods }
  return { timeZone, exports: { startDate: today, firstRun: 'export', rules, payments } }
}

/** Never the demonstration company, which everybody sees. */
function ownCompany(companies: readonly Company[]): Company {
  const own = companies.find(({ demonstration }) => !demonstration)
  if (!own) throw new Error('This login has no company of its own.')
  return own
}
