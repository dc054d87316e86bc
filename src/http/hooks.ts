import type { Logger } from '../internal/logger.ts'

/** One request as hooks see it. No address, no body, no secret. */
export interface RequestInfo {
  /** What is called, for example `"customers/getAll"`. */
  readonly label: string
  readonly method: 'GET' | 'POST' | 'PUT'
  /** 1 for the first try, 2 for the first repeat … */
  readonly attempt: number
}

/** How a request ended. */
export interface ResponseInfo extends RequestInfo {
  /** HTTP status; absent when no complete answer arrived. */
  readonly status?: number
  /** Stable code of the error, when it failed in transport. */
  readonly errorCode?: string
  readonly durationMs: number
  /** The server's own time in epoch milliseconds, when it showed one. */
  readonly serverDate?: number
}

/** Called around each request, repeats included. A hook that throws is logged and otherwise ignored. */
export interface TransportHooks {
  onRequest?(info: RequestInfo): void
  onResponse?(info: ResponseInfo): void
}

/** Runs a hook; what it throws never reaches the call that it watches. */
export function callHook<T>(hook: ((info: T) => void) | undefined, info: T, logger: Logger): void {
  try {
    hook?.(info)
  } catch {
    logger.warn('A hook threw; it was ignored.')
  }
}
