import { UsageError } from '../errors/index.ts'
import type { EncodedBody } from '../http/body.ts'

type Variables = Readonly<Record<string, unknown>>

interface FilePart {
  readonly path: string
  readonly file: Blob
}

/**
 * A GraphQL request as a body: JSON, or where a variable holds a file (`Blob`, `File`) a form by the GraphQL multipart
 * convention. Undefined fields are left out. Throws a `UsageError` `invalid_params` for what cannot be written.
 */
export function requestBody(label: string, query: string, variables: Variables): EncodedBody | FormData {
  const files: FilePart[] = []
  const plain = plainValue(variables, ['variables'], { label, files })
  const operations = JSON.stringify(
    Object.keys(Object(plain)).length === 0 ? { query } : { query, variables: plain },
  )
  if (files.length === 0) return { contentType: 'application/json', text: operations }
  const form = new FormData()
  form.append('operations', operations)
  form.append('map', JSON.stringify(Object.fromEntries(files.map(({ path }, index) => [index, [path]]))))
  for (const [index, { file }] of files.entries()) form.append(String(index), file, nameOf(file))
  return form
}

function plainValue(
  value: unknown,
  path: readonly string[],
  parts: { readonly label: string; readonly files: FilePart[] },
): unknown {
  if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'string') {
    return value
  }
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value instanceof Blob) {
    parts.files.push({ path: path.join('.'), file: value })
    return null
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => plainValue(item, [...path, String(index)], parts) ?? null)
  }
  if (typeof value === 'object' && isPlain(value)) {
    const fields = Object.entries(value).map(([key, inner]) => [
      key,
      plainValue(inner, [...path, key], parts),
    ])
    return Object.fromEntries(fields.filter(([, inner]) => inner !== undefined))
  }
  throw new UsageError(`${parts.label} was not sent: ${path.slice(1).join('.')} cannot be written.`, {
    code: 'invalid_params',
    hint: 'Give text, a number, a boolean, a list, a plain object or a file; write a date as text.',
  })
}

function nameOf(file: Blob): string {
  const name: unknown = 'name' in file ? file.name : undefined
  return typeof name === 'string' && name !== '' ? name : 'file'
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
