import type { EmulatorClock } from '../http/clock.ts'
import { machineClock } from '../http/clock.ts'
import type { PtState } from './state.ts'

/** What an application and its users log in with. */
export interface PtCredentials {
  clientId: string
  clientSecret: string
  /** Registered addresses; compared exactly. */
  redirectUris: string[]
  /** `userId` points at `state.users`. The login page approves for the first one. */
  users: { username: string; password: string; userId: number }[]
}

/** How the emulated Moloni behaves where the real one is unknown or differs between accounts. All optional. */
export interface PtEmulatorOptions {
  clock?: EmulatorClock
  /** Seed of ids in tokens and of seeded data; default 1. */
  seed?: number
  /** A saved state to go on from; the seed and `companies` are then ignored. */
  state?: PtState
  /** Companies of the first user beside the demonstration company 5; default one. */
  companies?: { company_id: number; name: string; rounding?: 'document' | 'line' }[]
  /** Replaces parts of the default credentials, which `emulator.credentials` shows. */
  credentials?: Partial<PtCredentials>
  /** Life of an access token; default 3600. */
  accessTokenSeconds?: number
  /** Life of a refresh token; default 14 days. */
  refreshTokenSeconds?: number
  /** Life of an authorization code; default 300. */
  codeSeconds?: number
  /** A refresh replaces the refresh token and the old one dies; default true. */
  rotateOnRefresh?: boolean
  /** A spent refresh token that is used again ends the whole login; default false. */
  strictRotation?: boolean
  /** A refresh leaves the old access token alive until it expires; default true. */
  keepAccessOnRefresh?: boolean
  /** The login page: `auto` approves at once (default), `form` asks for user and password, `deny` refuses. */
  login?: 'auto' | 'form' | 'deny'
  /** The login page hands `state` back; default true. */
  returnState?: boolean
  /** Content type of grants; default `application/json`. */
  grantContentType?: string
  /** Status for a missing, unknown or expired access token; default 401. */
  accessRefusedStatus?: number
  /** Status for a company that the user may not use; default 403. */
  companyRefusedStatus?: number
  /** An empty POST that carries a content type gets a 400 page on `companies/getAll`; default false. */
  refuseEmptyTypedBody?: boolean
  /** Order of entity lists; default `id`. */
  entityOrder?: 'id' | 'modifiedAsc' | 'modifiedDesc'
  /** Zone in which `lastmodified` parameters without one are read; default `lisbon`. */
  modifiedSinceZone?: 'lisbon' | 'utc'
  /** `products/getModifiedSince` shows hidden products; default true. */
  modifiedSinceShowsHidden?: boolean
  /**
   * The `value` of a tax row: `required` and above 0 (default), `zeroAllowed`, or `optional` (a bare `tax_id` will do).
   */
  taxValue?: 'required' | 'zeroAllowed' | 'optional'
  /** A fixed answer of `customers/getNextNumber`, such as `NaN1`. */
  nextCustomerNumber?: string
  /** Final consumers must be identified on documents above this total (error 16); default 1000. */
  identifiedAbove?: number
  /** Simplified invoices above this total cannot be closed (error 17); default 1000, as for retail. */
  simplifiedCeiling?: number
  /** Closing needs a series that was communicated to the tax authority for the type; default true. */
  requireSeriesCode?: boolean
  /**
   * Service sheets, which no public page describes: a type of document of this name, and a group that answers like
   * `internalDocuments`. Default: the account has neither.
   */
  serviceSheets?: { group: string; typeName: string }
}

type UsuallyAbsent = 'nextCustomerNumber' | 'serviceSheets'

/** The options with every default filled in. */
export type PtBehaviour = Required<
  Omit<PtEmulatorOptions, 'clock' | 'state' | 'companies' | 'credentials' | UsuallyAbsent>
> & { clock: EmulatorClock } & { [K in UsuallyAbsent]: PtEmulatorOptions[K] | undefined }

const defaults: Omit<PtBehaviour, 'clock' | UsuallyAbsent> = {
  seed: 1,
  accessTokenSeconds: 3600,
  refreshTokenSeconds: 14 * 24 * 3600,
  codeSeconds: 300,
  rotateOnRefresh: true,
  strictRotation: false,
  keepAccessOnRefresh: true,
  login: 'auto',
  returnState: true,
  grantContentType: 'application/json',
  accessRefusedStatus: 401,
  companyRefusedStatus: 403,
  refuseEmptyTypedBody: false,
  entityOrder: 'id',
  modifiedSinceZone: 'lisbon',
  modifiedSinceShowsHidden: true,
  taxValue: 'required',
  identifiedAbove: 1000,
  simplifiedCeiling: 1000,
  requireSeriesCode: true,
}

export function behaviourOf(options: PtEmulatorOptions): PtBehaviour {
  return {
    ...defaults,
    ...options,
    clock: options.clock ?? machineClock,
    nextCustomerNumber: options.nextCustomerNumber,
    serviceSheets: options.serviceSheets,
  }
}

/** The default application and its users, with the parts that were given. */
export function credentialsOf(options: PtEmulatorOptions): PtCredentials {
  return {
    clientId: 'demo-app',
    clientSecret: 'demo-secret-8d1f0c',
    redirectUris: ['https://example.com/callback'],
    users: [{ username: 'ana.ferreira@example.com', password: 'uma-palavra-passe', userId: 1 }],
    ...options.credentials,
  }
}
