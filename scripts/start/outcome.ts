import type { ProblemGroup, SyncReport } from 'moloni-sdk'
import { EXPORT, IMPORTS } from './flow.ts'
import { table } from './table.ts'

/** What the JSON line says of one platform. */
export interface Outcome {
  imported: Record<(typeof IMPORTS)[number], number>
  exported: { invoice: number }
  /** Work orders that wait for a person. */
  blocked: number
  blockedBy: Readonly<Record<string, number>>
  secondRun?: { changes: number; requests: number }
  /** Documents in Moloni beyond the first with the same key of ours. */
  duplicates?: number
}

/** The figures of the runs that were made, the first import and the first export among them. */
export function outcomeOf(imported: SyncReport, exported: SyncReport | undefined): Outcome {
  const taken = (kind: (typeof IMPORTS)[number]) => {
    const { created = 0, updated = 0, unchanged = 0 } = imported.imports[kind] ?? {}
    return created + updated + unchanged
  }
  const documents = exported?.exports[EXPORT]
  return {
    imported: {
      relations: taken('relations'),
      materials: taken('materials'),
      hourTypes: taken('hourTypes'),
      employees: taken('employees'),
    },
    exported: { invoice: documents?.exported ?? 0 },
    blocked: documents?.blocked ?? 0,
    blockedBy: exported?.blockedBy ?? {},
  }
}

/** The closing tables: what happened, and what waits for a person, why, and what to do. */
export function summary(outcome: Outcome, problems: readonly ProblemGroup[]): string {
  const { imported, exported, blocked, secondRun, duplicates } = outcome
  const rows: [string, number][] = [
    ...IMPORTS.map((kind): [string, number] => [`${kind} imported`, imported[kind]]),
    ['invoices made', exported.invoice],
    ['work orders blocked', blocked],
  ]
  if (secondRun)
    rows.push(['changes by the second run', secondRun.changes], ['  and its requests', secondRun.requests])
  if (duplicates !== undefined) rows.push(['documents made twice', duplicates])
  const waiting = together(problems).map(({ which, code, message, todo }) => [which, code, message, todo])
  return [
    table(['what', 'count'], rows),
    ...(waiting.length > 0 ? ['', table(['blocked', 'code', 'why', 'what to do'], waiting)] : []),
  ].join('\n')
}

interface Waiting {
  readonly which: string
  readonly code: string
  readonly message: string
  readonly todo: string
}

/** One row for what one person mends in one go: the same code on the same work orders. */
function together(problems: readonly ProblemGroup[]): Waiting[] {
  const rows = new Map<string, Waiting & { more: number }>()
  for (const { code, message, todo, problems: members } of problems) {
    const [first, second, ...others] = [...new Set(members.map(({ number, key }) => number ?? key))]
    const which = [first, second, others.length > 0 ? `and ${others.length} more` : undefined]
      .filter(Boolean)
      .join(' ')
    const more = (rows.get(`${code} ${which}`)?.more ?? -1) + 1
    const known = rows.get(`${code} ${which}`)?.message ?? message
    rows.set(`${code} ${which}`, { which, code, message: known, todo, more })
  }
  return [...rows.values()].map(({ more, message, ...row }) => ({
    ...row,
    message: more > 0 ? `${message} And ${more} more like it.` : message,
  }))
}
