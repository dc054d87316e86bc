import { httpBuildQuery, type Params } from './php.ts'
import { at } from './reading.ts'

/** How a client that knows nothing of this library speaks to Moloni. */
export interface Style {
  readonly authorize: '/ac/root/oauth/' | '/v1/authorize/'
  readonly version: 'v1' | 'v2'
  /** Everything in the query, or a form body. */
  readonly grant: 'GET' | 'POST'
  readonly body: 'form' | 'json' | 'json as form'
}

export const styles = {
  /** The plug-ins for PrestaShop, WHMCS and Magento. */
  plugin: { authorize: '/v1/authorize/', version: 'v1', grant: 'GET', body: 'form' },
  /** The plug-in for WooCommerce. */
  woocommerce: { authorize: '/ac/root/oauth/', version: 'v2', grant: 'GET', body: 'form' },
  /** Python with `requests`: json=true, while the header still says form. */
  python: { authorize: '/ac/root/oauth/', version: 'v1', grant: 'POST', body: 'json as form' },
  go: { authorize: '/ac/root/oauth/', version: 'v1', grant: 'GET', body: 'json' },
} as const satisfies Record<string, Style>

export interface Application {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

export interface ForeignClient {
  /** A decoded answer, whatever it says. */
  post(path: string, params?: Params, query?: Record<string, string>): Promise<unknown>
  /** The bare response of a call. */
  send(path: string, params?: Params, query?: Record<string, string>): Promise<Response>
  /** Takes new tokens with the refresh token. */
  refresh(): Promise<unknown>
}

/** Logs in as a person with a browser would, and gives a client of that style. */
export async function logIn(application: Application, style: Style): Promise<ForeignClient> {
  const { url, clientId, clientSecret, redirectUri } = application
  const known = { client_id: clientId, client_secret: clientSecret }
  let tokens: unknown = {}

  async function grant(params: Record<string, string>): Promise<unknown> {
    const address = `${url}/${style.version}/grant/`
    const fields = new URLSearchParams({ ...known, ...params })
    const response = await (style.grant === 'GET'
      ? fetch(`${address}?${fields}`)
      : fetch(address, { method: 'POST', body: fields }))
    const answer: unknown = await response.json()
    if (response.ok) tokens = answer
    return answer
  }

  const asked = new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: redirectUri })
  const page = await fetch(`${url}${style.authorize}?${asked}`, { redirect: 'manual' })
  const back = new URL(page.headers.get('location') ?? '')
  const code = back.searchParams.get('code') ?? ''
  await grant({ grant_type: 'authorization_code', redirect_uri: redirectUri, code })

  const send: ForeignClient['send'] = (path, params = {}, query = {}) => {
    const json = style.body === 'form' ? {} : { json: 'true' }
    const asked = new URLSearchParams({ access_token: String(at(tokens, 'access_token')), ...json, ...query })
    return fetch(`${url}/${style.version}/${path}/?${asked}`, {
      method: 'POST',
      headers: {
        'content-type': style.body === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      },
      body: style.body === 'form' ? httpBuildQuery(params) : JSON.stringify(params),
    })
  }
  return {
    send,
    post: async (path, params, query) => (await send(path, params, query)).json(),
    refresh: () => grant({ grant_type: 'refresh_token', refresh_token: String(at(tokens, 'refresh_token')) }),
  }
}
