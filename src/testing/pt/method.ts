import type { Json, JsonObject } from '../http/json.ts'
import type { PtBehaviour } from './options.ts'
import type { CompanyState, PtState, UserRow } from './state.ts'
import type { Problem } from './validation/problem.ts'
import type { Fields } from './validation/rules.ts'

/** What a method works on: checked parameters and the state. */
export interface Call {
  readonly state: PtState
  readonly values: JsonObject
  readonly user: UserRow
  readonly now: number
  readonly behaviour: PtBehaviour
  /** Where download links point. */
  readonly downloadOrigin: string
  /** A created row stays out of lists until this time. */
  readonly visibleFrom: number | undefined
  /** A list answers as if it had no filter. */
  readonly ignoreFilter: boolean
}

export interface CompanyCall extends Call {
  readonly company: CompanyState
}

interface Common {
  readonly fields: Fields
  readonly writing: boolean
}

/** One method of the API: what it takes and what it does. Runs at once, so that nothing comes between. */
export type Method =
  | (Common & {
      readonly scope: 'company'
      /** Rules of the top level beyond single fields; nested rows are looked at after them. */
      judge?(call: CompanyCall): Problem[]
      run(call: CompanyCall): Json
    })
  | (Common & { readonly scope: 'user' | 'anyone'; run(call: Call): Json })

/** By path, such as `customers/getAll`. */
export type Methods = Readonly<Record<string, Method>>

/** A read of a company's data. */
export function read(fields: Fields, run: (call: CompanyCall) => Json): Method {
  return { scope: 'company', fields, writing: false, run }
}

/** A change of a company's data. */
export function write(
  fields: Fields,
  run: (call: CompanyCall) => Json,
  judge: (call: CompanyCall) => Problem[] = () => [],
): Method {
  return { scope: 'company', fields, writing: true, run, judge }
}

/** A method without a company. */
export function open(fields: Fields, run: (call: Call) => Json, writing = false): Method {
  return { scope: 'user', fields, writing, run }
}

export const refused: JsonObject = { valid: 0 }

export function num(values: JsonObject, field: string): number {
  const value = values[field]
  return typeof value === 'number' ? value : 0
}

export function text(values: JsonObject, field: string): string {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}

/** Nested rows of a field; none when it is absent. */
export function rows(values: JsonObject, field: string): JsonObject[] {
  const value = values[field]
  if (!Array.isArray(value)) return []
  return value.filter(
    (row): row is JsonObject => typeof row === 'object' && row !== null && !Array.isArray(row),
  )
}

/** Only the named fields. */
export function pick(row: JsonObject, fields: readonly string[]): JsonObject {
  const found: JsonObject = {}
  for (const field of fields) found[field] = row[field]
  return found
}
