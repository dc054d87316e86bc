import type { Settle } from '../http/index.ts'
import type { PageRead } from './answer.ts'
import type { Caller, Variables } from './caller.ts'
import type { Operation } from './operation.ts'
import { type AnyOptions, wireOptions } from './options.ts'
import { type RowList, rowList } from './row-list.ts'

/** The list that an operation gives, each page by a call of its own. */
export function listOperation(
  operation: Operation,
  own: Variables,
  options: AnyOptions,
  { caller, settle }: { readonly caller: Caller; readonly settle: Settle },
): RowList<unknown> {
  const { companyId, select } = options
  return rowList(
    {
      label: operation.root,
      async fetch(pagination, signal) {
        const wire = wireOptions(operation, options, pagination)
        const variables = { ...own, companyId, options: wire }
        // Operations of the shape `list` answer this.
        return (await caller.invoke(operation, { variables, select, signal })) as PageRead
      },
      settle,
    },
    options,
  )
}
