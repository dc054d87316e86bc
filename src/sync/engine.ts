import type { Settings, SettingsInput } from '../domain/index.ts'
import { companies, selectCompany } from './connections/company.ts'
import { type Connection, changeConnection, requireConnection } from './connections/connection.ts'
import { disconnect } from './connections/disconnect.ts'
import { type ConnectOptions, completeLogin, connect, type LoginStart } from './connections/login.ts'
import { pause, resume } from './connections/pause.ts'
import { readSettings, withSettings } from './connections/settings.ts'
import { type Context, createContext } from './context.ts'
import { eraseConnection } from './erase.ts'
import { notify, type ProgressEvent } from './events.ts'
import { type ExportDesk, exportDesk } from './exports/desk.ts'
import { type Health, health } from './health.ts'
import { openWork } from './open-work.ts'
import type { SyncEngineOptions } from './options.ts'
import type { Company } from './platforms/platform.ts'
import { preview, type SyncPlan } from './preview.ts'
import { languageOf, listProblems, type ProblemGroup, type ProblemOptions } from './problems.ts'
import type { SyncReport } from './records/run.ts'
import { runConnection } from './run-connection.ts'
import type { RunOptions } from './run-sync.ts'
import { createScheduling } from './scheduling.ts'
import { type WebhookDesk, webhookDesk } from './webhooks/desk.ts'
import { receiveWebhook } from './webhooks/receive.ts'

export interface SyncOptions extends RunOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((event: ProgressEvent) => void) | undefined
}

/** The sync engine. A connection joins one login of one tenant to one Moloni company. */
export interface SyncEngine {
  /**
   * Begins a login: send the person to `authorizeUrl`. With the id of an existing connection it logs in again.
   *
   * Errors: `platform_not_configured`, `platform_not_supported`, `connection_taken`, `invalid_settings`.
   */
  connect(options: ConnectOptions): Promise<LoginStart>
  /**
   * Ends a login with the address that Moloni returned to. The state must match, once, within ten minutes.
   *
   * Errors: `callback_malformed`, `login_denied`, `state_mismatch`, else an `AuthError` with the code of what went wrong in
   * the grant; only a new login helps then.
   */
  completeLogin(
    callbackUrl: string | URL,
    options?: { readonly connectionId?: string | undefined },
  ): Promise<Connection>
  /** The companies of the login. The shared demonstration company is marked and comes last. */
  companies(id: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<Company[]>
  /** Joins the connection to one company. Errors: `unknown_company`, `company_fixed`. */
  selectCompany(id: string, companyId: string | number): Promise<Connection>
  /** All settings, defaults included. */
  settings(id: string): Promise<Settings>
  /** Lays a patch over the settings. Errors: `invalid_settings`; then nothing was changed. */
  updateSettings(id: string, patch: SettingsInput): Promise<Settings>
  /** What a run would do and why; writes nothing but a refreshed token. */
  preview(id: string, options?: RunOptions & { readonly signal?: AbortSignal | undefined }): Promise<SyncPlan>
  /**
   * One run. Parts that fail are in the report; work orders and rows that wait for a person are in
   * `problems()`. A run while another is under way answers `outcome: 'skipped'`.
   */
  sync(id: string, options?: SyncOptions): Promise<SyncReport>
  /**
   * Hands the connections to the scheduler: every 15 minutes, or as the engine was told. Where it fails nothing runs, and it
   * may be called again. Errors: `missing_option`, and those of the scheduler and the store.
   */
  start(): Promise<void>
  /** Stops the scheduler and waits for what is running, a start that is under way included. */
  stop(): Promise<void>
  /**
   * Takes a notification of Moloni ES or ON and answers at once; the run that it triggers reads what has changed.
   * Whatever is forged, malformed or unknown changes nothing. Hand it every POST under `webhookUrl`.
   */
  handleWebhook(request: Request): Promise<Response>
  /** The webhooks that the engine made for a connection. */
  webhooks(id: string): WebhookDesk
  /** What a person can do with the exports of a connection. */
  exports(id: string): ExportDesk
  /** Reports of past runs, newest first. */
  runs(id: string): AsyncIterable<SyncReport>
  /** Everything that waits for a person, equal things together. Errors: `invalid_option`. */
  problems(id: string, options?: ProblemOptions): Promise<ProblemGroup[]>
  /** How the connection stands, and what a person should know of it. Errors: `invalid_option`. */
  health(id: string, options?: ProblemOptions): Promise<Health>
  /**
   * Stops what runs by itself; `sync()` still works, and the login is kept alive by a refresh a week. Errors:
   * `connection_not_active`.
   */
  pause(id: string): Promise<Connection>
  /** Ends a pause. Errors: `connection_not_active`. */
  resume(id: string): Promise<Connection>
  /**
   * Forgets the login, takes the webhooks away and stops the schedule. Links and exports stay, and a reconnected company
   * finds them.
   */
  disconnect(id: string): Promise<void>
  /**
   * Disconnects, and removes what is known of people: the connection, its settings, links and reports, and the content of
   * exports. What keeps a document from being made twice stays: keys, states, numbers of documents.
   */
  erase(id: string): Promise<void>
}

/**
 * Creates an engine. It keeps no state of its own: everything lies in the store, so any number of engines
 * may work on one store.
 *
 * Errors: `missing_option`.
 */
export function createSyncEngine(options: SyncEngineOptions): SyncEngine {
  const context = createContext(options)
  const { records } = context
  const scheduling = createScheduling(context)
  const open = (id: string) => openWork(context, id)

  return {
    connect: (how) => connect(context, how),
    async completeLogin(callbackUrl, how) {
      const connection = await completeLogin(context, callbackUrl, how)
      await scheduling.add(connection)
      return connection
    },
    companies: (id, { signal } = {}) => companies(context, id, signal),
    async selectCompany(id, companyId) {
      const connection = await selectCompany(context, id, companyId)
      await scheduling.add(connection)
      return connection
    },
    settings: async (id) => readSettings((await requireConnection(records, id)).value.settings),
    async updateSettings(id, patch) {
      const changed = await changeConnection(records, id, (record) => withSettings(record, patch))
      return readSettings(changed.settings)
    },
    async preview(id, { signal, ...how } = {}) {
      return preview(await openWork(context, id, { signal }), how)
    },
    sync: (id, { onProgress, ...how } = {}) => runConnection(withProgress(context, onProgress), id, how),
    start: () => scheduling.start(),
    stop: () => scheduling.stop(),
    handleWebhook: (request) => receiveWebhook(context, request),
    webhooks: (id) => webhookDesk(context, id),
    exports: (id) =>
      exportDesk({
        open: () => open(id),
        async startAt(startDate) {
          await changeConnection(records, id, (record) => withSettings(record, { exports: { startDate } }))
        },
      }),
    async *runs(id) {
      const { scope } = await open(id)
      for await (const { value } of records.runs.scan({ by: 'key', prefix: `${scope}/`, reverse: true }))
        yield value
    },
    async problems(id, how = {}) {
      const { scope, settings } = await open(id)
      return listProblems(records, scope, languageOf(how, settings.language))
    },
    health: (id, how = {}) => health(context, id, how),
    pause: (id) => pause(context, id),
    resume: (id) => resume(context, id),
    disconnect: (id) => disconnect(context, id),
    async erase(id) {
      await disconnect(context, id)
      await eraseConnection(context, id)
    },
  }
}

function withProgress(context: Context, onProgress: SyncOptions['onProgress']): Context {
  if (!onProgress) return context
  return {
    ...context,
    emit(event) {
      if (event.type === 'progress') notify(onProgress, event, context.logger)
      context.emit(event)
    },
  }
}
