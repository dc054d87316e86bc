import * as z from 'zod'
import { driftIn } from '../../../src/pt/drift.ts'
import type { Described } from './reference.ts'
import { elementsOf, fieldsOf, isUnknown, type Schema } from './schemas.ts'

interface Samples {
  readonly takes: readonly unknown[]
  readonly refuses: readonly unknown[]
}

const WORDS = 'some words'

/** Values that tell a type of the reference from the others. */
const SAMPLES: Readonly<Record<string, Samples>> = {
  int: { takes: [1], refuses: [WORDS, {}] },
  float: { takes: [1, 1.25], refuses: [WORDS, {}] },
  string: { takes: [WORDS], refuses: [{}] },
  date: { takes: ['2026-03-02'], refuses: [{}] },
  datetime: { takes: ['2026-03-02T09:00:00+0000', '2026-03-02 09:00:00'], refuses: [{}] },
}

/** Text of a form that the reference names. */
const FORMATS: Readonly<Record<string, string>> = {
  email: 'a@example.com',
  'pt-zip': '3000-121',
  'pt-vat': '509442013',
}

/** Numbers that answers write as text, where the reference shows what was seen. */
const NUMBERS_AS_TEXT = /^field (.*\.)?(count|\w+_id)$/
/** Text that the reference once calls a number. */
const TEXTS_AS_NUMBER = /[ .]vat$/
/** What answers show as text, although the parameter is a number in the reference. */
const BOTH = /^param (.*\.)?properties\.value$/

/** What a schema does not say as the reference does; undefined when it fits. The path begins with `param` or `field`. */
export function misfit(schema: Schema, path: string, described: Described): string | undefined {
  if (described.type === 'unknown') return undefined
  if (isUnknown(schema)) return 'no type'
  if (described.nullable && !takesNull(schema)) return 'null'
  if (described.type === 'array') {
    const elements = elementsOf(schema)
    if (elements.length === 0) return 'not a list'
    const { element } = described
    return element && elements.map((one) => misfit(one, path, element)).find((found) => found !== undefined)
  }
  if (described.type === 'object') {
    return Object.keys(fieldsOf(schema)).length > 0 ? undefined : 'not an object'
  }
  const { takes, refuses } = samplesOf(path, described)
  const accepts = (value: unknown) => z.safeParse(schema, value).success
  return takes.every(accepts) && !refuses.some(accepts) ? undefined : `not ${described.type}`
}

function samplesOf(path: string, { type, docType, format, enum: allowed }: Described): Samples {
  if (BOTH.test(path)) return { takes: [WORDS, 1.25], refuses: [{}] }
  const samples = SAMPLES[type] ?? { takes: [], refuses: [{}] }
  if (allowed) return { ...samples, takes: allowed }
  if (type === 'int' && TEXTS_AS_NUMBER.test(path)) return { takes: [501234567], refuses: [{}] }
  const isNumber = docType === 'int' || (type === 'string' && NUMBERS_AS_TEXT.test(path))
  const text = isNumber ? '187383' : FORMATS[format ?? '']
  return text === undefined ? samples : { ...samples, takes: [text] }
}

function takesNull(schema: Schema): boolean {
  return z.safeParse(schema, null).success && driftIn(schema, null).length === 0
}
