import type { Platform, ProblemGroup, SyncReport } from 'moloni-sdk'
import type { OutsmartBooks } from './offices/office.ts'
import { platforms } from './platforms.ts'
import { table } from './table.ts'

/** What the JSON line says of one platform. */
export interface Outcome {
  readonly imported: Readonly<Record<string, number>>
  readonly exported: Readonly<Record<string, number>>
  /** Work orders that wait for a person. */
  readonly blocked: number
  readonly blockedBy: Readonly<Record<string, number>>
  readonly secondRun?: { readonly changes: number; readonly requests: number }
  /** Documents in Moloni beyond the first with the same key of ours. */
  readonly duplicates?: number
  readonly webhooks?: WebhookOutcome
  /**
   * True where a start before this one did the work: then its figures are told, but for `secondRun` and `duplicates`, which
   * are those of this start.
   */
  readonly resumed?: true
}

/** What came of webhooks. */
export interface WebhookOutcome {
  /** Notifications that the program received and acknowledged. */
  readonly delivered: number
  /** Records at the host that were changed because of them, without a run by interval. */
  readonly applied: number
  /** Forged ones that were refused and changed nothing. */
  readonly forgedRefused: number
}

/** The figures of the runs that were made, the first import and the first export among them. */
export function outcomeOf(
  platform: Platform,
  imported: SyncReport,
  exported: SyncReport | undefined,
): Outcome {
  const { imports, exports } = platforms[platform]
  const taken = (kind: string) => {
    const { created = 0, updated = 0, unchanged = 0 } = imported.imports[kind] ?? {}
    return created + updated + unchanged
  }
  const documents = Object.values(exported?.exports ?? {})
  return {
    imported: Object.fromEntries(Object.entries(imports).map(([kind, name]) => [name, taken(kind)])),
    exported: Object.fromEntries(exports.map((kind) => [kind, exported?.exports[kind]?.exported ?? 0])),
    blocked: documents.reduce((total, { blocked }) => total + blocked, 0),
    blockedBy: exported?.blockedBy ?? {},
  }
}

/** The closing tables: what happened, and what waits for a person, why, and what to do. */
export function summary(outcome: Outcome, problems: readonly ProblemGroup[], books?: OutsmartBooks): string {
  const { imported, exported, blocked, secondRun, duplicates, webhooks } = outcome
  const rows: [string, number][] = [
    ...Object.entries(imported).map(([name, count]): [string, number] => [`${name} imported`, count]),
    ...Object.entries(exported).map(([kind, count]): [string, number] => [`${spaced(kind)}s made`, count]),
    ['work orders blocked', blocked],
  ]
  if (secondRun)
    rows.push(['changes by the second run', secondRun.changes], ['  and its requests', secondRun.requests])
  if (duplicates !== undefined) rows.push(['documents made twice', duplicates])
  if (webhooks)
    rows.push(
      ['webhooks delivered', webhooks.delivered],
      ['  records changed by them', webhooks.applied],
      ['  forged ones refused', webhooks.forgedRefused],
    )
  if (books)
    rows.push(
      ['work orders handled in OutSmart', books.workOrders.acknowledged],
      ['  and complete, with work status 99', books.workOrders.failed],
    )
  const waiting = together(problems).map(({ which, code, message, todo }) => [which, code, message, todo])
  return [
    table(['what', 'count'], rows),
    ...(waiting.length > 0 ? ['', table(['blocked', 'code', 'why', 'what to do'], waiting)] : []),
  ].join('\n')
}

/** `purchaseOrder` as people write it. */
const spaced = (kind: string) => kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

interface Waiting {
  readonly which: string
  readonly code: string
  readonly message: string
  readonly todo: string
}

/** More rows with the same code are told in one. */
const MOST_ROWS = 5

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
  const found = [...rows.values()]
  return found.flatMap(({ more, ...row }) => {
    const alike = found.filter(({ code }) => code === row.code)
    if (alike.length <= MOST_ROWS) return [withMore(row, more)]
    if (alike[0]?.which !== row.which) return []
    return [withMore({ ...row, which: `${row.which} and ${alike.length - 1} more` }, alike.length - 1)]
  })
}

function withMore(row: Waiting, more: number): Waiting {
  return more > 0 ? { ...row, message: `${row.message} And ${more} more like it.` } : row
}
