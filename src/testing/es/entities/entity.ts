import type { JsonObject } from '../../http/json.ts'
import type { CompanyCall, Problem } from '../operation.ts'
import type { Row, TableName } from '../state.ts'

/** An entity of the company that a table holds, served under the usual names (`things`, `thing`, `thingCreate` …). */
export interface Entity {
  /** Prefix of its operations, for example `customer`. */
  readonly name: string
  readonly table: TableName
  /** What hooks call it, if they know it. */
  readonly model?: string
  /** What sentences call it; the name unless given. */
  readonly noun?: string
  /** Ids are texts like UUIDs. */
  readonly textId?: true
  /** Fields of a new row that were not sent. */
  readonly defaults?: (call: CompanyCall) => JsonObject
  /** Rules beyond the schema, for the row as it would be; `before` is absent for a new one. */
  readonly judge?: (call: CompanyCall, after: JsonObject, before: Row | undefined) => Problem[]
  /** The fields to store for those that were sent. */
  readonly stored?: (call: CompanyCall, sent: JsonObject, before: Row | undefined) => JsonObject
  /** What follows when a row was written. */
  readonly written?: (call: CompanyCall, row: Row, before: JsonObject | undefined) => void
  /** Which rows a list shows before any filter. */
  readonly shown?: (call: CompanyCall, rows: readonly Row[]) => readonly Row[]
  /** Whether a row may be deleted, beyond not being the default and not being used. */
  readonly deletable?: (row: Row) => boolean
}
