import * as z from 'zod'
import { int, num, text } from '../internal/scalars.ts'

export { int, num, text }

type Fields = Readonly<Record<string, z.ZodType>>

/** The object that fields give. */
export type Out<F extends Fields> = { [K in keyof F]: z.output<F[K]> }

/** The fields of a record, built when they are needed. */
export type FieldsOf<F extends Fields> = () => F

/** Yes or no, also as 1 or 0. */
export const flag: z.ZodType<boolean> = z.union([
  z.boolean(),
  z.literal([0, 1]).transform((bit) => bit === 1),
])

export function nullable<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  return z.nullable(schema)
}

/** A field that the reference never shows empty. It may be null all the same, which is drift. */
export function expected<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  return z.union([schema, z.null()])
}

/** A list; null in its place is an empty one. */
export function list<T>(schema: z.ZodType<T>): z.ZodType<T[]> {
  return z.union([z.array(schema), z.null().transform((): T[] => [])])
}

/** Either of two shapes, the first that fits. */
export function either<A, B>(first: z.ZodType<A>, second: z.ZodType<B>): z.ZodType<A | B> {
  return z.union([first, second])
}

/** A record with these fields, built when it is used for the first time. */
export function row<F extends Fields>(fields: FieldsOf<F>): z.ZodType<Out<F>> {
  // Plain ZodType on purpose: comparing whole ZodObject types makes the compiler slow.
  return z.lazy(() => z.object(fields())) as unknown as z.ZodType<Out<F>>
}
