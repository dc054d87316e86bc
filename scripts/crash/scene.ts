import { createSyncEngine, type SyncEngine } from '../../src/sync/index.ts'
import type { FaultPlan } from '../../src/testing/index.ts'
import { type FakeClock, fakeClock } from '../../test/support/fake-clock.ts'
import type { Mortal } from '../../test/support/mortal.ts'
import { type BackedUpStore, type Backup, restored } from '../../test/support/store-backup.ts'
import { withoutLeases } from '../../test/support/without-leases.ts'
import type { Account } from './account.ts'
import { breakable } from './hanging.ts'
import type { HostSide, HostWorld } from './host-side.ts'
import { type Seeded, seeded } from './seeded.ts'
import type { Twin, TwinPorts } from './twin.ts'

/** One world: a Moloni, a host and a store, which outlive every process. */
export interface Scene {
  readonly account: Account
  readonly clock: FakeClock
  readonly host: HostSide
  /** Changes when a backup is put in its place. */
  store: BackedUpStore
  readonly id: string
  readonly random: Seeded
  /** Documents that a person made, or deleted: they are no business of the engine. */
  readonly byPerson: Set<number>
  /** What somebody saw go wrong on the way, for example an acknowledgement without a document. */
  readonly wrongs: string[]
  /** Called with each work order that the host is told of, and its document. */
  onTold: HostWorld['onTold']
  /** What a request is called: the host's own ones begin with its name. */
  label(request: Request): Promise<string>
  /** Plans trouble with requests that are called so. */
  plan(trouble: FaultPlan & { readonly on: string }): void
  /** A process that has just started: it knows nothing but store, host and Moloni. */
  engine(process?: Mortal): SyncEngine
}

export interface SceneOptions {
  readonly account: Account
  readonly saved: string
  readonly backup: Backup
  readonly host: (world: HostWorld) => HostSide | Promise<HostSide>
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
  const { account, saved, backup, now, id, seed, hangs = false, leaseless = false, twin } = options
  const clock = fakeClock(now)
  clock.auto = true
  account.restore(saved, clock)
  const host = await options.host({
    clock,
    onTold(key, document) {
      scene.onTold(key, document)
    },
  })
  const random = seeded(seed)
  const answer = (request: Request) => (host.web?.answers(request) ? host.web : account).fetch(request)
  const fetch = hangs ? breakable(answer, clock) : answer
  let started = 0

  const scene: Scene = {
    account,
    clock,
    id,
    random,
    host,
    store: await restored(backup),
    byPerson: new Set(),
    wrongs: [],
    onTold: () => {},
    label: async (request) =>
      host.web?.answers(request) ? `${host.name}/${host.web.path(request)}` : account.label(request),
    plan({ on, ...trouble }) {
      const own = `${host.name}/`
      if (host.web && on.startsWith(own)) host.web.faults.plan({ on: on.slice(own.length), ...trouble })
      else account.faults.plan({ on, ...trouble })
    },
    engine(process) {
      const kept = leaseless ? withoutLeases(scene.store) : scene.store
      const time = process?.clock(clock) ?? clock
      const send: typeof globalThis.fetch =
        process?.fetch(fetch) ?? ((input, init) => fetch(new Request(input, init)))
      const store = process?.store(kept) ?? kept
      const own: TwinPorts = {
        store,
        fetch: send,
        host: host.host({ store, fetch: send, clock: time, process }),
      }
      const ports = twin?.(own, scene) ?? own
      started += 1
      return createSyncEngine({
        ...ports,
        clock: time,
        random: seeded(`${seed}/${started}`),
        ...account.engine({ fetch: ports.fetch, clock: time }),
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
