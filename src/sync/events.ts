import type { Logger } from '../internal/logger.ts'
import type { SyncReport } from './records/run.ts'

/** How far a part of a run is. */
export interface ProgressEvent {
  readonly type: 'progress'
  readonly connectionId: string
  /** A stream (`customers`, `products` …), or `workOrders`. */
  readonly part: string
  readonly done: number
  /** Absent while nobody knows. */
  readonly total?: number
}

/** What the engine tells a host while it works. */
export type EngineEvent =
  | ProgressEvent
  | { readonly type: 'run'; readonly connectionId: string; readonly report: SyncReport }
  /** Moloni says that a record has changed; the run that it triggers reads it. */
  | { readonly type: 'webhook'; readonly connectionId: string; readonly model: string; readonly id: string }
  /** A record is gone in Moloni and another took its place: the host's record with this key now belongs to that one. */
  | {
      readonly type: 'linkMoved'
      readonly connectionId: string
      readonly kind: string
      readonly key: string
      readonly from: string
      readonly to: string
    }
  /** Fields that Moloni leads, and that were changed at the host, were overwritten. */
  | {
      readonly type: 'localEditOverwritten'
      readonly connectionId: string
      readonly kind: string
      readonly key: string
      /** Moloni's id of the record. */
      readonly id: string
      readonly fields: readonly string[]
    }
  | { readonly type: 'needsLogin'; readonly connectionId: string }
  /** Sent once a run when the login lapses within five days, and within one. */
  | { readonly type: 'loginLapses'; readonly connectionId: string; readonly days: number }

/** Tells a listener. What goes wrong in it, at once or later, is logged and stops nothing. */
export function notify<E>(listener: ((event: E) => unknown) | undefined, event: E, logger: Logger): void {
  const failed = (error: unknown) =>
    logger.error('the event listener failed', { error: error instanceof Error ? error.name : 'unknown' })
  try {
    const result = listener?.(event)
    if (result instanceof Promise) result.catch(failed)
  } catch (error) {
    failed(error)
  }
}
