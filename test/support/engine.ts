import { HttpResponse, http } from 'msw'
import { type SetupServer, setupServer } from 'msw/node'
import type { SettingsInput, WorkOrder } from '../../src/domain/index.ts'
import { createOAuth } from '../../src/oauth/index.ts'
import {
  createSyncEngine,
  type MemoryHost,
  memoryHost,
  memoryStore,
  type Store,
  type SyncEngine,
  type SyncEngineOptions,
} from '../../src/sync/index.ts'
import {
  createPtEmulator,
  mswHandlers,
  type PtEmulator,
  type PtEmulatorOptions,
  seedInstaller,
} from '../../src/testing/index.ts'
import { type FakeClock, fakeClock } from './fake-clock.ts'

export const REDIRECT = 'https://app.example/callback'

/** An emulated Moloni with an installer's data, behind msw on the real host names. */
export interface World {
  readonly emulator: PtEmulator
  readonly clock: FakeClock
  readonly store: Store
  readonly host: MemoryHost
  readonly server: SetupServer
  readonly company: PtEmulator['state']['companies'][number]
  /** Another engine on the same store: what a restart or a second machine is. */
  engine(options?: Partial<SyncEngineOptions>): SyncEngine
  close(): void
}

export interface WorldOptions {
  readonly emulator?: PtEmulatorOptions
  readonly customers?: number
  readonly products?: number
}

export function openWorld({ emulator: how, customers = 12, products = 24 }: WorldOptions = {}): World {
  const clock = fakeClock()
  clock.auto = true
  // What the emulator waits for (late effects, pauses) happens when the test moves the time, never by itself.
  const emulatorClock = {
    now: () => clock.now(),
    sleep: (ms: number, signal?: AbortSignal) => clock.sleep(ms, signal, 'limit'),
  }
  const emulator = createPtEmulator({
    clock: emulatorClock,
    credentials: { redirectUris: [REDIRECT] },
    ...how,
  })
  const company = seedInstaller(emulator, { customers, products, users: 3 })
  const server = setupServer(
    ...mswHandlers(emulator),
    http.all('*', () => HttpResponse.error()),
  )
  server.listen({ onUnhandledRequest: 'error' })
  const store = memoryStore()
  const host = memoryHost()
  const { clientId, clientSecret } = emulator.credentials
  const oauth = { pt: createOAuth({ platform: 'pt', clientId, clientSecret, redirectUri: REDIRECT, clock }) }

  return {
    emulator,
    clock,
    store,
    host,
    server,
    company,
    engine: (options = {}) =>
      createSyncEngine({ store, host, oauth, clock, clients: { pt: { budget: false } }, ...options }),
    close: () => server.close(),
  }
}

/** Logs in as the auto-approving page does and picks the company. */
export async function connected(world: World, settings: SettingsInput = {}, engine = world.engine()) {
  const { connectionId, authorizeUrl } = await engine.connect({ platform: 'pt', settings })
  const page = await fetch(authorizeUrl, { redirect: 'manual' })
  await engine.completeLogin(page.headers.get('location') ?? '')
  await engine.selectCompany(connectionId, world.company.company_id)
  return { engine, id: connectionId }
}

/** Settings under which the first run exports everything. */
export const exportAtOnce: SettingsInput = { exports: { firstRun: 'export', startDate: '2020-01-01' } }

/** A good work order over the seeded data; every field can be replaced. */
export function jobFor(world: World, number: number, patch: Partial<WorkOrder> = {}): WorkOrder {
  const customer = world.company.customers.find(
    ({ address, zip_code, vat }) => address && zip_code && vat !== '999999990',
  )
  const product = world.company.products.find(
    ({ taxes, unit_id }) => Array.isArray(taxes) && taxes.length > 0 && unit_id,
  )
  return {
    key: `wo-${number}`,
    number: `W${number}`,
    status: 'complete',
    finished: true,
    customer: { debtorNumber: String(customer?.number), name: String(customer?.name) },
    workDate: '2026-03-01',
    description: `Job ${number}`,
    materials: [
      { code: String(product?.reference), name: String(product?.name), quantity: 2, unitPrice: 10.5 },
    ],
    workPeriods: [],
    ...patch,
  }
}

/** The living invoices in the emulator that carry a reference. */
export const invoicesOf = (world: World) => world.company.documents.filter(({ status }) => status !== 2)
