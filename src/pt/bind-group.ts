import type { Settle } from '../http/index.ts'
import type { RowsRead } from './answer.ts'
import type { Caller, CallOptions } from './caller.ts'
import type { AnyEndpoint, Endpoint, EndpointTable, RowsEndpoint } from './endpoint.ts'
import { momentText } from './moment-text.ts'
import { type ListOptions, type RowList, type RowSource, rowList } from './row-list.ts'

type Answered<R> = R extends RowsRead<infer T> ? T[] : R

type Method<E> =
  E extends Endpoint<infer P, infer R>
    ? Record<never, never> extends P
      ? (params?: P, options?: CallOptions) => Promise<Answered<R>>
      : (params: P, options?: CallOptions) => Promise<Answered<R>>
    : never

type Filter<P> = Omit<P, 'qty' | 'offset' | 'lastmodified'>

type List<E> =
  E extends RowsEndpoint<infer P, infer T>
    ? Record<never, never> extends Filter<P>
      ? (filter?: Filter<P>, options?: ListOptions) => RowList<T>
      : (filter: Filter<P>, options?: ListOptions) => RowList<T>
    : never

type Since<E> =
  E extends RowsEndpoint<infer P, infer T>
    ? (moment: Date | string, filter?: Filter<P>, options?: ListOptions) => RowList<T>
    : never

/** The methods that a table of endpoints gives. */
type ApiOf<T> = { [K in keyof T]: Method<T[K]> } & (T extends { getAll: infer E }
  ? { list: List<E> }
  : unknown) &
  (T extends { getModifiedSince: infer E } ? { modifiedSince: Since<E> } : unknown)

/** The methods of every group. */
export function bindGroups<T extends Readonly<Record<string, EndpointTable>>>(
  tables: T,
  caller: Caller,
  settle: Settle,
): { [G in keyof T]: ApiOf<T[G]> } {
  const groups = Object.entries(tables).map(([group, table]) => [
    group,
    bindGroup(group, table, caller, settle),
  ])
  // Built name by name from the tables.
  return Object.fromEntries(groups) as { [G in keyof T]: ApiOf<T[G]> }
}

function bindGroup<T extends EndpointTable>(
  group: string,
  table: T,
  caller: Caller,
  settle: Settle,
): ApiOf<T> {
  const api: Record<string, unknown> = {}
  for (const [name, endpoint] of Object.entries(table))
    api[name] = bindMethod(`${group}/${name}`, endpoint, caller, settle)
  const { getAll, getModifiedSince } = table
  if (getAll) {
    api.list = (filter: object = {}, options?: ListOptions) =>
      rowList(sourceOf(`${group}/getAll`, getAll, filter, caller, settle), options)
  }
  if (getModifiedSince) {
    api.modifiedSince = (moment: Date | string, filter: object = {}, options?: ListOptions) => {
      const since = { ...filter, lastmodified: momentText(moment) }
      return rowList(sourceOf(`${group}/getModifiedSince`, getModifiedSince, since, caller, settle), options)
    }
  }
  // Built name by name from the table that ApiOf describes.
  return api as ApiOf<T>
}

function bindMethod(path: string, endpoint: AnyEndpoint, caller: Caller, settle: Settle) {
  return async (params?: unknown, options?: CallOptions): Promise<unknown> => {
    const value = await caller.invoke(path, endpoint, params, options)
    return endpoint.answer.shape === 'rows' ? settle(rowsOf(value), path) : value
  }
}

function sourceOf(
  label: string,
  endpoint: AnyEndpoint,
  filter: object,
  caller: Caller,
  settle: Settle,
): RowSource<unknown> {
  return {
    label,
    paged: endpoint.paged,
    fetch: async (page, options) =>
      rowsOf(await caller.invoke(label, endpoint, { ...filter, ...page }, options)),
    settle,
  }
}

/** Endpoints of shape `rows` read into this. */
function rowsOf(value: unknown): RowsRead<unknown> {
  return value as RowsRead<unknown>
}
