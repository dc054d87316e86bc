import { type Issue, issueText } from '../domain/index.ts'
import type { LedgerRecord } from './records/ledger.ts'
import type { Records } from './records/records.ts'

/** One thing that a person has to look at. */
export interface Problem {
  /** Stable reason. */
  readonly code: string
  /** What is held up: an import stream (`customers`, `products`, `users`), or `workOrder`. */
  readonly kind: string
  /** Key of the work order, or Moloni's id of the row. */
  readonly key: string
  /** The number that people know, where there is one. */
  readonly number?: string
  readonly field?: string
  /** What is missing or wrong, for example a material code. */
  readonly thing?: string
  /** What happened. */
  readonly message: string
  /** What to do next. */
  readonly todo: string
  /** Whether the engine tries again by itself. */
  readonly retryable: boolean
  /** ISO instant. */
  readonly since: string
}

/** Equal problems together: "17 work orders wait for material X". */
export interface ProblemGroup {
  readonly code: string
  readonly thing?: string
  readonly count: number
  readonly message: string
  readonly todo: string
  readonly problems: readonly Problem[]
}

/** Everything that waits for a person, from the ledger and from the rows that imports set aside. */
export async function listProblems(records: Records, scope: string): Promise<ProblemGroup[]> {
  const problems: Problem[] = []
  for (const state of ['blocked', 'mismatch', 'closed'] as const) {
    for await (const { value } of records.ledger.scan({ by: 'index', prefix: `${scope}/${state}/` })) {
      problems.push(
        ...value.issues.filter(({ severity }) => severity === 'error').map((it) => ofWorkOrder(it, value)),
      )
    }
  }
  for await (const { value } of records.rejectedRows.scan({ by: 'key', prefix: `${scope}/` })) {
    const { stream, remoteId, issues, message, since, nextTry } = value
    for (const issue of issues.filter(({ severity }) => severity === 'error')) {
      problems.push({
        ...texts(issue, message),
        kind: stream === 'workOrders' ? 'workOrder' : stream,
        key: remoteId,
        retryable: nextTry !== undefined,
        since: new Date(since).toISOString(),
      })
    }
  }
  return grouped(problems)
}

function ofWorkOrder(issue: Issue, { workOrder, state, updatedAt }: LedgerRecord): Problem {
  return {
    ...texts(issue),
    kind: 'workOrder',
    key: workOrder.key,
    number: workOrder.number,
    retryable: state === 'closed',
    since: new Date(updatedAt).toISOString(),
  }
}

function texts(issue: Issue, said?: string) {
  const { text, todo } = issueText(issue)
  return {
    code: issue.code,
    message: said ? `${text} ${said}` : text,
    todo,
    ...(issue.field === undefined ? {} : { field: issue.field }),
    ...(issue.thing === undefined ? {} : { thing: issue.thing }),
  }
}

function grouped(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = `${problem.kind}\n${problem.code}\n${problem.thing ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  return [...groups.values()]
    .flatMap((members): ProblemGroup[] => {
      const [first] = members
      if (!first) return []
      const { code, thing, message, todo } = first
      return [
        {
          code,
          count: members.length,
          message,
          todo,
          problems: members,
          ...(thing === undefined ? {} : { thing }),
        },
      ]
    })
    .sort((a, b) => b.count - a.count)
}
