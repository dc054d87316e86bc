import { warningTexts as en } from './issue-texts/en/warnings.ts'
import { warningTexts as es } from './issue-texts/es/warnings.ts'
import { warningTexts as nl } from './issue-texts/nl/warnings.ts'
import { warningTexts as pt } from './issue-texts/pt/warnings.ts'
import type { IssueLanguage } from './language.ts'
import { type Facts, fillIn } from './text-template.ts'

const texts = { en, nl, pt, es } as const

/** What a person should know of a connection, by its code. */
export type WarningCode = keyof typeof en

export function warningText(code: WarningCode, facts: Facts, language: IssueLanguage = 'en'): string {
  return fillIn(texts[language][code], facts)
}
