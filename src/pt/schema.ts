import * as z from 'zod'
import { int, num, text } from '../internal/scalars.ts'

export { int, num, text }

/** What a schema gives after reading. */
export type OutOf<S extends z.ZodType> = z.output<S>

export type Shape = Readonly<Record<string, z.ZodType>>

type Flat<T> = { [K in keyof T]: T[K] }

/** The object that required fields and fields that may be missing give. */
export type Out<Required extends Shape, Sometimes extends Shape = Record<never, never>> = Flat<
  { [K in keyof Required]: OutOf<Required[K]> } & { [K in keyof Sometimes]?: OutOf<Sometimes[K]> | undefined }
>

/** Date and time as Moloni writes it: `2026-03-02T09:00:00+0000`, with Lisbon's offset and no colon in it. */
export const datetime: z.ZodType<string> = z.string()

/** Anything: the reference shows no type. */
export const anything: z.ZodType<unknown> = z.unknown()

/** For requests: text or a number, where the reference is not sure. */
export const scalar: z.ZodType<string | number> = z.union([z.number(), z.string()])

/** For requests: 0 or 1, or a boolean that is sent as such. */
export const flag: z.ZodType<0 | 1 | boolean> = z.union([z.literal(0), z.literal(1), z.boolean()])

/** For requests: a day, `YYYY-MM-DD` (a time may follow), or empty. */
export const date: z.ZodType<string> = z.string().regex(/^$|^\d{4}-\d{2}-\d{2}([T ].*)?$/)

/** For requests: a moment, `YYYY-MM-DD` with an optional time. */
export const moment: z.ZodType<string> = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/)

export function nullable<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  return z.nullable(schema)
}

export function array<T>(schema: z.ZodType<T>): z.ZodType<T[]> {
  return z.array(schema)
}

/** Either of two shapes, the first that fits. */
export function either<A, B>(first: z.ZodType<A>, second: z.ZodType<B>): z.ZodType<A | B> {
  return z.union([first, second])
}

/** Built when it is used for the first time. */
export function lazy<T>(build: () => z.ZodType<T>): z.ZodType<T> {
  return z.lazy(build)
}

const EMPTY = z.union([z.null(), z.literal(''), z.tuple([])]).transform(() => undefined)

/** A field that may be missing. `null`, `""` and `[]` in its place count as missing unless its schema takes them. */
function optional<T>(schema: z.ZodType<T>): z.ZodType<T | undefined> {
  return z.optional(z.union([schema, EMPTY]))
}

/**
 * A row of an answer. The first required field identifies it. Keys that are not listed are kept at run time
 * but are not in the type.
 */
export function row<R extends Shape, S extends Shape = Record<never, never>>(
  required: R,
  sometimes?: S,
): z.ZodType<Out<R, S>> {
  // Plain ZodType on purpose: comparing whole ZodObject types makes the compiler three times slower.
  return z.looseObject(shapeOf(required, sometimes, optional)) as unknown as z.ZodType<Out<R, S>>
}

/** Fields of a request; others are refused, because Moloni ignores what it does not know. */
export function input<R extends Shape, S extends Shape = Record<never, never>>(
  required: R,
  sometimes?: S,
): z.ZodType<Out<R, S>> {
  // As in row().
  return z.strictObject(shapeOf(required, sometimes, z.optional)) as unknown as z.ZodType<Out<R, S>>
}

function shapeOf(
  required: Shape,
  sometimes: Shape = {},
  mayLack: (schema: z.ZodType) => z.ZodType,
): Record<string, z.ZodType> {
  const wrapped = Object.entries(sometimes).map(([key, schema]) => [key, mayLack(schema)])
  return { ...required, ...Object.fromEntries(wrapped) }
}

/** The schema itself, without what wraps it. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  // Its own unwrap() would build the schema anew each time.
  if (schema instanceof z.ZodLazy) return unwrap(schema._zod.innerType)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrap(schema.unwrap())
  return schema
}

/** Name of the field that identifies a row. */
export function identityOf(schema: z.ZodType): string | undefined {
  const inner = unwrap(schema)
  return inner instanceof z.ZodObject ? Object.keys(inner.shape)[0] : undefined
}
