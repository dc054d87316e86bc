import { isIssueCode } from './issue-codes.ts'
import { groupTexts as en } from './issue-texts/en/groups.ts'
import { groupTexts as es } from './issue-texts/es/groups.ts'
import { groupTexts as nl } from './issue-texts/nl/groups.ts'
import { groupTexts as pt } from './issue-texts/pt/groups.ts'
import type { Forms } from './issue-texts/texts-like.ts'
import type { IssueLanguage } from './language.ts'
import { printedNumber } from './printed-facts.ts'
import { type ProblemFamily, problemFamily, RELEASED_TOGETHER } from './problem-family.ts'
import { fillIn } from './text-template.ts'

const texts = { en, nl, pt, es } as const

/** Equal problems: what is held up, why, and how often. */
export interface EqualProblems {
  /** `workOrder`, or the list of Moloni that the records come from. */
  readonly kind: string
  readonly code: string
  readonly thing?: string | undefined
  readonly count: number
}

/** Whether one correction releases all of them, and not a correction of each. */
export function isReleasedTogether(problems: Pick<EqualProblems, 'kind' | 'code'>): boolean {
  return RELEASED_TOGETHER.has(familyOf(problems))
}

/** How many wait for what: "17 work orders wait for product BOMB-9. One correction releases all of them." */
export function groupText(problems: EqualProblems, language: IssueLanguage = 'en'): string {
  const { kind, thing, count } = problems
  const { kinds, waits, together, apart } = texts[language]
  const form = count === 1 ? 'one' : 'other'
  const names: Readonly<Record<string, Forms>> = kinds
  const name = (Object.hasOwn(names, kind) ? names[kind] : undefined) ?? kinds.record
  const who = `${printedNumber(count, language)} ${name[form]}`
  const sentence = fillIn(waits[familyOf(problems)][form], { who, thing })
  if (count === 1) return sentence
  return `${sentence} ${isReleasedTogether(problems) ? together : apart}`
}

function familyOf({ kind, code }: Pick<EqualProblems, 'kind' | 'code'>): ProblemFamily {
  if (kind !== 'workOrder') return 'record'
  return isIssueCode(code) ? problemFamily[code] : 'correction'
}
