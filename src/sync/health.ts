import { causeName, type IssueLanguage, type WarningCode, warningText } from '../domain/index.ts'
import { chosenKinds } from '../mappers/index.ts'
import type { Connection } from './connections/connection.ts'
import { publicConnection, requireConnection } from './connections/connection.ts'
import { readSettings } from './connections/settings.ts'
import type { Context } from './context.ts'
import { daysLeftOf } from './days-left.ts'
import { serviceSheetTypes } from './platforms/service-sheet-types.ts'
import { languageOf, type ProblemOptions } from './problems.ts'
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
  readonly code: WarningCode
  readonly message: string
}

/** Reads the store only; asks Moloni nothing. */
export async function health(context: Context, id: string, how: ProblemOptions): Promise<Health> {
  const { records, clock } = context
  const { value: record } = await requireConnection(records, id)
  const connection = publicConnection(record)
  const settings = readSettings(record.settings)
  const language = languageOf(how, settings.language)
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
    for (const kind of chosenKinds(settings.exports))
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
  const { enabled, typeNames } = settings.imports.serviceSheets
  const asksSheets = enabled || chosenKinds(settings.exports).includes('serviceSheet')
  const lacksSheets = asksSheets && serviceSheetTypes(record.found, typeNames)?.length === 0
  const lacking = lacksSheets ? typeNames : []
  const facts = { needsLogin: status.state !== 'ok', daysLeft, lastRun, refused, lacking }
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
    warnings: warningsOf(facts, language),
  }
}

interface Facts {
  readonly needsLogin: boolean
  readonly daysLeft: number | undefined
  readonly lastRun: SyncReport | undefined
  readonly refused: HooksState['refused']
  /** Names of document types of which the account has none. */
  readonly lacking: readonly string[]
}

function warningsOf(
  { needsLogin, daysLeft, lastRun, refused, lacking }: Facts,
  language: IssueLanguage,
): HealthWarning[] {
  const lapses = daysLeft !== undefined && daysLeft <= 5 && !needsLogin
  const say = (code: WarningCode, facts = {}): HealthWarning => ({
    code,
    message: warningText(code, facts, language),
  })
  const reasons = lastRun && reasonsOf(lastRun, language)
  const warnings: (HealthWarning | false)[] = [
    needsLogin && say('needs_login'),
    lapses && say('login_lapses', { days: daysLeft }),
    !lastRun && say('never_ran'),
    lastRun?.outcome === 'failed' && say('last_run_failed', { reasons }),
    lastRun?.outcome === 'partial' && say('last_run_partial', { reasons }),
    refused.length > 0 &&
      say('webhooks_refused', {
        changes: refused.map(({ model, operation }) => `${model} ${operation}`).join(', '),
      }),
    lacking.length > 0 && say('service_sheets_not_offered', { names: lacking.join(', ') }),
  ]
  return warnings.filter((warning) => warning !== false)
}

/** The errors of the run, which are told in English; elsewhere in short where the language has words for them. */
function reasonsOf({ errors }: SyncReport, language: IssueLanguage): string {
  const told = errors.map(({ code, message }) => {
    const cause = language === 'en' ? undefined : causeName(code, language)
    return cause === undefined ? message : `${cause.charAt(0).toUpperCase()}${cause.slice(1)}.`
  })
  return [...new Set(told)].join(' ')
}
