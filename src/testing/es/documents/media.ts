import type { EsState } from '../state.ts'

/** The media host: files by path, private ones with their token in `jwt`. */
export function media(_state: EsState, _now: number, _url: URL): Response {
  return new Response('Not found', { status: 404 })
}
