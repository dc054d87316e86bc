import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Libsql from 'libsql'
import { createPtEmulator, seedInstaller, serve } from 'moloni-sdk/testing'
import { startChild } from '../../scripts/fleet/child.ts'
import { buildPrograms } from '../../scripts/fleet/programs.ts'
import { followLogin } from '../../scripts/start/browser.ts'
import { longLists } from './long-lists.ts'
import { fromReader, type ReaderConfig } from './messages.ts'
import { openEngine } from './open-engine.ts'

export interface ImportFigures {
  /** In Moloni, of each of the two lists. */
  readonly customers: number
  readonly products: number
  /** That the store knows as imported when all is done. */
  readonly imported: number
  /** The last page of products that was asked for before the process was killed, and the first one after. */
  readonly killedAtPage: number
  readonly resumedAtPage: number
  /** Pages of both lists that were asked for by both processes. */
  readonly pages: number
  /** What the larger of the two processes took above what it had before the import. */
  readonly growthMb: number
  readonly seconds: number
}

const TAKE_OVER_MS = 2000
const LOOK_MS = 20

/** Imports two lists of this length, and kills the process halfway through the second one. */
export async function measureImport(length: number, say: (text: string) => void): Promise<ImportFigures> {
  const ends: (() => Promise<unknown>)[] = []
  try {
    const programs = await buildPrograms({ reader: new URL('reader.ts', import.meta.url) })
    ends.unshift(() => programs.remove())
    const folder = await mkdtemp(join(tmpdir(), 'moloni-import-'))
    ends.unshift(() => rm(folder, { recursive: true }))
    const emulator = createPtEmulator()
    const { company_id } = seedInstaller(emulator, { customers: 60, products: 60, users: 1 })
    const lists = longLists(emulator, length)
    const served = await serve(lists)
    ends.unshift(() => served.close())

    const { clientId, clientSecret, redirectUris } = emulator.credentials
    const [redirectUri = ''] = redirectUris
    const place = {
      database: join(folder, 'store.sqlite'),
      moloni: served.url,
      application: { clientId, clientSecret, redirectUri },
      takeOverMs: TAKE_OVER_MS,
    }
    const config = { ...place, connectionId: await joined(place, company_id) }
    const program = programs.path('reader')
    const from = performance.now()
    const productPages = () => lists.asked.filter(({ list }) => list === 'products')

    say('The first process imports')
    const first = startReader(program, config)
    const half = Math.ceil(length / 50 / 2)
    while (productPages().length < half) {
      if (first.hasEnded()) throw new Error(`The first process ended too early: ${first.told.outcome}`)
      await pause(LOOK_MS)
    }
    first.child.process.kill('SIGKILL')
    await first.child.ended
    const before = productPages()

    say('It was killed; the second process goes on')
    const second = startReader(program, config)
    await second.child.ended
    const seconds = Math.round((performance.now() - from) / 1000)
    if (second.told.outcome !== 'complete')
      throw new Error(`The second process ended ${second.told.outcome} (${second.told.problem}).`)
    return {
      customers: length,
      products: length,
      imported: linksIn(place.database),
      killedAtPage: before.at(-1)?.page ?? -1,
      resumedAtPage: productPages()[before.length]?.page ?? -1,
      pages: lists.asked.length,
      growthMb: Math.round(Math.max(first.growthMb(), second.growthMb())),
      seconds,
    }
  } finally {
    for (const end of ends) await end()
  }
}

/** A connection of one company, in the store. */
async function joined(place: Omit<ReaderConfig, 'connectionId'>, companyId: number): Promise<string> {
  const { engine, close } = await openEngine(place)
  const { connectionId, authorizeUrl } = await engine.connect({ platform: 'pt' })
  await engine.completeLogin(await followLogin(authorizeUrl, place.application.redirectUri))
  await engine.selectCompany(connectionId, companyId)
  await close()
  return connectionId
}

function startReader(program: string, config: ReaderConfig) {
  const sizes: number[] = []
  const told = { outcome: 'without a word', problem: '' }
  let ended = false
  const child = startChild(program, config, (text) => {
    const message = fromReader.parse(text)
    if (message.is === 'size') sizes.push(message.rssMb)
    else Object.assign(told, message)
  })
  child.ended.then(() => {
    ended = true
  })
  return {
    child,
    told,
    hasEnded: () => ended,
    growthMb: () => Math.max(...sizes) - (sizes[0] ?? 0),
  }
}

function linksIn(file: string): number {
  const database = new Libsql(file)
  const row: unknown = database
    .prepare("select count(*) as n from moloni_records where collection = 'moloniLink'")
    .get()
  database.close()
  return typeof row === 'object' && row !== null && 'n' in row ? Number(row.n) : 0
}
