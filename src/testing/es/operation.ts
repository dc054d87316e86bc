import type { Json, JsonObject } from '../http/json.ts'
import type { HookEvent } from './hooks/events.ts'
import type { EsBehaviour } from './options.ts'
import type { CompanyState, EsState, UserRow } from './state.ts'

/**
 * How a root operation is written.
 *
 * A table `Operations` says by root field (`customerCreate`, `invoices`) what it does; `operations.ts` merges the
 * tables of all areas, and what no table names is served by the conventions of `entities/`. By the time `run` is
 * called, graphql-js has checked and coerced the arguments (`Date` is `YYYY-MM-DD`, `DateTime` an ISO text in UTC,
 * single objects are lists, files are `Upload` objects), the token is good and the company is the user's.
 *
 * `run` works at once, without waiting for anything, and returns the whole value of the root field, with stored rows
 * as they are:
 *
 * * an envelope: `answer(row)` is `{ errors: [], data: row }`; a list is `page(call, rows, 'InvoiceRead')` of
 *   `lists/page.ts`, which filters, searches, sorts and cuts by `args.options`;
 * * a bare value for operations that return a scalar;
 * * refusals are thrown: `throw new Refusal(problem('customerId', 'The customer …'))`, all problems at once. They
 *   become `{ errors, data: null }`, or false where the operation returns a Boolean.
 *
 * Nested fields are found in `resolve.ts`, from the row:
 *
 * 1. the table `FieldResolvers`, by `Type.field` or `Interface.field` (`DocumentRead.deletable`);
 * 2. the row's own field; a text stored by language (`{ pt, es, en }`) is translated, or null without
 *    `options.defaultLanguageId`;
 * 3. by reference: `customer` of a type that a table holds is looked up by `customerId`, `countryId` in the global
 *    tables, `company` is the company;
 * 4. null, an empty list, or 0, '' and false where the schema forbids null.
 *
 * What changes a row ends with `touch(call, row)` (`rows.ts`) and `call.fire(…)`, so that `updatedAt` and the hooks
 * follow.
 */
export interface Call {
  /** Name of the root field. */
  readonly operation: string
  /** Coerced arguments; those that were not sent are absent. */
  readonly args: JsonObject
  readonly state: EsState
  /** Who asks; absent in public operations without a token. */
  readonly user: UserRow | undefined
  /** Milliseconds since 1970. */
  readonly now: number
  readonly behaviour: EsBehaviour
  /** The language of translated fields: `options.defaultLanguageId`, or the host's own where it cannot be asked. */
  readonly languageId: number | undefined
  /** Fields that the operation's `search` knows, without `ALL`. */
  readonly searchable: readonly string[]
  /** Nested fields of all areas. */
  readonly fields: FieldResolvers
  readonly trouble: Trouble
  /** Reports a change to the hooks of the company. */
  fire(event: HookEvent): void
}

export interface CompanyCall extends Call {
  readonly company: CompanyState
  readonly user: UserRow
}

/** Whether a call is about a company. */
export function isOfCompany(call: Call): call is CompanyCall {
  return 'company' in call
}

/** Planned trouble that an operation has to take part in. */
export interface Trouble {
  /** Lists answer as if they had no filter. */
  readonly ignoreFilter: boolean
  /** Lists refuse their filters. */
  readonly refuseFilter: boolean
  /** What is created stays out of lists until this time. */
  readonly visibleFrom: number | undefined
}

export const noTrouble: Trouble = { ignoreFilter: false, refuseFilter: false, visibleFrom: undefined }

/** One root operation. */
export type Operation =
  | { readonly scope: 'company'; run(call: CompanyCall): Json }
  | { readonly scope: 'user' | 'public'; run(call: Call): Json }

/** By root field. */
export type Operations = Readonly<Record<string, Operation>>

/** Nested fields that the conventions do not find, by `Type.field`. */
export type FieldResolvers = Readonly<Record<string, (row: JsonObject, call: Call) => Json | undefined>>

/** An operation on a company's data. */
export function ofCompany(run: (call: CompanyCall) => Json): Operation {
  return { scope: 'company', run }
}

/** An operation that needs a login and no company. */
export function ofUser(run: (call: Call) => Json): Operation {
  return { scope: 'user', run }
}

/** An operation that needs no login. */
export function ofAnyone(run: (call: Call) => Json): Operation {
  return { scope: 'public', run }
}

/** What is wrong with a field of the input, or with the whole operation (`*`). */
export interface Problem extends JsonObject {
  field: string
  msg: string
}

export function problem(field: string, msg: string): Problem {
  return { field, msg }
}

/** The operation did nothing: every problem that was found. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly problems: readonly Problem[]

  constructor(...problems: readonly Problem[]) {
    super(problems.map(({ field, msg }) => `${field}: ${msg}`).join('; '))
    this.problems = problems
  }
}

/** The envelope of one result. */
export function answer(data: Json): JsonObject {
  return { errors: [], data }
}

/** An argument, or a field of one, that is an object; empty when it was not sent. */
export function object(fields: JsonObject, name: string): JsonObject {
  const value = fields[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

/** The objects of a list; none when it was not sent. */
export function objects(fields: JsonObject, name: string): JsonObject[] {
  const value = fields[name]
  if (!Array.isArray(value)) return []
  return value.filter(
    (item): item is JsonObject => typeof item === 'object' && item !== null && !Array.isArray(item),
  )
}

export function num(fields: JsonObject, name: string): number {
  const value = fields[name]
  return typeof value === 'number' ? value : 0
}

export function text(fields: JsonObject, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}
