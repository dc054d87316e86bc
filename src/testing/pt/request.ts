import { decodeForm } from '../http/form.ts'
import { asObject, parseJson } from '../http/json.ts'

/**
 * The parameters of a body as PHP would see them: form fields with nesting (`a[0][b]=1`), or JSON when the query asks
 * for it. Anything else (JSON that was not announced, for example) is not read at all.
 */
export function decodeBody(text: string, contentType: string, json: boolean): Record<string, unknown> {
  if (json) return asObject(parseJson(text)) ?? {}
  if (!contentType.toLowerCase().startsWith('application/x-www-form-urlencoded')) return {}
  return decodeForm(text)
}
