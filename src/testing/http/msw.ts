import { createRequire } from 'node:module'
import type { HttpHandler } from 'msw'
import type { Emulator } from './emulator.ts'

/**
 * Handlers that answer everything on the emulator's real host names, for `setupServer(...handlers)` of `msw/node`.
 * A rejected `fetch` becomes a network error. Needs the package `msw` to be installed.
 *
 * @example
 * const server = setupServer(...mswHandlers(createPtEmulator()))
 * server.listen({ onUnhandledRequest: 'error' })
 */
export function mswHandlers(emulator: Pick<Emulator, 'fetch' | 'origins'>): HttpHandler[] {
  const { http, HttpResponse } = loadMsw()
  return emulator.origins.map((origin) =>
    http.all(`${origin}/*`, async ({ request }) => {
      try {
        return await emulator.fetch(request)
      } catch {
        return HttpResponse.error()
      }
    }),
  )
}

/** msw is an optional peer: it is loaded by the first call, so that the rest of the test kit works without it. */
function loadMsw(): typeof import('msw') {
  return createRequire(import.meta.url)('msw')
}
