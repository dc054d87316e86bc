import type { Source } from '../../../domain/index.ts'
import type { CallOptions } from '../client/caller.ts'
import type { Entity } from '../client/entity.ts'
import type { Refusal } from './refusals.ts'

/** A record as it is written, or why it is not. */
export type Made<Input> = { readonly input: Input } | { readonly refusal: Refusal }

/** What OutSmart has of a record already. */
export interface Place<Row> {
  /** The row under the record's key. */
  readonly existing: Row | undefined
  /** That row, or the one under the record's former key: what Moloni does not own of it is written back. */
  readonly base: Row | undefined
  /** Whether the existing row is known to be the record's own. */
  readonly owned: boolean
}

/** How records of one kind lie in OutSmart. */
export interface Shelf<T, Row, Input> {
  readonly kind: string
  readonly entity: Entity<Row, Input>
  /** Fields of the record that OutSmart keeps. */
  readonly fields: readonly (keyof T & string)[]
  keyOf(record: T): string
  keyOfRow(row: Row): string
  list(options: CallOptions): Promise<Row[]>
  save(inputs: readonly Input[], options: CallOptions): Promise<number>
  make(record: T, place: Place<Row>): Made<Input>
  /** The record that a row shows. */
  recordOf(row: Row): Partial<T>
  /** Whether the row still counts; rows that say nothing do. */
  isActive?(row: Row): boolean
  /** Where the row states that it comes from, where OutSmart has a place for it. */
  sourceOf?(row: Row): Source | undefined
  /** What is changed of a row when its record is gone, or lies under another key now. */
  retired?(why: 'gone' | 'moved'): Partial<Input>
  /** Takes the record away when it is gone; one that is not there is no matter. */
  remove?(key: string, options: CallOptions): Promise<void>
  /** What lies beside the records: one refusal, or none, for each. */
  beside?(records: readonly T[], options: CallOptions): Promise<(Refusal | undefined)[]>
}
