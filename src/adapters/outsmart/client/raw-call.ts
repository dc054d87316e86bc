import type * as z from 'zod'
import { ContractError, UsageError } from '../../../errors/index.ts'
import { differences, pathText } from '../../../internal/issues.ts'
import type { Caller, CallOptions } from './caller.ts'
import type { Kind } from './endpoint.ts'
import type { Query } from './filter.ts'

export interface RawCallOptions<T> extends CallOptions {
  /** What is behind the path, between the slashes, for example `materials`. */
  readonly path: string
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | undefined
  /** Only a `read` is repeated after trouble. Default `write`: nobody knows what an unknown path does. */
  readonly kind?: Kind | undefined
  readonly query?: Query | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** Types and checks what is in the envelope. */
  readonly schema: z.ZodType<T>
}

/**
 * Calls any path.
 *
 * @example
 * ```ts
 * import { createOutsmartClient } from 'moloni-sdk/outsmart'
 * import * as z from 'zod'
 *
 * const outsmart = createOutsmartClient({ token: 'of the account', softwareToken: 'of your software' })
 * const rows = await outsmart.call({ path: 'materials', kind: 'read', schema: z.array(z.object({ code: z.string() })) })
 * console.log(rows.length)
 * ```
 */
export type RawCall = <T>(request: RawCallOptions<T>) => Promise<T>

export function rawCall(caller: Caller): RawCall {
  return async ({ path, method = 'GET', kind = 'write', query = [], body, schema, ...options }) => {
    if (!/^[\w/-]+$/.test(path)) {
      throw new UsageError('The path must be letters, digits, dashes and slashes.', {
        code: 'invalid_params',
      })
    }
    const label = path.replace(/^\/+|\/+$/g, '')
    const response = await caller.send({ method, path: label, kind, label, query, body }, options)
    const parsed = schema.safeParse(response)
    if (parsed.success) return parsed.data
    const paths = differences(parsed.error.issues).map((one) => pathText(one.path))
    throw new ContractError(`${label}: the answer does not fit the schema.`, 'unexpected_answer', paths)
  }
}
