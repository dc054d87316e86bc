import {
  createOAuth,
  createTokenSource,
  type OAuth,
  parseCallback,
  type TokenSourceOptions,
} from '../../src/oauth/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { createPtEmulator, type PtEmulatorOptions } from '../../src/testing/index.ts'
import { fakeClock } from '../support/fake-clock.ts'

/** A logged-in source on an emulator in this process; time moves only when the test moves it. */
export async function loggedIn(options: PtEmulatorOptions = {}) {
  const clock = fakeClock()
  const emulator = createPtEmulator({ clock, ...options })
  const { clientId, clientSecret, redirectUris } = emulator.credentials
  const oauth = createOAuth({
    platform: 'pt',
    clientId,
    clientSecret,
    redirectUri: redirectUris[0] ?? '',
    fetch: (request) => emulator.fetch(request),
    clock,
  })
  const store = memoryStore()
  const source = (own: Partial<TokenSourceOptions> = {}) =>
    createTokenSource({ oauth, store, key: 'one', clock, ...own })
  const tokens = source()
  await tokens.save(await logIn(oauth, (request) => emulator.fetch(request)))
  const grants = () => emulator.requests.filter(({ path }) => path === 'grant').length - 1
  return { clock, emulator, oauth, store, source, tokens, grants }
}

/** Goes through the login page and exchanges the code. */
export async function logIn(oauth: OAuth, fetch: (request: Request) => Promise<Response>) {
  const page = await fetch(new Request(oauth.authorizeUrl({ state: 'state-1' }), { redirect: 'manual' }))
  const { code } = parseCallback(page.headers.get('location') ?? '')
  return oauth.exchangeCode(code)
}
