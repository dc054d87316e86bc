import { UsageError } from '../errors/index.ts'

/** Which Moloni: Portugal, Spain, or Moloni ON. */
export type Platform = 'pt' | 'es' | 'on'

export interface Place {
  readonly host: 'api' | 'www'
  readonly path: string
}

/** What differs between the platforms when a person logs in. */
export interface PlatformFacts {
  readonly hosts: Readonly<Record<'api' | 'www', string>>
  /** Login pages by the name of the `authorize` option. */
  readonly authorize: Readonly<Record<'page' | 'v1', Place>>
  readonly grantPath: Readonly<Record<'v1' | 'v2', string>>
  /** Lifetimes in seconds for answers that do not state one. */
  readonly accessSeconds: number
  readonly refreshSeconds: number
}

const PLATFORMS: Readonly<Partial<Record<Platform, PlatformFacts>>> = {
  pt: {
    hosts: { api: 'https://api.moloni.pt', www: 'https://www.moloni.pt' },
    authorize: {
      page: { host: 'www', path: '/ac/root/oauth/' },
      v1: { host: 'api', path: '/v1/authorize/' },
    },
    grantPath: { v1: '/v1/grant/', v2: '/v2/grant/' },
    accessSeconds: 3600,
    refreshSeconds: 14 * 24 * 3600,
  },
}

export function platformFacts(platform: Platform): PlatformFacts {
  const facts = PLATFORMS[platform]
  if (facts) return facts
  throw new UsageError(`The platform "${platform}" cannot be logged in to.`, {
    code: 'platform_not_supported',
    hint: `Supported: ${Object.keys(PLATFORMS).join(', ')}.`,
  })
}
