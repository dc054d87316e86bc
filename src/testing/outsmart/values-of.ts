import type { FieldKind, FieldRule } from './table.ts'

/** What is wrong with a value that was sent. */
export type Fault = 'too_long' | 'wrong'

/** A value that was sent, as the text that is kept; or what is wrong with it. */
export function stored(value: unknown, { kind, max }: FieldRule, cut: boolean): string | { fault: Fault } {
  const text = plain(value)
  if (text === undefined) return { fault: 'wrong' }
  if (text !== '' && !forms[kind].test(text)) return { fault: 'wrong' }
  if (max === undefined || sizeOf(text, max) <= max) return text
  return cut ? [...text].slice(0, max).join('') : { fault: 'too_long' }
}

const anything = /[\s\S]*/

const forms: Readonly<Record<FieldKind, RegExp>> = {
  text: anything,
  flag: /^[01]$/,
  decimal: /^-?\d+([.,]\d+)?$/,
  whole: /^-?\d+$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  moment: /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?$/,
}

/** Scalars become text; anything else has no place in a field. */
function plain(value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** Large texts are measured in bytes, short ones in characters. */
function sizeOf(text: string, max: number): number {
  return max > 1000 ? new TextEncoder().encode(text).length : [...text].length
}
