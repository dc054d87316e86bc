export {
  type Change,
  type EncryptedStore,
  type EncryptedStoreOptions,
  type EncryptionKey,
  encryptedStore,
  memoryStore,
  type ScanPage,
  type ScanQuery,
  type Store,
  type StoredRecord,
} from '../store/index.ts'
export type { Connection } from './connections/connection.ts'
export type { ConnectOptions, LoginStart } from './connections/login.ts'
export { createSyncEngine, type SyncEngine, type SyncOptions } from './engine.ts'
export type { EngineEvent, ProgressEvent } from './events.ts'
export type { ActOptions, ExportDesk, ExportFilter, RetryOptions } from './exports/desk.ts'
export type { ExportItem } from './exports/export-item.ts'
export type { Health, HealthWarning } from './health.ts'
export { type IntervalSchedulerOptions, intervalScheduler } from './interval-scheduler.ts'
export { type HeldWorkOrder, type MemoryHost, memoryHost } from './memory-host.ts'
export type { HeldRecord } from './memory-sink.ts'
export type { ClientSettings, OAuthByPlatform, SyncEngineOptions } from './options.ts'
export type { Company } from './platforms/platform.ts'
export type {
  DocumentFile,
  ExportedDocument,
  Host,
  HostRecord,
  ReadOptions,
  RejectOptions,
  Sink,
  SinkOptions,
  SinkPage,
  SinkQuery,
  SinkResult,
  WorkOrderQuery,
  WorkOrderSource,
} from './ports/host.ts'
export type { RunContext, Scheduler } from './ports/scheduler.ts'
export type { PlannedExport, PlannedImport, SyncPlan } from './preview.ts'
export type { Problem, ProblemGroup, ProblemOptions } from './problems.ts'
export { engineCollections } from './records/engine-collections.ts'
export type { ExportReport, KindReport, RunError, SyncReport } from './records/run.ts'
export type { TrailEntry } from './records/trail.ts'
export type { RunOptions } from './run-sync.ts'
export type { WebhookDesk } from './webhooks/desk.ts'
