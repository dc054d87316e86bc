import type { Issue } from './issue.ts'
import type { IssueText } from './issue-text.ts'
import { en } from './issue-texts/en/index.ts'

/** Every code that a mapper may give. */
export type IssueCode = keyof typeof en

/** Texts by language (ISO 639-1), then by code. */
export const issueTexts = { en } as const

export type IssueLanguage = keyof typeof issueTexts

/** Every code that a mapper may give, in the order of the table. */
// The keys of a constant object are exactly its type's keys.
export const issueCodes = Object.keys(en) as readonly IssueCode[]

/**
 * The text of an issue with its facts filled in. A fact that the issue does not state is printed as a dash; a
 * code without a text is printed as itself.
 *
 * @example issueText({ code: 'unknown_material', thing: 'BOMB-9', severity: 'error' }).text
 * // 'Moloni has no product with reference BOMB-9.'
 */
export function issueText(issue: Issue, language: IssueLanguage = 'en'): IssueText {
  const texts: Readonly<Record<string, IssueText>> = issueTexts[language]
  const { text, todo } = texts[issue.code] ?? { text: issue.code, todo: '' }
  const facts: Readonly<Record<string, string | number | undefined>> = {
    ...issue.details,
    thing: issue.thing,
    field: issue.field,
  }
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '-'))
  return { text: fill(text), todo: fill(todo) }
}
