import type { Issue } from './issue.ts'
import type { IssueText } from './issue-text.ts'
import { hostTexts } from './issue-texts/en/hosts.ts'
import { importTexts } from './issue-texts/en/imports.ts'
import { en } from './issue-texts/en/index.ts'
import { pushTexts } from './issue-texts/en/push.ts'
import { recordTexts } from './issue-texts/en/records.ts'
import { issueTexts } from './issue-texts/index.ts'
import type { IssueLanguage } from './language.ts'
import { printedFacts } from './printed-facts.ts'
import { fillIn } from './text-template.ts'

/** Every code that a mapper or the engine may give. */
export type IssueCode = keyof typeof en

/** Every code that a mapper or the engine may give, in the order of the table. */
// The keys of a constant object are exactly its type's keys.
export const issueCodes = Object.keys(en) as readonly IssueCode[]

/** Whether a code is one of ours; a host may refuse rows with codes of its own. */
export function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(en, code)
}

const recordCodes = { ...recordTexts, ...importTexts, ...hostTexts, ...pushTexts } as const

/** Whether a code is one of ours that says something of a record, and not of a work order. */
export function isRecordCode(code: string): code is keyof typeof recordCodes {
  return Object.hasOwn(recordCodes, code)
}

/**
 * The text of an issue with its facts filled in. A fact that the issue does not state is printed as a dash, or left out with the
 * part of the text that is about it; a code without a text is printed as itself.
 *
 * @example issueText({ code: 'unknown_material', thing: 'BOMB-9', severity: 'error' }).text
 * // 'Moloni has no product with reference BOMB-9.'
 */
export function issueText(issue: Issue, language: IssueLanguage = 'en'): IssueText {
  if (!isIssueCode(issue.code)) return { text: issue.code, todo: '' }
  const { text, todo } = issueTexts[language][issue.code]
  const facts = printedFacts(issue, language)
  return { text: fillIn(text, facts), todo: fillIn(todo, facts) }
}

/** Where a code is explained in every language, below the root of the repository. */
export function issuePage(code: IssueCode): string {
  return `docs/problems.md#${code}`
}
