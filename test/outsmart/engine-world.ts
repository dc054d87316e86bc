import {
  createOutsmartClient,
  type OutsmartSettingsInput,
  outsmartHost,
} from '../../src/adapters/outsmart/index.ts'
import type { SettingsInput } from '../../src/domain/index.ts'
import { createOAuth } from '../../src/oauth/index.ts'
import { createSyncEngine, memoryStore, type Store, type SyncEngine } from '../../src/sync/index.ts'
import {
  createOutsmartEmulator,
  createPtEmulator,
  type OutsmartEmulator,
  type OutsmartEmulatorOptions,
  type OutsmartWorkOrderRow,
  type PtEmulator,
  seedInstaller,
  seedOutsmartBasics,
  serve,
} from '../../src/testing/index.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'
import { patient } from './support.ts'

const REDIRECT = 'https://app.example/callback'

/** OutSmart, the engine and Moloni, all over real HTTP on the loopback. */
export interface EngineWorld {
  readonly outsmart: OutsmartEmulator
  readonly moloni: PtEmulator
  readonly company: PtEmulator['state']['companies'][string]
  readonly store: Store
  readonly clock: FakeClock
  readonly engine: SyncEngine
  /** Another engine and another host on the same store: what a restart is. */
  restart(): SyncEngine
  connect(settings?: SettingsInput): Promise<string>
  close(): Promise<void>
}

export interface EngineWorldOptions {
  readonly outsmart?: OutsmartEmulatorOptions
  readonly host?: OutsmartSettingsInput
  /** Customers and products in Moloni; default few, for tests that need one of each. */
  readonly size?: { readonly customers: number; readonly products: number }
}

export async function engineWorld(options: EngineWorldOptions = {}): Promise<EngineWorld> {
  const clock = fakeClock()
  clock.auto = true
  const moloni = createPtEmulator({ clock: patient(clock), credentials: { redirectUris: [REDIRECT] } })
  const company = seedInstaller(moloni, { customers: 8, products: 12, users: 2, ...options.size })
  const outsmart = createOutsmartEmulator({ clock: patient(clock), ...options.outsmart })
  seedOutsmartBasics(outsmart)
  const [ptServer, outsmartServer] = await Promise.all([serve(moloni), serve(outsmart)])
  const store = memoryStore()
  const { clientId, clientSecret } = moloni.credentials
  const baseUrl = ptServer.url
  const application = { clientId, clientSecret, redirectUri: REDIRECT, baseUrl, clock }

  function start(): SyncEngine {
    const client = createOutsmartClient({
      ...outsmart.credentials,
      baseUrl: outsmartServer.url,
      budget: false,
      clock,
    })
    return createSyncEngine({
      store,
      host: outsmartHost({ client, store, clock, ...(options.host ? { settings: options.host } : {}) }),
      oauth: { pt: createOAuth({ platform: 'pt', ...application }) },
      clients: { pt: { baseUrl, budget: false } },
      clock,
    })
  }

  const engine = start()
  return {
    outsmart,
    moloni,
    company,
    store,
    clock,
    engine,
    restart: start,
    async connect(settings = {}) {
      const { connectionId, authorizeUrl } = await engine.connect({ platform: 'pt', settings })
      const page = await fetch(authorizeUrl, { redirect: 'manual' })
      await engine.completeLogin(page.headers.get('location') ?? '')
      await engine.selectCompany(connectionId, company.company_id)
      return connectionId
    },
    async close() {
      await Promise.all([ptServer.close(), outsmartServer.close()])
    },
  }
}

/** Exports at once, and asks for nothing that the seeded accounts do not have. */
export const exportAll: SettingsInput = {
  exports: {
    firstRun: 'export',
    startDate: '2020-01-01',
    finishedOnly: false,
    vat: { fallback: { exemption: 'M07' } },
    lines: { zeroPrice: 'warn' },
  },
}

/** How often a work order was moved to `Afgehandeld`. */
export const timesHandled = (row: OutsmartWorkOrderRow) =>
  row.StatusChanges.filter(({ status }) => status === 'Afgehandeld').length

/** Living documents in Moloni. */
export const documentsOf = ({ company }: EngineWorld) =>
  company.documents.filter(({ status }) => status !== 2)
