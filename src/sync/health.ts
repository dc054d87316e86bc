import { chosenKinds } from '../mappers/index.ts'
import type { Connection } from './connections/connection.ts'
import { publicConnection, requireConnection } from './connections/connection.ts'
import { readSettings } from './connections/settings.ts'
import type { Context } from './context.ts'
import { daysLeftOf } from './days-left.ts'
import type { HooksState } from './records/connection.ts'
import { scopeOf } from './records/keys.ts'
import type { SyncReport } from './records/run.ts'

/** How a connection stands. */
export interface Health {
  readonly connection: Connection
  readonly login: {
    readonly state: 'none' | 'ok' | 'needsLogin'
    /** Whole days until a person has to log in again, if nothing refreshes the login before. */
    readonly daysLeft?: number
    /** Moloni's reason when a login is needed. */
    readonly reason?: string
  }
  /** End of the last complete read of each stream, ISO instant. */
  readonly streams: Readonly<Record<string, string>>
  /** Whether the search by our key has been seen to find our own documents, by document kind. */
  readonly lookups: Readonly<Record<string, boolean>>
  /** Work orders that wait for a person. */
  readonly blocked: number
  readonly lastRun?: SyncReport
  /** What a person should know. */
  readonly warnings: readonly HealthWarning[]
}

export interface HealthWarning {
  readonly code:
    | 'needs_login'
    | 'login_lapses'
    | 'never_ran'
    | 'last_run_failed'
    | 'last_run_partial'
    | 'webhooks_refused'
  readonly message: string
}

/** Reads the store only; asks Moloni nothing. */
export async function health(context: Context, id: string): Promise<Health> {
  const { records, clock } = context
  const { value: record } = await requireConnection(records, id)
  const connection = publicConnection(record)
  const status = await (await context.tokens(connection)).status()
  const daysLeft = daysLeftOf(status.refreshExpiresAt, clock.now())
  const scope =
    record.companyId === undefined ? undefined : await scopeOf({ ...record, companyId: record.companyId })

  const streams: Record<string, string> = {}
  const lookups: Record<string, boolean> = {}
  let blocked = 0
  let lastRun: SyncReport | undefined
  if (scope !== undefined) {
    for await (const { key, value } of records.cursors.scan({ by: 'key', prefix: `${scope}/` })) {
      if (value.since !== undefined)
        streams[key.slice(scope.length + 1)] = new Date(value.since).toISOString()
    }
    for (const kind of chosenKinds(readSettings(record.settings).exports))
      lookups[kind] = (await records.lookups.get(`${scope}/${kind}`))?.value.proven ?? false
    for (const state of ['blocked', 'mismatch']) {
      for await (const _ of records.ledger.scan({ by: 'index', prefix: `${scope}/${state}/` })) blocked += 1
    }
    const newest = { by: 'key', prefix: `${scope}/`, reverse: true } as const
    for await (const { value } of records.runs.scan(newest, 1)) {
      lastRun = value
      break
    }
  }
  const refused = record.hooks?.refused ?? []
  const facts = { needsLogin: status.state !== 'ok', daysLeft, lastRun, refused }
  return {
    connection,
    login: {
      state: status.state,
      ...(daysLeft === undefined ? {} : { daysLeft }),
      ...(status.reason === undefined ? {} : { reason: status.reason }),
    },
    streams,
    lookups,
    blocked,
    ...(lastRun === undefined ? {} : { lastRun }),
    warnings: warningsOf(facts),
  }
}

interface Facts {
  readonly needsLogin: boolean
  readonly daysLeft: number | undefined
  readonly lastRun: SyncReport | undefined
  readonly refused: HooksState['refused']
}

function warningsOf({ needsLogin, daysLeft, lastRun, refused }: Facts): HealthWarning[] {
  const lapses = daysLeft !== undefined && daysLeft <= 5 && !needsLogin
  const warnings: (HealthWarning | false)[] = [
    needsLogin && {
      code: 'needs_login',
      message: 'Moloni no longer accepts the login. Log in again; nothing is lost, and the next run goes on.',
    },
    lapses && {
      code: 'login_lapses',
      message: `The login lapses in ${daysLeft} days unless a run refreshes it.`,
    },
    !lastRun && { code: 'never_ran', message: 'This connection has not run yet.' },
    lastRun?.outcome === 'failed' && {
      code: 'last_run_failed',
      message: `The last run failed: ${reasonsOf(lastRun)}`,
    },
    lastRun?.outcome === 'partial' && {
      code: 'last_run_partial',
      message: `A part of the last run did not get through: ${reasonsOf(lastRun)}`,
    },
    refused.length > 0 && {
      code: 'webhooks_refused',
      message: `Moloni does not tell of ${refused.map(({ model, operation }) => `${model} ${operation}`).join(', ')}; such changes arrive with the next run by interval.`,
    },
  ]
  return warnings.filter((warning) => warning !== false)
}

function reasonsOf({ errors }: SyncReport): string {
  return [...new Set(errors.map(({ message }) => message))].join(' ')
}
