import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Platform } from '../../../src/oauth/index.ts'
import { createSyncEngine, memoryHost } from '../../../src/sync/index.ts'
import { serve } from '../../../src/testing/index.ts'
import { restored } from '../../../test/support/store-backup.ts'
import { ACCOUNTS } from '../accounts/index.ts'
import { centsOf } from '../bill.ts'
import { seeded } from '../seeded.ts'
import { workOrderOf } from '../subjects/documents.ts'
import { subjectOf } from '../subjects/index.ts'
import type { Counted } from '../tally.ts'
import { fastClock } from './fast-clock.ts'
import { addJob, fileStore, makeFolders, saveStore, toldOf } from './files.ts'

/** What the report calls these runs. */
export const REAL = { name: 'real', title: 'real processes, killed by the system' } as const

const CONNECTION = 'real'
const START = Date.parse('2026-03-02T09:00:00Z')
/** Times faster than the machine: settle times of minutes pass in seconds. */
const SPEED = 100
/** Requests of an export, and some of the next one. */
const LONGEST = 20
const PATIENCE_MS = 120_000

interface RealOptions {
  readonly platform: Platform
  readonly kills: number
  readonly seed: number
}

/**
 * Real processes that export over real connections to a store of files, each killed by the system at a random moment and
 * followed by another one. A work order for each kill; the last process is left alone.
 */
export async function playReal({ platform, kills, seed }: RealOptions): Promise<Counted[]> {
  const folder = mkdtempSync(join(tmpdir(), 'moloni-crash-'))
  const pace = { origin: Date.now(), start: START, speed: SPEED }
  const clock = fastClock(pace)
  const account = ACCOUNTS[platform](clock)
  const random = seeded(`real/${platform}/${seed}`)
  let onRequest = (): boolean => true
  const served = await serve({
    async fetch(request) {
      if (!onRequest()) throw new TypeError('nobody is there any more')
      return account.fetch(request)
    },
  })

  const start = () =>
    fork(
      fileURLToPath(new URL('./child.ts', import.meta.url)),
      [
        JSON.stringify({
          folder,
          platform,
          connectionId: CONNECTION,
          application: account.application,
          baseUrl: served.url,
          pace,
        }),
      ],
      { execArgv: ['--import', 'tsx'] },
    )

  try {
    makeFolders(folder)
    await connect()
    let next = start()
    for (let kill = 1; kill <= kills; kill++) {
      addJob(folder, workOrderOf(account.bill, keyOf(kill), numberOf(kill)))
      const child = next
      next = start()
      await killed(child)
      await logInIfLost()
    }
    onRequest = () => true
    await ended(next)
    for (let more = 0; more < 3 && (await logInIfLost()); more++) await ended(start())
    return Array.from({ length: kills }, (_, kill) => judged(kill + 1))
  } finally {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  }

  async function engineOn(store: Parameters<typeof createSyncEngine>[0]['store']) {
    const send: typeof fetch = (input, init) => account.fetch(new Request(input, init))
    return createSyncEngine({
      store,
      host: memoryHost(),
      clock,
      fetch: send,
      ...account.engine({ fetch: send, clock }),
    })
  }

  async function connect(): Promise<void> {
    const store = await restored()
    const engine = await engineOn(store)
    const settings = subjectOf('invoice').settings(account)
    const { authorizeUrl } = await engine.connect({ platform, connectionId: CONNECTION, settings })
    await approve(engine, authorizeUrl)
    await engine.selectCompany(CONNECTION, account.companyId)
    saveStore(folder, await store.backup())
  }

  async function approve(engine: ReturnType<typeof createSyncEngine>, authorizeUrl: URL): Promise<void> {
    const page = await account.fetch(new Request(authorizeUrl, { redirect: 'manual' }))
    await engine.completeLogin(page.headers.get('location') ?? '', { connectionId: CONNECTION })
  }

  /** Killed between a refresh and storing it, the login is lost, and a person logs in again. */
  async function logInIfLost(): Promise<boolean> {
    const engine = await engineOn(await fileStore(folder))
    if ((await engine.health(CONNECTION)).login.state === 'ok') return false
    const { authorizeUrl } = await engine.connect({ platform, connectionId: CONNECTION })
    await approve(engine, authorizeUrl)
    return true
  }

  /** Lets a process work, and kills it at a random request or a little later. */
  async function killed(child: ChildProcess): Promise<void> {
    let left = 1 + random.below(LONGEST)
    const handled = random.below(2) === 0
    const delay = random.below(3) === 0 ? random.below(15) : 0
    onRequest = () => {
      left -= 1
      if (left > 0) return true
      if (left === 0) {
        if (delay > 0) setTimeout(() => child.kill('SIGKILL'), delay)
        else child.kill('SIGKILL')
      }
      return handled || delay > 0
    }
    await ended(child)
  }

  function judged(kill: number): Counted {
    const due = centsOf(account.bill.lines)
    const mine = account.documents().filter(({ references }) => references.includes(numberOf(kill)))
    const closed = mine.filter(({ status }) => status === 'closed')
    const told = toldOf(folder, keyOf(kill))
    const known = closed.some(({ id, cents }) => id === told?.documentId && cents === told?.totalCents)
    const verdict = {
      duplicates: Math.max(0, mine.length - 1),
      lost: (told && !known) || mine.length === 0 ? 1 : 0,
      unacknowledged: closed.length > 0 && !told ? 1 : 0,
      wrongTotals: closed.filter(({ cents }) => cents !== due).length,
    }
    const wrong = Object.entries(verdict).flatMap(([name, count]) => (count > 0 ? [`${name}: ${count}`] : []))
    return {
      id: `${platform}:invoice:real:kill=${kill}:seed=${seed}`,
      platform,
      subject: 'invoice',
      fault: REAL.name,
      acknowledged: told !== undefined,
      ...verdict,
      stuck: told === undefined,
      extraDrafts: 0,
      logins: 0,
      stops: [],
      faults: told ? wrong : [...wrong, 'the host was not told'],
    }
  }
}

const keyOf = (kill: number) => `real-${kill}`
const numberOf = (kill: number) => `R-${kill}`

/** Tells a process to begin, and waits until it is gone. */
function ended(child: ChildProcess): Promise<void> {
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(patience)
      resolve()
    })
    child.send('begin')
  })
}
