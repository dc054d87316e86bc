export { type BadRow, createSettle, type ReadRows, type Settle } from './bad-rows.ts'
export { type BodyStyle, encodeBody } from './body.ts'
export type { BudgetOptions } from './budget.ts'
export { raceSignal, startDeadline } from './deadline.ts'
export { type Download, type DownloadParts, download } from './download.ts'
export { type Drift, type DriftWatch, reportDrift } from './drift.ts'
export type { Fetch } from './exchange.ts'
export { callHook, type RequestInfo, type ResponseInfo, type TransportHooks } from './hooks.ts'
export { redact } from './redact.ts'
export type { RetryOptions } from './retry.ts'
export {
  type Answer,
  createTransport,
  type Transport,
  type TransportOptions,
} from './transport.ts'
