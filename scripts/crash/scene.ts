import { createSyncEngine, type MemoryHost, memoryHost, type SyncEngine } from '../../src/sync/index.ts'
import { type FakeClock, fakeClock } from '../../test/support/fake-clock.ts'
import type { Mortal } from '../../test/support/mortal.ts'
import { type BackedUpStore, type Backup, restored } from '../../test/support/store-backup.ts'
import { withoutLeases } from '../../test/support/without-leases.ts'
import type { Account } from './account.ts'
import { breakable } from './hanging.ts'
import { type Held, holding } from './held.ts'
import { type Seeded, seeded } from './seeded.ts'
import type { Twin, TwinPorts } from './twin.ts'

/** One world: a Moloni, a host and a store, which outlive every process. */
export interface Scene {
  readonly account: Account
  readonly clock: FakeClock
  readonly host: MemoryHost
  /** Changes when a backup is put in its place. */
  store: BackedUpStore
  readonly id: string
  readonly random: Seeded
  /** Documents that a person made, or deleted: they are no business of the engine. */
  readonly byPerson: Set<number>
  /** What somebody saw go wrong on the way, for example an acknowledgement without a document. */
  readonly wrongs: string[]
  /** Called with each document that the host is told of. */
  onAcknowledged: (workOrderKey: string, documentId: number) => void
  /** A process that has just started: it knows nothing but store, host and Moloni. */
  engine(process?: Mortal): SyncEngine
}

export interface SceneOptions {
  readonly account: Account
  readonly saved: string
  readonly backup: Backup
  /** What the host holds already. */
  readonly held?: Held | undefined
  readonly now: number
  readonly id: string
  readonly seed: string
  /** Requests may hang: then the time passes until somebody gives up. */
  readonly hangs?: boolean
  /** Leases are not kept. */
  readonly leaseless?: boolean
  readonly twin?: Twin | undefined
}

export async function openScene(options: SceneOptions): Promise<Scene> {
  const { account, saved, backup, held, now, id, seed, hangs = false, leaseless = false, twin } = options
  const clock = fakeClock(now)
  clock.auto = true
  account.restore(saved, clock)
  const memory = memoryHost()
  await holding(memory, held)
  const random = seeded(seed)
  const fetch = hangs ? breakable((request) => account.fetch(request), clock) : account.fetch.bind(account)
  let started = 0

  const scene: Scene = {
    account,
    clock,
    id,
    random,
    host: {
      ...memory,
      workOrders: {
        ...memory.workOrders,
        async acknowledge(workOrder, document, ...more) {
          scene.onAcknowledged(workOrder.key, document.documentId)
          await memory.workOrders.acknowledge(workOrder, document, ...more)
        },
      },
    },
    store: await restored(backup),
    byPerson: new Set(),
    wrongs: [],
    onAcknowledged: () => {},
    engine(process) {
      const kept = leaseless ? withoutLeases(scene.store) : scene.store
      const ports: TwinPorts = process
        ? {
            store: process.store(kept),
            host: process.host(scene.host),
            fetch: process.fetch(fetch),
          }
        : {
            store: kept,
            host: scene.host,
            fetch: (input, init) => fetch(new Request(input, init)),
          }
      const { store, host, fetch: send } = twin?.(ports, scene) ?? ports
      const time = process?.clock(clock) ?? clock
      started += 1
      return createSyncEngine({
        store,
        host,
        fetch: send,
        clock: time,
        random: seeded(`${seed}/${started}`),
        ...account.engine({ fetch: send, clock: time }),
      })
    },
  }
  return scene
}

/** Logs in as a person does, with the page that approves at once. */
export async function logIn(scene: Scene, engine: SyncEngine, authorizeUrl: URL): Promise<void> {
  const page = await scene.account.fetch(new Request(authorizeUrl, { redirect: 'manual' }))
  await engine.completeLogin(page.headers.get('location') ?? '', { connectionId: scene.id })
}
