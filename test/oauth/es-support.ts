import {
  createOAuth,
  createTokenSource,
  type OAuthOptions,
  type TokenSourceOptions,
} from '../../src/oauth/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { createEsEmulator, type EsEmulatorOptions } from '../../src/testing/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { logIn } from './support.ts'

/** Logged in at an emulated Moloni Spain or Moloni ON; time moves only when the test moves it. */
export async function loggedInEs(options: EsEmulatorOptions = {}, own: Partial<OAuthOptions> = {}) {
  const clock = fakeClock()
  const emulator = createEsEmulator({ clock, ...options })
  const { clientId, clientSecret } = emulator.credentials
  const fetch = (request: Request) => emulator.fetch(request)
  const oauth = createOAuth({
    platform: options.platform ?? 'es',
    clientId,
    clientSecret,
    redirectUri: 'https://example.com/callback',
    fetch,
    clock,
    ...own,
  })
  const store = memoryStore()
  const source = (more: Partial<TokenSourceOptions> = {}) =>
    createTokenSource({ oauth, store, key: 'one', clock, ...more })
  const tokens = source()
  await tokens.save(await logIn(oauth, fetch))
  const grants = () => emulator.requests.filter(({ path }) => path === 'grant').length - 1
  return { clock, emulator, fetch, oauth, store, source, tokens, grants }
}
