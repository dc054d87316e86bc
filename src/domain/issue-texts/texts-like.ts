import type { IssueText } from '../issue-text.ts'
import type { groupTexts } from './en/groups.ts'

/** The same codes as another table: a text that is missing, or that no code has, does not compile. */
export type TextsLike<Table> = Readonly<Record<keyof Table, IssueText>>

/** The same names as another table. */
export type NamesLike<Table> = Readonly<Record<keyof Table, string>>

/** A sentence for one and for several. */
export interface Forms {
  readonly one: string
  readonly other: string
}

type English = typeof groupTexts

/** What a group of problems says, in the shape of the English table. */
export interface GroupTexts {
  readonly kinds: Readonly<Record<keyof English['kinds'], Forms>>
  readonly waits: Readonly<Record<keyof English['waits'], Forms>>
  readonly together: string
  readonly apart: string
}
