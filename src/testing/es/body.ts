import { asObject, type Json, type JsonObject, parseJson } from '../http/json.ts'
import { topLevel } from './answers.ts'
import { base64Of } from './base64.ts'
import type { Upload } from './scalars.ts'

/** A GraphQL request as it was sent. */
export interface Ask {
  query: string
  variables: JsonObject
  operationName?: string
}

const refuse = (message: string) => topLevel(400, 'BAD_REQUEST', { message })

/** Reads a body, plain JSON or a multipart request with files; a response refuses it. */
export async function readAsk(request: Request): Promise<Ask | Response> {
  const type = request.headers.get('content-type')?.toLowerCase() ?? ''
  if (type.startsWith('multipart/form-data')) return readMultipart(request)
  const text = await request.text()
  return askOf(type.startsWith('application/json') ? parseJson(text) : undefined)
}

function askOf(body: unknown): Ask | Response {
  if (Array.isArray(body)) return refuse('Operation batching disabled.')
  const fields = asObject(body)
  if (!fields || Object.keys(fields).length === 0) {
    return refuse('POST body missing, invalid Content-Type, or JSON object has no keys.')
  }
  const { query, variables = null, operationName = null } = fields
  if (query !== undefined && typeof query !== 'string') {
    return refuse('GraphQL queries must be strings.')
  }
  if (!query) {
    return refuse('GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.')
  }
  if (typeof variables === 'string') {
    return refuse(
      '`variables` in a POST body should be provided as an object, not a recursively JSON-encoded string.',
    )
  }
  if (typeof variables !== 'object')
    return refuse('`variables` in a POST body must be an object if provided.')
  if (operationName !== null && typeof operationName !== 'string') {
    return refuse('`operationName` in a POST body must be a string if provided.')
  }
  const plain: JsonObject = JSON.parse(JSON.stringify(variables ?? {}))
  return { query, variables: plain, ...(operationName === null ? {} : { operationName }) }
}

/**
 * The multipart convention: `operations`, `map`, and a part for each file, which replaces what the map points at. Where
 * the part was left out, it is null: one of the shop plug-ins names a main image whether there is one or not.
 */
async function readMultipart(request: Request): Promise<Ask | Response> {
  const form = await request.formData().catch(() => undefined)
  const sent = (name: string) => {
    const part = form?.get(name)
    return typeof part === 'string' ? parseJson(part) : undefined
  }
  const [operations, map] = [sent('operations'), asObject(sent('map'))]
  if (!form || operations === undefined) return refuse('Missing multipart field ‘operations’.')
  if (!map) return refuse('Missing multipart field ‘map’.')
  const ask = askOf(operations)
  if (ask instanceof Response) return ask
  for (const [name, paths] of Object.entries(map)) {
    const part = form.get(name)
    if (typeof part === 'string') return refuse('File missing in the request.')
    const file: Upload | null = part && { filename: part.name, type: part.type, base64: await base64Of(part) }
    for (const path of Array.isArray(paths) ? paths : []) {
      const [root, ...inside] = String(path).split('.')
      if (root !== 'variables' || !put(ask.variables, inside, file)) {
        return refuse(`Invalid object path for the ‘map’ multipart field value ‘${path}’.`)
      }
    }
  }
  return ask
}

/** Puts a file where a path points; false when there is no such place. */
function put(at: Json | undefined, [key, ...path]: string[], file: Upload | null): boolean {
  if (typeof at !== 'object' || at === null || key === undefined) return false
  if (path.length > 0) return put(Array.isArray(at) ? at[Number(key)] : at[key], path, file)
  if (Array.isArray(at)) at[Number(key)] = file
  else at[key] = file
  return true
}
