import type * as z from 'zod'
import { ContractError, UsageError } from '../errors/index.ts'
import { differences, pathText } from '../internal/issues.ts'
import type { Caller, CallOptions } from './caller.ts'
import type { AnyEndpoint, Kind } from './endpoint.ts'
import { endpoints } from './groups/index.ts'
import { type Fields, withCompany } from './params.ts'

export interface RawCallOptions extends CallOptions {
  /**
   * What the call does. Only a `read` is repeated after trouble. Default: as the endpoint table says; for others
   * `read` when the method begins with `get` or `count`, else `act`.
   */
  kind?: Kind | undefined
}

/** Any endpoint by its path, also those that have no method here. */
export interface RawCall {
  /**
   * Calls `group/method` with any parameters. The client's company is added unless `company_id` is given or the
   * endpoint takes none. With a schema its output is returned, else the data as it came.
   *
   * Errors: those of any method; `UsageError` `invalid_path`.
   */
  (path: string, params?: Fields, schema?: undefined, options?: RawCallOptions): Promise<unknown>
  <T>(path: string, params: Fields | undefined, schema: z.ZodType<T>, options?: RawCallOptions): Promise<T>
}

export function rawCall(caller: Caller): RawCall {
  return async <T>(
    path: string,
    params: Fields = {},
    schema?: z.ZodType<T>,
    options: RawCallOptions = {},
  ) => {
    const [, group = '', method = ''] = /^\/?([A-Za-z]+)\/([A-Za-z]+)\/?$/.exec(path) ?? []
    if (method === '') {
      throw new UsageError('The path must be a group and a method, such as "customers/getAll".', {
        code: 'invalid_path',
      })
    }
    const label = `${group}/${method}`
    const known = knownEndpoint(group, method)
    const kind = options.kind ?? known?.kind ?? (/^(get|count)/.test(method) ? 'read' : 'act')
    const { data } = await caller.raw(
      label,
      kind,
      withDefaultCompany(label, params, known, caller.companyId),
      options,
    )
    if (!schema) return data
    const parsed = schema.safeParse(data)
    if (parsed.success) return parsed.data
    const paths = differences(parsed.error.issues).map((difference) => pathText(difference.path))
    throw new ContractError(`${label}: the answer does not fit the given schema.`, 'unexpected_answer', paths)
  }
}

function withDefaultCompany(
  label: string,
  params: Fields,
  known: AnyEndpoint | undefined,
  companyId?: number,
): Fields {
  if (known) return known.company ? withCompany(label, params, companyId) : params
  return companyId === undefined ? params : { company_id: companyId, ...params }
}

function knownEndpoint(group: string, method: string): AnyEndpoint | undefined {
  const groups: Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>> = endpoints
  const table = Object.hasOwn(groups, group) ? groups[group] : undefined
  return table && Object.hasOwn(table, method) ? table[method] : undefined
}
