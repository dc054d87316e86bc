import { canonicalJson } from '../../internal/json.ts'
import { normaliseTaxNumber } from '../../mappers/index.ts'
import type { ImportKind } from '../platforms/platform.ts'
import { type Fields, ledFields } from './entities.ts'
import { isEmpty } from './rules.ts'

/** Marks by field of what was delivered: enough to see that one was changed, and not what it held. */
export type FieldMarks = Readonly<Record<string, string>>

/** The marks of all fields that hold something. */
export function marksOf(kind: ImportKind, fields: Fields): FieldMarks {
  const marks: Record<string, string> = {}
  for (const name of ledFields(kind)) {
    const mark = markOf(name, fields[name])
    if (mark !== '') marks[name] = mark
  }
  return marks
}

/** A short mark of a value; blanks around it do not count, and nothing is empty text. */
export function markOf(name: string, value: unknown): string {
  const plain = plainOf(name, value)
  return isEmpty(plain) ? '' : digest(canonicalJson(plain))
}

function plainOf(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return name === 'vatNumber' ? normaliseTaxNumber(value) : value.trim().replace(/\r\n/g, '\n')
}

/** Two FNV-1a sums side by side, 12 characters. Nobody is kept out by it; it only has to differ. */
function digest(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x01000193)
  }
  return [a, b].map((sum) => (sum >>> 0).toString(36).padStart(7, '0').slice(-6)).join('')
}
