import * as z from 'zod'

/** What is wrong with a value that was to be sent. */
export interface Problem {
  /** For example `[2].Materials[0].MaterialName`. */
  readonly path: string
  readonly code: 'required' | 'too_long' | 'wrong' | 'unknown'
  /** What fits, when the value is too long. */
  readonly max?: string
}

/** A value as it is sent, or what is wrong with it. */
export type Encoded = { readonly wire: unknown } | { readonly problems: readonly Problem[] }

/** One field of a record: how it is read, and how it is written. */
export interface Field<R, W> {
  /** A value that is there; empty and missing ones are dealt with around it. */
  readonly read: z.ZodType<R>
  encode(value: unknown, path: string): Encoded
  /** Never there: it only carries the type of what can be written. */
  readonly takes?: W
}

/** What fits into a text: characters, or bytes of UTF-8. */
export interface Size {
  readonly max: number
  readonly in: 'characters' | 'bytes'
}

function field<R, W>(
  read: z.ZodType<R>,
  takes: z.ZodType<W>,
  write: (value: W) => string,
  size?: Size,
): Field<R, W> {
  return {
    read,
    encode(value, path) {
      const parsed = takes.safeParse(value)
      if (!parsed.success) return { problems: [{ path, code: 'wrong' }] }
      const wire = write(parsed.data)
      if (size === undefined || lengthOf(wire, size) <= size.max) return { wire }
      return { problems: [{ path, code: 'too_long', max: `${size.max} ${size.in}` }] }
    },
  }
}

function lengthOf(text: string, size: Size): number {
  return size.in === 'bytes' ? new TextEncoder().encode(text).length : [...text].length
}

const scalarText = z.union([z.string(), z.number().transform(String)])
const asIs = (value: string) => value

/** Text of at most `max` characters; without `max` nobody documents what fits. */
export function text(max?: number): Field<string, string> {
  return field(scalarText, z.string(), asIs, max === undefined ? undefined : { max, in: 'characters' })
}

/** A long text: 64 kB. */
export function longText(): Field<string, string> {
  return field(scalarText, z.string(), asIs, { max: 65_535, in: 'bytes' })
}

const decimalText = z
  .string()
  .regex(/^\s*-?\d+([.,]\d+)?\s*$/)
  .transform((value) => Number(value.replace(',', '.')))

/** A decimal, read with a point or a comma. Written as given, numbers with a point. */
export function decimal(): Field<number, number | string> {
  const takes = z.union([z.number().refine(Number.isFinite), z.string().regex(/^-?\d+([.,]\d+)?$/)])
  return field(z.union([decimalText, z.number()]), takes, plainNumber)
}

const wholeText = z
  .string()
  .regex(/^\s*-?\d+\s*$/)
  .transform(Number)

export function whole(): Field<number, number> {
  return field(z.union([wholeText, z.int()]), z.int(), String)
}

/** `"0"` or `"1"` on the wire. */
export function flag(): Field<boolean, boolean> {
  const read = z.union([
    z.literal(['1', '0']).transform((value) => value === '1'),
    z.boolean(),
    z.literal([1, 0, 'true', 'false']).transform((value) => value === 1 || value === 'true'),
  ])
  return field(read, z.boolean(), (value) => (value ? '1' : '0'))
}

const isoDay = z.iso.date()

/** A day, `YYYY-MM-DD` on both sides. */
export function day(): Field<string, string> {
  return field(isoDay, isoDay, asIs)
}

const dutchDay = z
  .string()
  .regex(/^\d{1,2}-\d{1,2}-\d{4}$/)
  .transform((value) => {
    const [day = '', month = '', year = ''] = value.split('-')
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  })
  .pipe(isoDay)

/** A day, `YYYY-MM-DD` here and `d-m-Y` on the wire. */
export function workDay(): Field<string, string> {
  return field(z.union([dutchDay, isoDay]), isoDay, (value) => value.split('-').reverse().join('-'))
}

const clock = z.string().regex(/^\d{1,2}:\d{2}(:\d{2})?$/)

/** A time of the clock, `H:i`. */
export function time(): Field<string, string> {
  return field(clock, z.string().regex(/^\d{1,2}:\d{2}$/), asIs)
}

/** A length of time as `H:i`; may be longer than a day. */
export function duration(): Field<string, string> {
  const form = z.string().regex(/^\d{1,4}:\d{2}(:\d{2})?$/)
  return field(form, form, asIs)
}

/** A moment of OutSmart's own clock, `Y-m-d H:i:s`; its zone is not documented. */
export function moment(): Field<string, string> {
  const form = z.string().regex(/^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?$/)
  return field(form, form, asIs)
}

/** Texts in a list. */
export function textList(): Field<string[], string[]> {
  const takes = z.array(z.string())
  return {
    read: z.array(scalarText),
    encode(value, path) {
      const parsed = takes.safeParse(value)
      return parsed.success ? { wire: parsed.data } : { problems: [{ path, code: 'wrong' }] }
    },
  }
}

/** Whatever is there; nothing documents its form. */
export function anything(): Field<unknown, unknown> {
  return { read: z.unknown(), encode: (value) => ({ wire: value }) }
}

/** A number without an exponent, which nobody on the other side reads. */
function plainNumber(value: number | string): string {
  if (typeof value === 'string') return value
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}
