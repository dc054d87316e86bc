import type { OperationTable } from '../../src/es/operation.ts'

/** What the client's operations name in the schema. */
export interface Shipped {
  /** Types of records that are answered. */
  readonly records: readonly string[]
  /** Types of arguments, `options` left out. */
  readonly inputs: readonly string[]
  /** Types of the options of lists. */
  readonly lists: readonly string[]
}

export function shippedRoots(tables: Readonly<Record<string, OperationTable>>): Shipped {
  const all = Object.values(tables).flatMap((table) => Object.values(table))
  const unique = (names: readonly (string | undefined)[]) =>
    [...new Set(names.filter((name) => name !== undefined))].sort()
  return {
    records: unique(all.map(({ entity }) => entity?.type)),
    inputs: unique(
      all.flatMap(({ args }) =>
        Object.entries(args).map(([name, type]) =>
          name === 'options' ? undefined : type.replace(/[[\]!]/g, ''),
        ),
      ),
    ),
    lists: unique(
      all.map(({ answer, options, args }) =>
        answer.name === 'list' && options.includes('filter') ? args.options : undefined,
      ),
    ),
  }
}
