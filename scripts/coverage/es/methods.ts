import { me, operations } from '../../../src/es/groups/index.ts'
import type { Operation, OperationTable } from '../../../src/es/operation.ts'

/** A method of the client with the operation that it calls. */
export interface Method {
  /** Empty for the one that is of no group. */
  readonly group: string
  readonly method: string
  /** For example `customers.create`. */
  readonly name: string
  readonly operation: Operation
}

const tables: Readonly<Record<string, OperationTable>> = operations

/** Every method of the client. */
export const methods: readonly Method[] = [
  { group: '', method: 'me', name: 'me', operation: me },
  ...Object.entries(tables).flatMap(([group, table]) =>
    Object.entries(table).map(([method, operation]) => ({
      group,
      method,
      name: `${group}.${method}`,
      operation,
    })),
  ),
]
