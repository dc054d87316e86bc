import type { IssueText } from '../issue-text.ts'
import type { groupTexts } from './en/groups.ts'

/** The same codes as another table: a text that is missing, or that no code has, does not compile. */
export type TextsLike<Table> = Readonly<Record<keyof Table, IssueText>>

/** The same names as another table. */
export type NamesLike<Table> = Readonly<Record<keyof Table, string>>

/** What a field that Moloni refused should be, by the name of the rule; rules with parameters stay in English. */
export type RuleNames = Readonly<Record<Rule, string>>

type Rule =
  | 'required'
  | 'email'
  | 'unique'
  | 'url'
  | 'postal_code'
  | 'tax_number'
  | 'date'
  | 'phone'
  | 'associated_document'
  | 'not_communicable'
  | 'tax_order'
  | 'several_vat'
  | 'customer_unidentified'
  | 'limit_reached'
  | 'database'
  | 'unknown_record'
  | 'default_missing'

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
