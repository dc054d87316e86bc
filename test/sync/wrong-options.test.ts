import { expect, test } from 'vitest'
import { createOAuth } from '../../src/oauth/index.ts'
import { createPtClient } from '../../src/pt/index.ts'
import { createSyncEngine, memoryHost, memoryStore } from '../../src/sync/index.ts'
import { createPtEmulator } from '../../src/testing/index.ts'

const application = { clientId: 'a', clientSecret: 'b', redirectUri: 'https://example.com/callback' }
const misspelt = { misspelt: 5 }

test.each([
  ['createPtClient', () => createPtClient({ token: 'x', ...misspelt })],
  ['createOAuth', () => createOAuth({ platform: 'pt', ...application, ...misspelt })],
  [
    'createSyncEngine',
    () => createSyncEngine({ store: memoryStore(), host: memoryHost(), oauth: {}, ...misspelt }),
  ],
])('%s refuses an option that nobody knows and names the known ones', (_name, create) => {
  expect(create).toThrow(expect.objectContaining({ code: 'invalid_option', name: 'UsageError' }))
  expect(create).toThrow(/misspelt.*Known are/)
})

test('a value of the wrong type is told apart from a name that Moloni does not know', async () => {
  const pt = createPtClient({ token: 'x', companyId: 1 })
  const wrongType = { qty: 'ten' as unknown as number }
  await expect(pt.customers.getAll(wrongType)).rejects.toThrow(/qty is missing or of the wrong type.*numbers/)
  const wrongName = { qty: 10, quantity: 10 }
  await expect(pt.customers.getAll(wrongName)).rejects.toThrow(/quantity is not known.*ignores names/)
})

test('a planned fault whose path can never match is refused', () => {
  expect(() => createPtEmulator().faults.plan({ on: 'customers/*', fault: { kind: 'cut' } })).toThrow(
    /RegExp/,
  )
})
