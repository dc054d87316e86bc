import type * as z from 'zod'
import { type AnswerReader, countReader, doneReader, type RowsRead, rowReader, rowsReader } from './answer.ts'
import { input, int, lazy, type Out, row, type Shape, text } from './schema.ts'

/** What a call does. Only reads are ever repeated. */
export type Kind = 'read' | 'create' | 'update' | 'delete' | 'act'

/** One endpoint as data: its path is the name of its group and its own. */
export interface Endpoint<P, R> {
  readonly kind: Kind
  readonly params: z.ZodType<P>
  /** Whether it takes a `company_id`. */
  readonly company: boolean
  /** Whether it takes `qty` and `offset`. */
  readonly paged: boolean
  readonly answer: AnswerReader<R>
}

/** An endpoint that answers a list. */
export type RowsEndpoint<P, T> = Endpoint<P, RowsRead<T>>

type None = Record<never, never>

/** An endpoint with whatever parameters and result. */
export interface AnyEndpoint {
  readonly kind: Kind
  readonly params: z.ZodType
  readonly company: boolean
  readonly paged: boolean
  readonly answer: AnswerReader<unknown>
}

/** The endpoints of a group by the names of their methods. */
export type EndpointTable = Readonly<Record<string, AnyEndpoint>>

/** Takes the company that it is about; the client's own when left out. */
export const company = { company_id: int }
/** `qty` at most 50, which is also the default; `offset` from 0. */
export const paging = { qty: int, offset: int }

function endpoint<P extends Shape, S extends Shape, R>(
  kind: Kind,
  answer: AnswerReader<R>,
  required: P,
  sometimes: S,
): Endpoint<Out<P, S>, R> {
  let built: z.ZodType<Out<P, S>> | undefined
  return {
    kind,
    get params() {
      built ??= input(required, sometimes)
      return built
    },
    company: 'company_id' in sometimes,
    paged: 'offset' in sometimes,
    answer,
  }
}

/** Reads a list. */
export function rows<T, P extends Shape = None, S extends Shape = None>(
  rowSchema: z.ZodType<T>,
  required: P,
  sometimes: S,
): RowsEndpoint<Out<P, S>, T> {
  return endpoint('read', rowsReader(rowSchema), required, sometimes)
}

/** Reads one record; none is a `NotFoundError`. */
export function one<T, P extends Shape, S extends Shape>(
  rowSchema: z.ZodType<T>,
  required: P,
  sometimes: S,
): Endpoint<Out<P, S>, T> {
  return endpoint('read', rowReader(rowSchema), required, sometimes)
}

/** Reads a count. */
export function count<P extends Shape, S extends Shape>(
  required: P,
  sometimes: S,
): Endpoint<Out<P, S>, number> {
  return endpoint('read', countReader, required, sometimes)
}

/** Changes something; `valid: 0` is a `RefusedError`. */
export function write<T, P extends Shape, S extends Shape>(
  kind: Exclude<Kind, 'read'>,
  answer: z.ZodType<T>,
  required: P,
  sometimes: S,
): Endpoint<Out<P, S>, T> {
  return endpoint(kind, doneReader(answer), required, sometimes)
}

/** `{ valid: 1 }` */
export interface Done {
  readonly valid: number
}

/** A change that answers only that it was done. */
export const done: z.ZodType<Done> = lazy(() => row({ valid: int }))

/** A change that answers what it refused or did in words too. */
export interface DoneWithMessage extends Done {
  readonly message?: string | undefined
}

export const doneWithMessage: z.ZodType<DoneWithMessage> = lazy(() => row({ valid: int }, { message: text }))

/** The id of what was created or changed, with `valid: 1`. */
export type Saved<Id extends string> = { readonly [K in Id]: number } & {
  readonly valid?: number | undefined
}

export function saved<Id extends string>(id: Id): z.ZodType<Saved<Id>> {
  // A computed key loses its name in the type.
  return lazy(() => row({ [id]: int }, { valid: int })) as unknown as z.ZodType<Saved<Id>>
}

/** One whole number under a name given by the caller. */
export function idField<Id extends string>(id: Id): Readonly<Record<Id, z.ZodType<number>>> {
  // A computed key loses its name in the type.
  return { [id]: int } as Readonly<Record<Id, z.ZodType<number>>>
}
