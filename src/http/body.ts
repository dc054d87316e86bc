import { UsageError } from '../errors/index.ts'

/** How a body is written: `json` needs `json=true` in the address, `form` is PHP's nesting. */
export type BodyStyle = 'json' | 'form'

export interface EncodedBody {
  readonly contentType: string
  readonly text: string
}

type Plain = string | number | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * Writes the fields of a request. Undefined fields and empty lists are left out, `null` becomes empty text and a
 * boolean 0 or 1. No field at all gives no body. Throws a `UsageError` for what cannot be written.
 */
export function encodeBody(
  style: BodyStyle,
  fields: Readonly<Record<string, unknown>>,
): EncodedBody | undefined {
  const plain = plainObject(fields, '')
  if (Object.keys(plain).length === 0) return undefined
  return style === 'json'
    ? { contentType: 'application/json', text: JSON.stringify(plain) }
    : { contentType: 'application/x-www-form-urlencoded', text: formText(plain) }
}

function formText(fields: { readonly [key: string]: Plain }): string {
  const pairs = new URLSearchParams()
  const add = (name: string, value: Plain): void => {
    if (typeof value !== 'object') pairs.append(name, String(value))
    else for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner)
  }
  for (const [name, value] of Object.entries(fields)) add(name, value)
  return pairs.toString()
}

function plainObject(value: object, path: string): { [key: string]: Plain } {
  const result: { [key: string]: Plain } = {}
  for (const [key, inner] of Object.entries(value)) {
    const kept = plainValue(inner, path === '' ? key : `${path}.${key}`)
    if (kept !== undefined) result[key] = kept
  }
  return result
}

function plainValue(value: unknown, path: string): Plain | undefined {
  if (value === undefined) return undefined
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) => plainValue(item, `${path}[${index}]`) ?? [])
    return items.length > 0 ? items : undefined
  }
  if (typeof value === 'object' && isPlain(value)) {
    const object = plainObject(value, path)
    return Object.keys(object).length > 0 ? object : undefined
  }
  throw new UsageError(`The field ${path} cannot be sent.`, {
    code: 'invalid_params',
    hint: 'Give text, a number, a boolean, a list or a plain object; write a date as text.',
  })
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
