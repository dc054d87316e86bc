import type { OutsmartTables } from './state.ts'

/** What a stored value must look like. Everything is kept as text. */
export type FieldKind = 'text' | 'flag' | 'decimal' | 'whole' | 'day' | 'moment'

export interface FieldRule {
  readonly kind: FieldKind
  /** Characters that fit; bytes for texts of 65,535. */
  readonly max?: number
}

export type FieldRules = Readonly<Record<string, FieldRule>>

/** Codes of a table's refusals. */
export interface RefusalCodes {
  /** The write failed. */
  readonly failed: number
  /** A required field is missing, or a value is of the wrong form. */
  readonly required: number
}

/** A list that is read and written by two endpoints of one path. */
export interface Table {
  readonly name: keyof OutsmartTables
  readonly path: string
  /** Fields that tell two records apart; none where every write adds a record. */
  readonly key: readonly string[]
  readonly required: readonly string[]
  readonly fields: FieldRules
  readonly codes: RefusalCodes
  /** Reads take `key`, `value` and `operator`. */
  readonly filter?: boolean
  /** A second path that reads by `key` and `value` alone. */
  readonly singular?: string
  /** Only read, never written. */
  readonly readOnly?: boolean
  /** The code of a read that finds nothing. */
  readonly emptyCode?: number
  /** The number that a new record gets, under this name. */
  readonly identity?: string
  /** Takes custom fields `val_value_1`, `val_value_2` … */
  readonly custom?: boolean
}

/** Nothing documents the codes of this table: OutSmart's general one stands for them. */
export const unexpected: RefusalCodes = { failed: 1007, required: 1007 }

const named = (names: string, rule: FieldRule): FieldRules =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, rule]))

/** Texts of at most 255 characters, or another number. */
export const texts = (names: string, max = 255) => named(names, { kind: 'text', max })
/** Texts whose length nobody documents. */
export const free = (names: string) => named(names, { kind: 'text' })
export const flags = (names: string) => named(names, { kind: 'flag' })
export const decimals = (names: string) => named(names, { kind: 'decimal' })
export const wholes = (names: string) => named(names, { kind: 'whole' })
export const days = (names: string) => named(names, { kind: 'day' })
export const moments = (names: string) => named(names, { kind: 'moment' })
