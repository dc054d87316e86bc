import { join } from 'node:path'
import { type Company, createOAuth, createSyncEngine, type Platform } from 'moloni-sdk'
import { serve } from 'moloni-sdk/testing'
import { followLogin } from './browser.ts'
import { firstStart } from './first-start.ts'
import { laterStart } from './later-start.ts'
import { type OfficeName, offices } from './offices/index.ts'
import type { OutsmartBooks } from './offices/office.ts'
import { type Outcome, summary } from './outcome.ts'
import { platforms } from './platforms.ts'
import type { Progress } from './progress.ts'
import { stages } from './stages/index.ts'
import { openFolder } from './state/folder.ts'
import { openDoor } from './webhooks/door.ts'
import { triggeredScheduler } from './webhooks/triggered-scheduler.ts'

export interface Emulated {
  readonly outcome: Outcome
  readonly books: OutsmartBooks | undefined
}

export interface EmulatedOptions {
  readonly platform: Platform
  readonly host: OfficeName
  /** Where the state of all of them is kept. */
  readonly folder: string
}

/** The whole main job between an office and an emulated Moloni, over real HTTP on the loopback. */
export async function runEmulated(options: EmulatedOptions, progress: Progress): Promise<Emulated> {
  const { platform, host } = options
  const folder = await openFolder(join(options.folder, host, platform))
  const { kept, store } = folder
  const stage = stages[platform](kept?.moloni)
  const { application, telling } = stage
  const served = await serve(stage.emulator)
  const door = !kept && telling ? await openDoor() : undefined
  const office = await offices[host](store, kept?.office)
  progress.say(`\nEmulated ${platforms[platform].name} on ${served.url}`)
  if (office.place) progress.say(office.place)
  try {
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
    const session = {
      platform,
      progress,
      engine,
      logIn: (address: URL) => followLogin(address, application.redirectUri),
      choose: async (companies: readonly Company[]) => ownCompany(companies),
    }
    const { connectionId, outcome } = kept
      ? await laterStart({ session, stage, kept })
      : await firstStart({ session, stage, office, door, triggered })
    await folder.keep({ connectionId, outcome, moloni: stage.save(), office: office.save() })
    const books = office.books?.()
    progress.say(`\n${summary(outcome, await engine.problems(connectionId), books)}`)
    return { outcome, books }
  } finally {
    await door?.close()
    await office.close()
    await served.close()
    await folder.close()
  }
}

/** Never the demonstration company, which everybody sees. */
function ownCompany(companies: readonly Company[]): Company {
  const own = companies.find(({ demonstration }) => !demonstration)
  if (!own) throw new Error('This login has no company of its own.')
  return own
}
