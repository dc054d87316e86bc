import * as z from 'zod'
import * as scalars from '../internal/scalars.ts'

/** A schema by what it reads; a name of its own keeps declarations short. */
export interface Schema<T> extends z.ZodType<T> {}

type Fields = Readonly<Record<string, z.ZodType>>

/** The object that fields give, shown member by member. */
export type Out<F extends Fields> = { [K in keyof F]: z.output<F[K]> } & {}

/** The fields of a record, built when they are needed. */
export type FieldsOf<F extends Fields> = () => F

export const int: Schema<number> = scalars.int
export const num: Schema<number> = scalars.num
export const text: Schema<string> = scalars.text

/** Yes or no, also as 1 or 0. */
export const flag: Schema<boolean> = z.union([z.boolean(), z.literal([0, 1]).transform((bit) => bit === 1)])

export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  return z.nullable(schema)
}

/** A field that the reference never shows empty. It may be null all the same, which is drift. */
export function expected<T>(schema: Schema<T>): Schema<T | null> {
  return z.union([schema, z.null()])
}

/** A list; null in its place is an empty one. */
export function list<T>(schema: Schema<T>): Schema<T[]> {
  return z.union([z.array(schema), z.null().transform((): T[] => [])])
}

/** A record with these fields, built when it is used for the first time. */
export function row<F extends Fields>(fields: FieldsOf<F>): Schema<Out<F>> {
  // Plain ZodType on purpose: comparing whole ZodObject types makes the compiler slow.
  return z.lazy(() => z.object(fields())) as unknown as Schema<Out<F>>
}
