import { type EmulatorClock, machineClock } from '../http/clock.ts'
import { documentDefaults, type EsDocumentOptions } from './documents/options.ts'
import type { EsHookOptions } from './hooks/deliveries.ts'
import type { ApiKeyRow, EsState } from './state.ts'

/** What an application and its users log in with. */
export interface EsCredentials {
  /** What the wire calls `apiClientId`. */
  clientId: string
  clientSecret: string
  /** Registered addresses; looked at only with the option `checkRedirectUri`. */
  redirectUris: string[]
  /** `userId` points at `state.users`. The login page approves for the first one. */
  users: { email: string; password: string; userId: number }[]
  /** Keys of Moloni ON that a fresh state knows; Moloni Spain takes none. */
  apiKeys: ApiKeyRow[]
}

/** How the emulated Moloni behaves where the real one is unknown or differs between accounts. All optional. */
export interface EsEmulatorOptions extends EsDocumentOptions {
  /** `es`: Moloni Spain, `api.moloni.es` (default). `on`: Moloni ON, `api.molonion.pt`. */
  platform?: 'es' | 'on'
  clock?: EmulatorClock
  /** Seed of tokens and string ids; default 1. */
  seed?: number
  /** A saved state to go on from; the platform is then the saved one, `seed` and `companies` are ignored. */
  state?: EsState
  /**
   * Companies of the first user; default one. `documentCalculationsMode`: where totals are rounded, 0 document
   * (default), 1 line, 2 item.
   */
  companies?: { companyId: number; name: string; vat?: string; documentCalculationsMode?: 0 | 1 | 2 }[]
  /** Replaces parts of the default credentials, which `emulator.credentials` shows. */
  credentials?: Partial<EsCredentials>
  /**
   * Which root operations exist: `proven` only those that were seen on the Spanish host (default on `es`), `all`
   * those of both hosts (default on `on`). The others fail as unknown fields do.
   */
  operations?: 'proven' | 'all'
  /** Life of an access token; default 3600. */
  accessTokenSeconds?: number
  /** Life of a refresh token; default 14 days. */
  refreshTokenSeconds?: number
  /** Life of an authorization code; default 60. */
  codeSeconds?: number
  /** A refresh replaces the refresh token and the old one dies; default true. */
  rotateOnRefresh?: boolean
  /** For how long a replaced refresh token is still taken; default 0. */
  refreshLeewaySeconds?: number
  /** A refresh leaves the old access token alive until it expires; default true. */
  keepAccessOnRefresh?: boolean
  /** The login page: `auto` approves at once (default), `form` asks for e-mail and password, `deny` refuses. */
  login?: 'auto' | 'form' | 'deny'
  /** The login page hands `state` back; default true on `on`, false on `es`. */
  returnState?: boolean
  /** The callback must be registered; default false. */
  checkRedirectUri?: boolean
  /** Grants tell `expiresIn` and `refreshExpiresIn`, in seconds; default true on `on`, false on `es`. */
  tellLifetimes?: boolean
  /** Status of a refused grant; default 400. */
  grantRefusedStatus?: number
  /** How precisely `updatedAt` is kept, shown and compared; default `second`. */
  updatedAtPrecision?: 'second' | 'day'
  /** How hooks are delivered and which ones there are. */
  hooks?: EsHookOptions
  /** Texts of filters and unique fields are compared with their case; default false. */
  caseSensitive?: boolean
}

/** The options with every default filled in. */
export type EsBehaviour = Required<Omit<EsEmulatorOptions, 'state' | 'companies' | 'credentials'>>

const defaults: Omit<
  EsBehaviour,
  'platform' | 'operations' | 'returnState' | 'tellLifetimes' | keyof EsDocumentOptions
> = {
  clock: machineClock,
  seed: 1,
  accessTokenSeconds: 3600,
  refreshTokenSeconds: 14 * 24 * 3600,
  codeSeconds: 60,
  rotateOnRefresh: true,
  refreshLeewaySeconds: 0,
  keepAccessOnRefresh: true,
  login: 'auto',
  checkRedirectUri: false,
  grantRefusedStatus: 400,
  updatedAtPrecision: 'second',
  caseSensitive: false,
  hooks: {},
}

export function behaviourOf({
  state,
  companies: _,
  credentials: __,
  ...options
}: EsEmulatorOptions): EsBehaviour {
  const platform = state?.platform ?? options.platform ?? 'es'
  const on = platform === 'on'
  return {
    ...defaults,
    ...documentDefaults(platform),
    operations: on ? 'all' : 'proven',
    returnState: on,
    tellLifetimes: on,
    ...options,
    platform,
  }
}

/** The default application and its users, with the parts that were given. */
export function credentialsOf({ platform = 'es', credentials, state }: EsEmulatorOptions): EsCredentials {
  const on = (state?.platform ?? platform) === 'on'
  const email = on ? 'rita.moreira@example.com' : 'lucia.ortega@example.com'
  return {
    clientId: on ? 'api:0d2f6c1e-demo' : '704512',
    clientSecret: 'demo-secret-41c7d9',
    redirectUris: ['https://example.com/callback'],
    users: [{ email, password: 'una-contrasena', userId: 1 }],
    apiKeys: on ? [{ key: 'apik:5b0c2f7e-4c1d-4a55-9f60-2f1f6f0f8a11:6f1d0c9ab4e27735', userId: 1 }] : [],
    ...credentials,
  }
}
