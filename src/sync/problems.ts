import {
  groupText,
  type Issue,
  type IssueLanguage,
  isIssueCode,
  isRecordCode,
  isReleasedTogether,
  issueLanguage,
  issuePage,
  issueText,
} from '../domain/index.ts'
import { oneOf } from '../errors/index.ts'
import { WORK_ORDERS } from './exports/admit.ts'
import type { LedgerRecord } from './records/ledger.ts'
import type { Records } from './records/records.ts'

/** One thing that a person has to look at. */
export interface Problem {
  /** Stable reason: one of ours, or the host's own for a record that it refused. */
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
  /** Where the reason is explained in every language, for example `docs/problems.md#unknown_material`. */
  readonly page: string
  /** Whether the engine tries again by itself. */
  readonly retryable: boolean
  /** ISO instant. */
  readonly since: string
}

/** Equal problems together. */
export interface ProblemGroup {
  readonly code: string
  readonly thing?: string
  /** Work orders or records that are held up. One that has the reason in several places counts once. */
  readonly count: number
  /** How many wait for what: "17 work orders wait for product BOMB-9. One correction releases all of them." */
  readonly summary: string
  /** What happened, as far as it is the same for all of them; else as the summary. */
  readonly message: string
  /** What to do next. */
  readonly todo: string
  /** Where the reason is explained in every language. */
  readonly page: string
  /** Whether one correction releases all of them, and not a correction of each. */
  readonly releasedTogether: boolean
  readonly problems: readonly Problem[]
}

export interface ProblemOptions {
  /** Language of the texts. Default: the setting `language` of the connection. */
  readonly language?: IssueLanguage | undefined
}

/** The language that a call asks for, else the one of the settings. Errors: `invalid_option`. */
export function languageOf({ language }: ProblemOptions, chosen: IssueLanguage): IssueLanguage {
  return language === undefined ? chosen : oneOf(language, issueLanguage.options, 'language')
}

/** Everything that waits for a person, from the ledger and from the rows that imports set aside. */
export async function listProblems(
  records: Records,
  scope: string,
  language: IssueLanguage,
): Promise<ProblemGroup[]> {
  const problems: Problem[] = []
  for (const state of ['blocked', 'mismatch', 'closed'] as const) {
    for await (const { value } of records.ledger.scan({ by: 'index', prefix: `${scope}/${state}/` }))
      problems.push(...errorsIn(value.issues).map((issue) => ofWorkOrder(issue, value, language)))
  }
  for await (const { value } of records.rejectedRows.scan({ by: 'key', prefix: `${scope}/` })) {
    const { stream, remoteId, issues, message, since, nextTry } = value
    const kind = stream === WORK_ORDERS.name ? WORK_ORDER : stream
    for (const issue of errorsIn(issues)) {
      problems.push({
        ...textsOf(kind === WORK_ORDER ? issue : ofRecord(issue), language, message),
        ...factsOf(issue),
        kind,
        key: remoteId,
        retryable: nextTry !== undefined,
        since: new Date(since).toISOString(),
      })
    }
  }
  return grouped(problems, language)
}

const WORK_ORDER = 'workOrder'

const errorsIn = (issues: readonly Issue[]) => issues.filter(({ severity }) => severity === 'error')

function ofWorkOrder(
  issue: Issue,
  { workOrder, state, updatedAt }: LedgerRecord,
  language: IssueLanguage,
): Problem {
  return {
    ...textsOf(issue, language),
    ...factsOf(issue),
    kind: WORK_ORDER,
    key: workOrder.key,
    number: workOrder.number,
    retryable: state === 'closed',
    since: new Date(updatedAt).toISOString(),
  }
}

/** An issue of a record with a code that has a text: a host may refuse with codes of its own. */
function ofRecord(issue: Issue): Issue {
  if (isRecordCode(issue.code)) return issue
  const lacks = issue.field !== undefined && issue.code.endsWith('_missing')
  return { ...issue, code: lacks ? 'host_needs_field' : 'refused_by_host' }
}

function textsOf(issue: Issue, language: IssueLanguage, said?: string) {
  const { text, todo } = issueText(issue, language)
  return {
    message: said ? `${text} ${said}` : text,
    todo,
    page: isIssueCode(issue.code) ? issuePage(issue.code) : 'docs/problems.md',
  }
}

function factsOf({ code, field, thing }: Issue) {
  return { code, ...(field === undefined ? {} : { field }), ...(thing === undefined ? {} : { thing }) }
}

function grouped(problems: readonly Problem[], language: IssueLanguage): ProblemGroup[] {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = JSON.stringify([problem.kind, problem.code, problem.thing])
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  return [...groups.values()]
    .flatMap((members): ProblemGroup[] => {
      const [first] = members
      if (!first) return []
      const { kind, code, thing, message, todo, page } = first
      const count = new Set(members.map(({ key }) => key)).size
      const summary = groupText({ kind, code, thing, count }, language)
      const alike = members.every((member) => member.message === message)
      return [
        {
          code,
          count,
          summary,
          message: alike ? message : summary,
          todo,
          page,
          releasedTogether: isReleasedTogether({ kind, code }),
          problems: members,
          ...(thing === undefined ? {} : { thing }),
        },
      ]
    })
    .sort((a, b) => b.count - a.count)
}
