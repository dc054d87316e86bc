import { bullmqScheduler } from 'moloni-sdk/bullmq'
import { seeded } from '../crash/seeded.ts'
import { platforms } from '../start/platforms.ts'
import type { Progress } from '../start/progress.ts'
import { countingStore, noCalls } from './counting-store.ts'
import { type Crew, startCrew } from './crew.ts'
import { each } from './each.ts'
import { startEmulation } from './emulation.ts'
import { openEngine } from './engine.ts'
import { balanceOf, type Figures } from './figures.ts'
import { type IdleFigures, measureIdle } from './idle.ts'
import { type Jobs, jobsOf } from './jobs.ts'
import { connectionIdOf, join } from './join.ts'
import { openOffice } from './office/office.ts'
import type { Options } from './options.ts'
import { buildPrograms } from './programs.ts'
import { openPlace, type PlaceSize } from './servers.ts'
import { work } from './work.ts'

/** Short, so that a run of this program does not spend its time waiting for the dead. */
const TAKE_OVER_MS = 5_000
const SETTLE_MS = 2_000
const CONCURRENCY = 5

export interface Outcome {
  readonly figures: Figures
  readonly seconds: number
  readonly idle: IdleFigures
  readonly size: PlaceSize
  readonly troubles: ReadonlyMap<string, number>
}

/** The whole fleet, from the login of each company to the balance of the books. */
export async function runFleet(options: Options, progress: Progress): Promise<Outcome> {
  const { platform, connections, workers, rows, seed } = options
  const ends: (() => Promise<unknown>)[] = []
  let crew: Crew | undefined
  try {
    const place = await openPlace()
    ends.unshift(() => place.end())
    const office = await openOffice()
    ends.unshift(() => office.close())
    progress.say(`Setting up ${connections} companies of ${platforms[platform].name}`)
    const programs = await buildPrograms({
      moloni: new URL('moloni.ts', import.meta.url),
      worker: new URL('worker.ts', import.meta.url),
    })
    ends.unshift(() => programs.remove())
    const moloni = await startEmulation(programs.path('moloni'), { platform, connections, rows })
    ends.unshift(() => moloni.close())

    const config = {
      platform,
      database: place.database,
      table: place.table,
      moloni: moloni.url,
      office: office.url,
      application: moloni.application,
      takeOverMs: TAKE_OVER_MS,
    }
    const calls = noCalls()
    const own = openEngine(config, { pool: 8, around: (store) => countingStore(store, calls) })
    ends.unshift(() => own.close())
    await own.migrate()

    const { timeZone } = platforms[platform]
    const today = new Date().toLocaleDateString('sv-SE', { timeZone })
    const exports = { startDate: today, firstRun: 'export', settleMs: SETTLE_MS } as const
    const jobs = new Map<number, Jobs>()
    await each(moloni.logins, 8, async (login, index) => {
      const planned = jobsOf(platform, index, moloni.catalogue, today)
      jobs.set(login.companyId, planned)
      office.open(connectionIdOf(login), planned.workOrders)
      await join(own.engine, moloni, login, { platform, settings: { timeZone, exports } })
      progress.show({ part: 'companies', done: jobs.size, total: connections })
    })

    const ids = moloni.logins.map(connectionIdOf)
    const intervalMs = Math.min(120_000, Math.max(5_000, connections * 200))
    const queue = { redis: place.redis, prefix: place.prefix }
    const random = seeded(`fleet ${seed}`)
    const from = performance.now()
    crew = startCrew({
      program: programs.path('worker'),
      size: workers,
      config: { ...config, ...queue, intervalMs, concurrency: CONCURRENCY },
      random,
    })
    await triggerAll(queue, ids)
    const expected = [...jobs.values()].reduce((sum, it) => sum + it.expected.length, 0)
    const total = { records: connections * rows * 2, documents: expected }
    await work({ crew, office, total, options, random, progress })
    const seconds = (performance.now() - from) / 1000
    const size = await place.size()
    await crew.stop()
    crew.check()

    progress.say('The workers have stopped. Measuring runs that find nothing to do.')
    const idle = await measureIdle(own, moloni, ids, calls)
    const { told } = crew
    return {
      figures: {
        connections,
        workers,
        kills: told.kills,
        ...balanceOf(await moloni.books(), office, jobs),
        syncsPerSecond: rounded(told.runs / seconds),
        idleRequestsPerSync: rounded(idle.requestsPerSync),
        rssPerWorkerMb: Math.round(told.peakRssMb),
      },
      seconds,
      idle,
      size,
      troubles: told.troubles,
    }
  } finally {
    crew?.drop()
    for (const end of ends) await end()
  }
}

/** All companies are due at once, as after an outage. */
async function triggerAll(
  { redis, prefix }: { readonly redis: string; readonly prefix: string },
  ids: readonly string[],
): Promise<void> {
  const scheduler = bullmqScheduler({ connection: { url: redis }, prefix })
  await each(ids, 16, (id) => scheduler.trigger(id, 'fleet'))
  await scheduler.close()
}

export const rounded = (value: number) => Math.round(value * 100) / 100
