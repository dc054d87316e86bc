import { notFound } from '../answers.ts'
import { bytesOf } from '../base64.ts'
import type { EsState } from '../state.ts'

/** The media host: files by path, private ones with their token in `jwt`. A bearer token is not looked at. */
export function media(state: EsState, now: number, url: URL): Response {
  const path = decodeURIComponent(url.pathname)
  const file = Object.hasOwn(state.media, path) ? state.media[path] : undefined
  if (!file) return notFound()
  if (file.private && !isOpen(state, now, path, url.searchParams.get('jwt'))) {
    return new Response('Forbidden', { status: 403, headers: { 'content-type': 'text/plain' } })
  }
  count(state, path)
  return new Response(bytesOf(file.base64), { headers: { 'content-type': file.type } })
}

function isOpen({ mediaTokens }: EsState, now: number, path: string, token: string | null): boolean {
  return mediaTokens.some((one) => one.token === token && one.path === path && one.expires > now)
}

/** Counts the downloads of a document. */
function count({ companies }: EsState, path: string): void {
  for (const { documents } of Object.values(companies)) {
    const row = documents.find(({ pdfPath }) => pdfPath === path)
    if (row) row.downloads = Number(row.downloads ?? 0) + 1
  }
}
