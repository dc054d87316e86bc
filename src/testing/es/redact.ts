import type { Json, JsonObject } from '../http/json.ts'
import { isUpload } from './scalars.ts'

const secret = /token|secret|password|pwd/i

/** Variables as they may be shown: without secrets at any depth, and files by their name. */
export function redacted(fields: JsonObject): JsonObject {
  const shown = Object.entries(fields).filter(([name]) => !secret.test(name))
  return Object.fromEntries(shown.map(([name, value]) => [name, value === undefined ? value : inside(value)]))
}

function inside(value: Json): Json {
  if (isUpload(value)) return value.filename
  if (Array.isArray(value)) return value.map(inside)
  return typeof value === 'object' && value !== null ? redacted(value) : value
}
