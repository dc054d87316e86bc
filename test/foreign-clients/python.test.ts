import { expect, test } from 'vitest'
import { logIn, styles } from './client.ts'
import { atWork, company_id, office } from './office.ts'
import { at, numberAt, rowsOf } from './reading.ts'

test('a password is a login too, with the five known keys', async () => {
  const { url, clientId, clientSecret, emulator } = await office()
  const [user] = emulator.credentials.users
  const ask = (password: string) =>
    fetch(`${url}/v1/grant/`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: clientId,
        client_secret: clientSecret,
        username: user?.username ?? '',
        password,
      }),
    })
  expect(await (await ask(user?.password ?? '')).json()).toEqual({
    access_token: expect.stringMatching(/^[0-9a-f]{40}$/),
    expires_in: 3600,
    token_type: 'bearer',
    scope: null,
    refresh_token: expect.any(String),
  })
  const refused = await ask('wrong')
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ error: 'invalid_grant' })
})

test('wrong application: 400 with invalid_client', async () => {
  const place = await office()
  const client = await logIn({ ...place, clientSecret: 'wrong' }, styles.python)
  expect(await client.refresh()).toMatchObject({ error: 'invalid_client' })
})

test('JSON that was not announced is not read', async () => {
  const { url, ids } = await atWork(styles.python)
  const { access_token } = await tokenOf(url)
  const response = await fetch(`${url}/v1/customers/getOne/?access_token=${access_token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ company_id, customer_id: ids.customer_id }),
  })
  expect(JSON.stringify(await response.json())).toMatch(/Forbidden|company_id/)
})

test('without the slash at the end: 403', async () => {
  const { url } = await atWork(styles.python)
  const { access_token } = await tokenOf(url)
  const response = await fetch(`${url}/v1/companies/getAll?access_token=${access_token}`, { method: 'POST' })
  expect(response.status).toBe(403)
})

test('pages are fifty rows at most, whatever was asked', async () => {
  const { post, emulator } = await atWork(styles.python)
  const { seedInstaller } = await import('../../src/testing/index.ts')
  seedInstaller(emulator)
  const total = numberAt(await post('customers/count', { company_id }), 'count')
  const seen = new Set<unknown>()
  for (let offset = 0; ; offset += 50) {
    const rows = rowsOf(await post('customers/getAll', { company_id, qty: 1000, offset }))
    expect(rows.length).toBeLessThanOrEqual(50)
    for (const row of rows) seen.add(at(row, 'customer_id'))
    if (rows.length < 50) break
  }
  expect(seen.size).toBe(total)
})

async function tokenOf(url: string): Promise<{ access_token: string }> {
  const asked = new URLSearchParams({
    grant_type: 'password',
    client_id: 'demo-app',
    client_secret: 'demo-secret-8d1f0c',
    username: 'ana.ferreira@example.com',
    password: 'uma-palavra-passe',
  })
  const answer: unknown = await (await fetch(`${url}/v1/grant/?${asked}`)).json()
  return { access_token: String(at(answer, 'access_token')) }
}
