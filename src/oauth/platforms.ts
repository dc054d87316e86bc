import { UsageError } from '../errors/index.ts'

/** Which Moloni: Portugal, Spain, or Moloni ON. */
export type Platform = 'pt' | 'es' | 'on'

export interface Place {
  readonly host: 'api' | 'www'
  readonly path: string
}

/** What the platforms call the same things. */
export interface GrantWords {
  /** In the address of the login page. */
  readonly page: { readonly clientId: string; readonly redirectUri: string; readonly also: object }
  /** In a request for tokens; `redirectUri` where it has to be sent again. */
  readonly request: {
    readonly grantType: string
    readonly clientId: string
    readonly clientSecret: string
    readonly refreshToken: string
    readonly redirectUri?: string
  }
  /** In its answer; the lifetimes are in seconds. */
  readonly answer: {
    readonly accessToken: string
    readonly refreshToken: string
    readonly accessSeconds: string
    readonly refreshSeconds: string
  }
  /** What says why, beside `error`. */
  readonly description: string
}

type Ways<T> = readonly [T, ...T[]]

/** What differs between the platforms when a person logs in. Of several ways the first is the default. */
export interface PlatformFacts {
  readonly hosts: Readonly<Record<'api' | 'www', string>>
  /** Login pages by the name of the `authorize` option. */
  readonly authorize: Readonly<Partial<Record<'page' | 'v1', Place>>>
  readonly grantPath: Readonly<Partial<Record<'v1' | 'v2', string>>>
  readonly methods: Ways<'GET' | 'POST'>
  readonly bodies: Ways<'form' | 'json'>
  readonly words: GrantWords
  /** Whether the errors of a grant are those of OAuth; elsewhere nobody saw them, and they are guessed by their words. */
  readonly knownErrors: boolean
  /** Lifetimes in seconds for answers that do not state one. */
  readonly accessSeconds: number
  readonly refreshSeconds: number
}

const day = 24 * 3600

const graphql = {
  authorize: { page: { host: 'api', path: '/v1/auth/authorize' } },
  grantPath: { v1: '/v1/auth/grant' },
  methods: ['POST'],
  bodies: ['form', 'json'],
  words: {
    page: { clientId: 'apiClientId', redirectUri: 'redirectUri', also: {} },
    request: {
      grantType: 'grantType',
      clientId: 'apiClientId',
      clientSecret: 'clientSecret',
      refreshToken: 'refreshToken',
    },
    answer: {
      accessToken: 'accessToken',
      refreshToken: 'refreshToken',
      accessSeconds: 'expiresIn',
      refreshSeconds: 'refreshExpiresIn',
    },
    description: 'message',
  },
  knownErrors: false,
  // Said to be an hour; Moloni's own clients trust it for no longer than this.
  accessSeconds: 3000,
} as const

const PLATFORMS: Readonly<Record<Platform, PlatformFacts>> = {
  pt: {
    hosts: { api: 'https://api.moloni.pt', www: 'https://www.moloni.pt' },
    authorize: {
      page: { host: 'www', path: '/ac/root/oauth/' },
      v1: { host: 'api', path: '/v1/authorize/' },
    },
    grantPath: { v1: '/v1/grant/', v2: '/v2/grant/' },
    methods: ['GET', 'POST'],
    bodies: ['form'],
    words: {
      page: { clientId: 'client_id', redirectUri: 'redirect_uri', also: { response_type: 'code' } },
      request: {
        grantType: 'grant_type',
        clientId: 'client_id',
        clientSecret: 'client_secret',
        refreshToken: 'refresh_token',
        redirectUri: 'redirect_uri',
      },
      answer: {
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        accessSeconds: 'expires_in',
        refreshSeconds: 'refresh_expires_in',
      },
      description: 'error_description',
    },
    knownErrors: true,
    accessSeconds: 3600,
    refreshSeconds: 14 * day,
  },
  es: {
    ...graphql,
    hosts: { api: 'https://api.moloni.es', www: 'https://ac.moloni.es' },
    // Nothing says how long; Moloni's own clients ask for a new login after this.
    refreshSeconds: 10 * day,
  },
  on: {
    ...graphql,
    hosts: { api: 'https://api.molonion.pt', www: 'https://ac.molonion.pt' },
    refreshSeconds: 14 * day,
  },
}

export function platformFacts(platform: Platform): PlatformFacts {
  if (Object.hasOwn(PLATFORMS, platform)) return PLATFORMS[platform]
  throw new UsageError(`The platform "${platform}" cannot be logged in to.`, {
    code: 'platform_not_supported',
    hint: `Supported: ${Object.keys(PLATFORMS).join(', ')}.`,
  })
}
