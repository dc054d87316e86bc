import { expect, test } from 'vitest'
import { createOAuth } from '../../src/oauth/index.ts'
import { createSyncEngine, memoryHost, memoryStore, type SyncEngineOptions } from '../../src/sync/index.ts'

const oauth = createOAuth({
  platform: 'pt',
  clientId: 'app',
  clientSecret: 'secret',
  redirectUri: 'https://app.example/callback',
})
const whole: SyncEngineOptions = { store: memoryStore(), host: memoryHost(), oauth: { pt: oauth } }

test.each(['store', 'host', 'oauth'])('an engine without %s is refused by name', (name) => {
  // As a program in plain JavaScript would call it.
  const options = { ...whole, [name]: undefined } as SyncEngineOptions
  expect(() => createSyncEngine(options)).toThrow(
    expect.objectContaining({ code: 'missing_option', message: expect.stringContaining(name) }),
  )
})

test('a platform that has no application is refused before anything is stored', async () => {
  const store = memoryStore()
  const engine = createSyncEngine({ ...whole, store, oauth: {} })
  await expect(engine.connect({ platform: 'pt' })).rejects.toMatchObject({ code: 'platform_not_configured' })
  expect(await store.scan('connection', { by: 'key', limit: 1 })).toMatchObject({ records: [] })
})
