import * as z from 'zod'

const count = z.number()

const kindReport = z.object({
  /** Rows that were looked at. */
  read: count,
  created: count,
  updated: count,
  unchanged: count,
  /** Rows that could not be delivered; `problems()` says why. */
  rejected: count,
  deactivated: count,
  /** Rows that the settings leave out. */
  leftOut: count.default(0),
  /** Records of the host that passed from a record that is gone in Moloni to the one that took its place. */
  moved: count.default(0),
  /** Records of the host on which something that was changed there gave way to Moloni. */
  overwritten: count.default(0),
})
export type KindReport = z.infer<typeof kindReport>

const exportReport = z.object({
  /** Work orders that the host offered. */
  offered: count,
  /** Documents made in this run, acknowledged or not. */
  exported: count,
  /** Documents found in Moloni instead of made. */
  adopted: count,
  /** Work orders that the host confirmed in this run. */
  acknowledged: count,
  /** Offered work orders that wait for a person. */
  blocked: count,
  /** Offered work orders that wait for time: a pause after a failure, or an outcome not yet known. */
  waiting: count,
  /** Offered work orders that the first run only planned. */
  planned: count,
  /** Offered work orders that a rule leaves out, by reason. */
  skipped: z.record(z.string(), count),
})
export type ExportReport = z.infer<typeof exportReport>

const pushReport = z.object({
  /** Records of the host that were looked at. */
  read: count,
  /** Made in Moloni. */
  created: count,
  /** Found in Moloni, and joined to what was found. */
  linked: count,
  updated: count,
  unchanged: count,
  /** Set aside; `problems()` says why. */
  rejected: count,
  /** The outcome of a call is not known yet. */
  waiting: count,
})
export type PushReport = z.infer<typeof pushReport>

const runError = z.object({
  /** The stream that stopped, or `workOrders`. */
  part: z.string(),
  code: z.string(),
  message: z.string(),
  retryable: z.boolean(),
})
export type RunError = z.infer<typeof runError>

/** What one run did. */
export const syncReport = z.object({
  runId: z.string(),
  connectionId: z.string(),
  mode: z.enum(['delta', 'full']),
  /** ISO instant. */
  startedAt: z.string(),
  finishedAt: z.string(),
  /** `partial`: something stopped, the rest was done. `skipped`: another run was under way. */
  outcome: z.enum(['complete', 'partial', 'failed', 'skipped']),
  imports: z.record(z.string(), kindReport),
  /** From the host to Moloni, by kind. */
  pushes: z.record(z.string(), pushReport).default({}),
  exports: z.record(z.string(), exportReport),
  /** Offered work orders that wait for a person, by reason. */
  blockedBy: z.record(z.string(), count),
  /** Records that were read because a webhook named them. */
  webhooks: count.default(0),
  /** Everything that this run changed on either side. */
  changes: count,
  /** Requests sent to Moloni. */
  requests: count,
  errors: z.array(runError),
})
export type SyncReport = z.infer<typeof syncReport>

export function emptyKindReport(): KindReport {
  return {
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    deactivated: 0,
    leftOut: 0,
    moved: 0,
    overwritten: 0,
  }
}

export function emptyPushReport(): PushReport {
  return { read: 0, created: 0, linked: 0, updated: 0, unchanged: 0, rejected: 0, waiting: 0 }
}

export function emptyExportReport(): ExportReport {
  return {
    offered: 0,
    exported: 0,
    adopted: 0,
    acknowledged: 0,
    blocked: 0,
    waiting: 0,
    planned: 0,
    skipped: {},
  }
}
