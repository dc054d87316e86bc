import * as z from 'zod'
import type { Encoded, Field, Problem } from './field.ts'

/** Any fields by name. What they read and take is known to the caller's type. */
export type Fields = Readonly<Record<string, Field<unknown, unknown>>>

type None = Record<never, never>
type Flat<T> = { [K in keyof T]: T[K] }
type ReadOf<F> = F extends Field<infer R, infer _W> ? R : never
type WriteOf<F> = F extends { readonly takes?: infer W } ? Exclude<W, undefined> : never

/** What is read: key and number are always there, everything else may be missing. */
export type RowOf<D> =
  D extends Definition<infer K, infer Q, infer S, infer O, infer N>
    ? Flat<
        { readonly [F in keyof (K & N)]: ReadOf<(K & N)[F]> } & {
          readonly [F in keyof (Q & S & O)]?: ReadOf<(Q & S & O)[F]> | undefined
        }
      >
    : never

/** What is written: key and required fields, and others. */
export type InputOf<D> =
  D extends Definition<infer K, infer Q, infer S, infer _O, infer _N>
    ? Flat<
        { readonly [F in keyof (K & Q)]: WriteOf<(K & Q)[F]> } & {
          readonly [F in keyof S]?: WriteOf<S[F]> | undefined
        }
      >
    : never

export interface Definition<
  K extends Fields,
  Q extends Fields,
  S extends Fields,
  O extends Fields,
  N extends Fields,
> {
  /** Tell two records apart. */
  readonly key: K
  /** Have to be sent with every write. */
  readonly required: Q
  readonly optional: S
  /** Only OutSmart writes them. */
  readonly readOnly: O
  /** OutSmart's own number of the record: always there, never written. */
  readonly number: N
  /** Takes custom fields `val_value_1`, `val_value_2` …, which stay texts. */
  readonly custom: boolean
}

type AnyDefinition = Definition<Fields, Fields, Fields, Fields, Fields>

/** A kind of record: how it is read, written, and what it can be filtered on. */
export interface Entity<Row, Input> {
  readonly read: z.ZodType<Row>
  encode(input: unknown, path: string): Encoded
  /** What of a row can be written again as it is. */
  writable(row: Row): Partial<Input>
  /** Whether a filter on the field makes sense. */
  has(name: string): boolean
  readonly keys: readonly string[]
  /** Never there: it only carries the type of what can be written. */
  readonly takes?: Input
}

/** Fields that form a record. Groups that are left out are empty. */
export function define<
  K extends Fields = None,
  Q extends Fields = None,
  S extends Fields = None,
  O extends Fields = None,
  N extends Fields = None,
>(parts: {
  key?: K
  required?: Q
  optional?: S
  readOnly?: O
  number?: N
  custom?: boolean
}): Definition<K, Q, S, O, N> {
  const none = {}
  const { key = none, required = none, optional = none, readOnly = none, number = none } = parts
  // Groups that are left out have no fields, as their defaults in the type say.
  return { key, required, optional, readOnly, number, custom: parts.custom ?? false } as Definition<
    K,
    Q,
    S,
    O,
    N
  >
}

const CUSTOM = /^val_value_\d+$/

/** The entity that a definition makes; its schema is built when it is used for the first time. */
export function entity<Row, Input>(definition: AnyDefinition): Entity<Row, Input> {
  const { key, required, optional, readOnly, number, custom } = definition
  const always: Fields = { ...key, ...number }
  const all: Fields = { ...always, ...required, ...optional, ...readOnly }
  const writable: Fields = { ...key, ...required, ...optional }
  const demanded = Object.keys({ ...key, ...required })
  let built: z.ZodType<Row> | undefined
  return {
    get read() {
      // The shape is the definition's, whose type the caller names.
      built ??= rowSchema(always, all) as unknown as z.ZodType<Row>
      return built
    },
    has: (name) => Object.hasOwn(all, name) || (custom && CUSTOM.test(name)),
    keys: Object.keys(always),
    encode: (input, path) => encodeRecord(input, path, { writable, demanded, custom }),
    writable(row) {
      const mine = Object.entries(row ?? {}).filter(
        ([name, value]) =>
          value !== undefined &&
          (Object.hasOwn(writable, name) || (custom && CUSTOM.test(name) && typeof value === 'string')),
      )
      // Fields read into what they take when they are written.
      return Object.fromEntries(mine) as Partial<Input>
    },
  }
}

/** Empty forms of a value that is not there. */
const EMPTY: ReadonlySet<unknown> = new Set([null, '', '0000-00-00', '0000-00-00 00:00:00', '00-00-0000'])

/** A union with the empty forms would cost more than the rest of a row: each form that does not fit is an error first. */
const sometimes = (read: z.ZodType) =>
  z.optional(z.preprocess((value) => (EMPTY.has(value) ? undefined : value), z.optional(read)))

function rowSchema(always: Fields, all: Fields) {
  const shape = Object.entries(all).map(([name, { read }]) => [
    name,
    Object.hasOwn(always, name) ? read : sometimes(read),
  ])
  return z.looseObject(Object.fromEntries(shape))
}

function encodeRecord(
  input: unknown,
  path: string,
  { writable, demanded, custom }: { writable: Fields; demanded: readonly string[]; custom: boolean },
): Encoded {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { problems: [{ path, code: 'wrong' }] }
  }
  const problems: Problem[] = []
  const wire: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue
    const at = path === '' ? name : `${path}.${name}`
    const field = Object.hasOwn(writable, name) ? writable[name] : undefined
    if (!field && !(custom && CUSTOM.test(name) && typeof value === 'string')) {
      problems.push({ path: at, code: 'unknown' })
    } else {
      const encoded = field && value !== '' ? field.encode(value, at) : { wire: value }
      if ('problems' in encoded) problems.push(...encoded.problems)
      else wire[name] = encoded.wire
    }
  }
  const refused = new Set(problems.map((problem) => problem.path))
  for (const name of demanded) {
    const at = path === '' ? name : `${path}.${name}`
    const lacks = wire[name] === undefined || wire[name] === ''
    if (lacks && !refused.has(at)) problems.push({ path: at, code: 'required' })
  }
  return problems.length > 0 ? { problems } : { wire }
}

/** Records inside a record. */
export function rowsOf<Row, Input>(inner: Entity<Row, Input>): Field<Row[], readonly Input[]> {
  return {
    get read() {
      return z.array(inner.read)
    },
    encode(value, path) {
      if (!Array.isArray(value)) return { problems: [{ path, code: 'wrong' }] }
      const encoded = value.map((one: unknown, i) => inner.encode(one, `${path}[${i}]`))
      const problems = encoded.flatMap((one) => ('problems' in one ? one.problems : []))
      if (problems.length > 0) return { problems }
      return { wire: encoded.map((one) => ('wire' in one ? one.wire : undefined)) }
    },
  }
}

/** A record inside a record; only read. */
export function oneOf<Row>(inner: Entity<Row, never>): Field<Row, never> {
  return {
    get read() {
      return inner.read
    },
    encode: (_value, path) => ({ problems: [{ path, code: 'unknown' }] }),
  }
}
