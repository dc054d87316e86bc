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
  createEsEmulator,
  type EsCompanyState,
  type EsEmulator,
  type EsEmulatorOptions,
  mswHandlers,
  seedEsInstaller,
} from '../../src/testing/index.ts'
import { type FakeClock, fakeClock } from './fake-clock.ts'

const REDIRECT = 'https://app.example/callback'
export const WEBHOOKS = 'https://app.example/moloni/hooks'

/** An emulated Moloni Spain or Moloni ON with an installer's data, behind msw on the real host names. */
export interface EsWorld {
  readonly platform: 'es' | 'on'
  readonly emulator: EsEmulator
  readonly clock: FakeClock
  readonly store: Store
  readonly host: MemoryHost
  readonly server: SetupServer
  readonly company: EsCompanyState
  /** Who answers under {@link WEBHOOKS}; nobody at first. */
  receiver: (request: Request) => Promise<Response>
  /** Another engine on the same store: what a restart or a second machine is. */
  engine(options?: Partial<SyncEngineOptions>): SyncEngine
  close(): void
}

export interface EsWorldOptions {
  readonly platform?: 'es' | 'on'
  readonly emulator?: EsEmulatorOptions
  readonly customers?: number
  readonly products?: number
}

export function openEsWorld(options: EsWorldOptions = {}): EsWorld {
  const { platform = 'es', customers = 12, products = 24 } = options
  const clock = fakeClock()
  clock.auto = true
  const world = { receiver: async (_request: Request) => new Response(null, { status: 404 }) }
  const emulator = createEsEmulator({
    platform,
    clock: {
      now: () => clock.now(),
      sleep: (ms: number, signal?: AbortSignal) => clock.sleep(ms, signal, 'limit'),
    },
    credentials: { redirectUris: [REDIRECT] },
    ...options.emulator,
    hooks: { fetch: (request) => world.receiver(request), ...options.emulator?.hooks },
  })
  const company = seedEsInstaller(emulator, { customers, products })
  const server = setupServer(
    ...mswHandlers(emulator),
    http.all('*', () => HttpResponse.error()),
  )
  server.listen({ onUnhandledRequest: 'error' })
  const store = memoryStore()
  const host = memoryHost()
  const { clientId, clientSecret } = emulator.credentials
  const oauth = {
    [platform]: createOAuth({ platform, clientId, clientSecret, redirectUri: REDIRECT, clock }),
  }

  return Object.assign(world, {
    platform,
    emulator,
    clock,
    store,
    host,
    server,
    company,
    engine: (own: Partial<SyncEngineOptions> = {}) =>
      createSyncEngine({ store, host, oauth, clock, clients: { [platform]: { budget: false } }, ...own }),
    close: () => server.close(),
  })
}

/** Logs in as the auto-approving page does and picks the company. */
export async function connectedEs(
  world: EsWorld,
  settings: SettingsInput = {},
  engine: SyncEngine = world.engine(),
) {
  const { connectionId, authorizeUrl } = await engine.connect({ platform: world.platform, settings })
  const page = await fetch(authorizeUrl, { redirect: 'manual' })
  await engine.completeLogin(page.headers.get('location') ?? '', { connectionId })
  await engine.selectCompany(connectionId, world.company.companyId)
  return { engine, id: connectionId }
}

/** A good work order over the seeded data; every field can be replaced. */
export function esJob(world: EsWorld, number: number, patch: Partial<WorkOrder> = {}): WorkOrder {
  const { customers, products } = world.company
  const home = world.platform === 'es' ? 70 : 1
  const customer = customers.find(({ countryId, vat }) => countryId === home && vat && vat !== '999999990')
  const product = products.find(
    ({ taxes, visible }) => visible === 1 && Array.isArray(taxes) && taxes.length > 0,
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

/** The living documents in the emulator. */
export const livingDocuments = (world: EsWorld) =>
  world.company.documents.filter(({ nullified }) => nullified !== true)
