import { page } from '../http/html-page.ts'

export function json(value: unknown, status = 200, contentType = 'application/json'): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': contentType } })
}

/** An OAuth or permission error. */
export function refusal(status: number, error: string, description: string): Response {
  return json({ error, error_description: description }, status)
}

export const forbiddenPage = () => page(403, '<h1>Forbidden</h1>')
export const missingPage = () => page(404, '<h1>Not Found</h1>')
export const badRequestPage = () => page(400, '<h1>Bad Request</h1>')
