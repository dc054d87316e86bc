import { checkOptionNames, UsageError, wholeNumber } from '../errors/index.ts'
import { type Clock, systemClock } from '../internal/clock.ts'
import { type Logger, silentLogger } from '../internal/logger.ts'
import { type Random, systemRandom } from '../internal/random.ts'
import { createTokenSource, type OAuth, type TokenSource } from '../oauth/index.ts'
import type { Connection } from './connections/connection.ts'
import { type EngineEvent, notify } from './events.ts'
import type { SyncEngineOptions } from './options.ts'
import { openRecords, type Records } from './records/records.ts'

/** What all parts of one engine share. */
export interface Context {
  readonly options: SyncEngineOptions
  readonly records: Records
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  emit(event: EngineEvent): void
  /** The application that the connection logs in through. */
  oauth(connection: Connection): Promise<OAuth>
  /** The connection's login. */
  tokens(connection: Connection): Promise<TokenSource>
}

const optionNames: Record<keyof SyncEngineOptions, true> = {
  store: true,
  host: true,
  oauth: true,
  scheduler: true,
  intervalMs: true,
  takeOverMs: true,
  clients: true,
  webhookUrl: true,
  fetch: true,
  clock: true,
  random: true,
  logger: true,
  on: true,
}

export function createContext(options: SyncEngineOptions): Context {
  checkOptionNames(options, optionNames)
  for (const name of ['store', 'host', 'oauth'] as const) {
    if (!options[name]) {
      throw new UsageError(`The option ${name} is missing.`, { code: 'missing_option' })
    }
  }
  if (options.takeOverMs !== undefined) wholeNumber(options.takeOverMs, 'takeOverMs')
  const { store, clock = systemClock, random = systemRandom, logger = silentLogger } = options
  const sources = new Map<string, { readonly oauth: OAuth; readonly source: TokenSource }>()

  const oauth = async (connection: Connection) => {
    const given = typeof options.oauth === 'function' ? await options.oauth(connection) : options.oauth
    const found = given[connection.platform]
    if (found) return found
    throw new UsageError(`The engine has no OAuth application for the platform "${connection.platform}".`, {
      code: 'platform_not_configured',
      hint: 'Give one in the option oauth.',
    })
  }

  return {
    options,
    clock,
    random,
    logger,
    records: openRecords(store, random),
    emit: (event) => notify(options.on, event, logger),
    oauth,
    async tokens(connection) {
      const application = await oauth(connection)
      const key = connection.connectionId
      const known = sources.get(key)
      if (known?.oauth === application) return known.source
      const source = createTokenSource({ oauth: application, store, key, clock, random })
      sources.set(key, { oauth: application, source })
      return source
    },
  }
}
