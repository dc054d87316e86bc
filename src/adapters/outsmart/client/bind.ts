import type { RowsRead, UnreadRow } from './answer.ts'
import type { Caller, CallOptions } from './caller.ts'
import type { AnyEndpoint, Endpoint, EndpointTable } from './endpoint.ts'

type Answered<R> = R extends RowsRead<infer T> ? T[] : R

type Method<E> =
  E extends Endpoint<infer P, infer R>
    ? Record<never, never> extends P
      ? (params?: P, options?: CallOptions) => Promise<Answered<R>>
      : (params: P, options?: CallOptions) => Promise<Answered<R>>
    : never

type ApiOf<T> = { readonly [K in keyof T]: Method<T[K]> }

/** What becomes of rows that cannot be read. */
export type Settle = (badRows: readonly UnreadRow[], label: string, onBadRow: CallOptions['onBadRow']) => void

/** The methods of every group. */
export function bindGroups<T extends Readonly<Record<string, EndpointTable>>>(
  tables: T,
  caller: Caller,
  settle: Settle,
): { readonly [G in keyof T]: ApiOf<T[G]> } {
  const groups = Object.entries(tables).map(([group, table]) => {
    const methods = Object.entries(table).map(([name, endpoint]) => [
      name,
      bindMethod(`${group}.${name}`, endpoint, caller, settle),
    ])
    return [group, Object.fromEntries(methods)]
  })
  // Built name by name from the tables.
  return Object.fromEntries(groups) as { readonly [G in keyof T]: ApiOf<T[G]> }
}

function bindMethod(label: string, endpoint: AnyEndpoint, caller: Caller, settle: Settle) {
  return async (params?: unknown, options: CallOptions = {}): Promise<unknown> => {
    const value = await caller.invoke(label, endpoint, params, options)
    if (endpoint.answer.shape !== 'rows') return value
    const { rows, badRows } = rowsOf(value)
    settle(badRows, label, options.onBadRow)
    return rows
  }
}

/** Endpoints of shape `rows` read into this. */
function rowsOf(value: unknown): RowsRead<unknown> {
  return value as RowsRead<unknown>
}
