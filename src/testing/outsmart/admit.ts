import { Refusal } from './answers.ts'
import type { OutsmartBehaviour, OutsmartCredentials } from './options.ts'
import type { OutsmartState } from './state.ts'

/** Refuses a request that may not be made, in the order in which the real service looks. */
export function admit(
  url: URL,
  path: string,
  state: OutsmartState,
  credentials: OutsmartCredentials,
  behaviour: OutsmartBehaviour,
): void {
  if (behaviour.requireHttps && url.protocol !== 'https:') throw new Refusal(1006, 'Use https.')
  const [token, software] = [url.searchParams.get('token'), url.searchParams.get('software_token')]
  if (!token) throw new Refusal(1002, 'The token is missing.')
  if (!software) throw new Refusal(1003, 'The software token is missing.')
  if (software !== credentials.softwareToken) throw new Refusal(1005, 'The software token is not valid.')
  if (token !== credentials.token || state.revoked.includes(token)) {
    throw new Refusal(1004, 'The token is not allowed to do this.')
  }
  if (behaviour.forbidden.includes(path)) throw new Refusal(1004, 'The token is not allowed to do this.')
}
