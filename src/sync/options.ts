import type { Platform } from '../domain/index.ts'
import type { EsClientOptions, PdfOptions } from '../es/index.ts'
import type { Clock } from '../internal/clock.ts'
import type { Logger } from '../internal/logger.ts'
import type { Random } from '../internal/random.ts'
import type { OAuth } from '../oauth/index.ts'
import type { PtClientOptions } from '../pt/client.ts'
import type { Store } from '../store/index.ts'
import type { Connection } from './connections/connection.ts'
import type { EngineEvent } from './events.ts'
import type { Host } from './ports/host.ts'
import type { Scheduler } from './ports/scheduler.ts'

/** The registered application of each platform that is used. */
export type OAuthByPlatform = { readonly [P in Platform]?: OAuth }

/** How the client of each platform talks to Moloni. */
export interface ClientSettings {
  readonly pt?: Pick<
    PtClientOptions,
    'baseUrl' | 'body' | 'version' | 'budget' | 'retry' | 'timeout' | 'hooks'
  >
  readonly es?: EsClientSettings
  readonly on?: EsClientSettings
}

export type EsClientSettings = Pick<EsClientOptions, 'baseUrl' | 'budget' | 'retry' | 'timeout' | 'hooks'> &
  Pick<PdfOptions, 'mediaUrl'>

export interface SyncEngineOptions {
  /** Where the engine remembers everything. */
  readonly store: Store
  /** The other side of the sync; a function where it depends on the connection. */
  readonly host: Host | ((connection: Connection) => Host | Promise<Host>)
  /** The OAuth applications; a function where they depend on the connection. */
  readonly oauth: OAuthByPlatform | ((connection: Connection) => OAuthByPlatform | Promise<OAuthByPlatform>)
  /** Runs connections by itself after `start()`. Default: nothing runs but what is called. */
  readonly scheduler?: Scheduler | undefined
  /** Milliseconds between two automatic runs of a connection. Default 15 minutes. */
  readonly intervalMs?: number | undefined
  /**
   * Milliseconds for which a run must show no life before another process takes its place. It is watched that long, so a run
   * after a crash begins later by as much. Default 90 seconds.
   */
  readonly takeOverMs?: number | undefined
  readonly clients?: ClientSettings | undefined
  /**
   * Public address under which the host hands requests to `handleWebhook()`; a secret is added as its last part. Default:
   * none, and Moloni is asked by interval only.
   */
  readonly webhookUrl?: string | URL | ((connection: Connection) => string | URL | undefined) | undefined
  readonly fetch?: typeof fetch | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
  readonly logger?: Logger | undefined
  /** Told of progress, finished runs and lapsing logins. An exception in it is logged and ignored. */
  readonly on?: ((event: EngineEvent) => void) | undefined
}
