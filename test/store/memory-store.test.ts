import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../src/store/index.ts'
import { storeConformance } from '../../src/testing/index.ts'

describe('the memory store keeps every rule', () => {
  for (const { name, run } of storeConformance(() => memoryStore())) test(name, run)
})

test('its refusals are coded and say what is allowed', async () => {
  const store = memoryStore()
  const write = (key: string) => store.write([{ collection: 'c', key, expected: 'any', value: 1 }])
  await expect(write('é')).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining('200'),
  })
})

test('what one store holds is not in another', async () => {
  const [one, other] = [memoryStore(), memoryStore()]
  await one.write([{ collection: 'c', key: 'k', expected: 'any', value: 1 }])
  expect(await other.read('c', ['k'])).toEqual([undefined])
})

test.each([0, -1, Number.NaN])(
  'a page of %d records is refused: it would look like the end',
  async (limit) => {
    await expect(memoryStore().scan('c', { by: 'key', limit })).rejects.toMatchObject({ name: 'UsageError' })
  },
)

test('a value is measured in bytes', async () => {
  const write = (value: string) =>
    memoryStore().write([{ collection: 'c', key: 'k', expected: 'any', value }])
  expect(await write('é'.repeat(500_000))).toEqual([true])
  await expect(write('é'.repeat(600_000))).rejects.toMatchObject({ name: 'UsageError' })
})
