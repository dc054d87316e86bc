export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}

/** Errors above the operations, as the server writes them. */
export function topLevel(status: number, code: string, ...errors: { message: string }[]): Response {
  return json({ errors: errors.map((error) => ({ ...error, extensions: { code } })) }, status)
}

/** The login is missing or over. */
export function notAuthenticated(): Response {
  return topLevel(401, 'UNAUTHENTICATED', { message: 'Not authenticated' })
}

export function notFound(): Response {
  return new Response('Not Found', { status: 404, headers: { 'content-type': 'text/plain' } })
}
