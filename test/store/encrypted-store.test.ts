import { inspect } from 'node:util'
import { type Change, type EncryptionKey, encryptedStore, memoryStore, type Store } from 'moloni-sdk'
import { storeConformance } from 'moloni-sdk/testing'
import { describe, expect, test } from 'vitest'

const bytes = (fill: number) => new Uint8Array(32).fill(fill)
const key = (id: string, fill = id.charCodeAt(0)): EncryptionKey => ({ id, key: bytes(fill) })
const put = (name: string, value: Change['value'], more: Partial<Change> = {}): Change => ({
  collection: 'c',
  key: name,
  expected: 'any',
  ...(value === undefined ? {} : { value }),
  ...more,
})
const rawValue = async (store: Store, name: string) => (await store.read('c', [name]))[0]?.value
const value = async (store: Store, name = 'k') => (await store.read('c', [name]))[0]?.value

describe('the encrypted store keeps every rule', () => {
  for (const { name, run } of storeConformance(() => encryptedStore(memoryStore(), { keys: [key('a')] })))
    test(name, run)
})

test('values lie encrypted, keys and indexes in the clear', async () => {
  const inner = memoryStore()
  const store = encryptedStore(inner, { keys: [key('a')] })
  await store.write([put('token', { accessToken: 's3cret' }, { index: 'tenant' })])
  const [record] = await inner.read('c', ['token'])
  expect(record).toMatchObject({ key: 'token', index: 'tenant', value: { key: 'a' } })
  expect(JSON.stringify(record)).not.toMatch(/s3cret|accessToken/)
  expect(await value(store, 'token')).toEqual({ accessToken: 's3cret' })
})

test('equal values never look equal', async () => {
  const inner = memoryStore()
  const store = encryptedStore(inner, { keys: [key('a')] })
  await store.write(['1', '2', '3'].map((name) => put(name, 'same')))
  await store.write([put('4', 'same')])
  const raw = await inner.read('c', ['1', '2', '3', '4'])
  expect(new Set(raw.map((record) => JSON.stringify(record?.value))).size).toBe(4)
})

test('a key may be bytes or their base64, and what one wrote the other reads', async () => {
  const inner = memoryStore()
  const base64 = Buffer.from(bytes(250)).toString('base64')
  const base64url = Buffer.from(bytes(250)).toString('base64url')
  await encryptedStore(inner, { keys: [{ id: 'a', key: bytes(250) }] }).write([put('k', 1)])
  for (const text of [base64, base64url]) {
    expect(await value(encryptedStore(inner, { keys: [{ id: 'a', key: text }] }))).toBe(1)
  }
})

test('a key that the caller wipes afterwards goes on', async () => {
  const own = bytes(7)
  const store = encryptedStore(memoryStore(), { keys: [{ id: 'a', key: own }] })
  own.fill(0)
  await store.write([put('k', 1)])
  expect(await value(store)).toBe(1)
})

describe('keys that cannot be', () => {
  const cases: [string, EncryptionKey[]][] = [
    ['none', []],
    ['too short', [{ id: 'a', key: new Uint8Array(31) }]],
    ['hexadecimal', [{ id: 'a', key: 'ab'.repeat(32) }]],
    ['no base64', [{ id: 'a', key: '%'.repeat(44) }]],
    ['a password', [{ id: 'a', key: 'correct horse battery staple' }]],
    ['twice the same id', [key('a'), key('a', 9)]],
    ['no id', [{ id: '', key: bytes(1) }]],
    ['an id with blanks', [{ id: 'a b', key: bytes(1) }]],
    ['a long id', [{ id: 'a'.repeat(51), key: bytes(1) }]],
  ]
  test.each(cases)('%s', (_name, keys) => {
    const refused = (() => {
      try {
        return encryptedStore(memoryStore(), { keys })
      } catch (error) {
        return error
      }
    })()
    expect(refused).toMatchObject({ name: 'UsageError', code: 'invalid_option' })
    for (const { key: secret } of keys) {
      if (typeof secret === 'string') expect(inspect(refused)).not.toContain(secret)
    }
  })

  test('a misspelt option', () => {
    const options = { keys: [key('a')], acceptPlan: true }
    expect(() => encryptedStore(memoryStore(), options)).toThrow(/no option acceptPlan/)
  })
})

describe('rotation', () => {
  test('the first key writes, all of them read', async () => {
    const inner = memoryStore()
    await encryptedStore(inner, { keys: [key('old')] }).write([put('before', 1)])
    const store = encryptedStore(inner, { keys: [key('new'), key('old')] })
    await store.write([put('after', 2)])
    expect(await store.read('c', ['before', 'after'])).toMatchObject([{ value: 1 }, { value: 2 }])
    expect(await rawValue(inner, 'before')).toMatchObject({ key: 'old' })
    expect(await rawValue(inner, 'after')).toMatchObject({ key: 'new' })
  })

  test('the next write of a record moves it to the first key', async () => {
    const inner = memoryStore()
    await encryptedStore(inner, { keys: [key('old')] }).write([put('k', 1)])
    await encryptedStore(inner, { keys: [key('new'), key('old')] }).write([put('k', 2)])
    expect(await value(encryptedStore(inner, { keys: [key('new')] }))).toBe(2)
  })

  test('rewrap moves everything, with its index, over many pages', async () => {
    const inner = memoryStore()
    const names = Array.from({ length: 250 }, (_, i) => `k${String(i).padStart(3, '0')}`)
    const old = encryptedStore(inner, { keys: [key('old')] })
    await old.write(names.map((name) => put(name, name, { index: `i${name}` })))
    const store = encryptedStore(inner, { keys: [key('new'), key('old')] })
    await store.write([put('k000', 'already', { index: 'ik000' })])
    expect(await store.rewrap('c')).toBe(249)
    expect(await store.rewrap('c')).toBe(0)
    expect(await store.rewrap('another')).toBe(0)
    const alone = encryptedStore(inner, { keys: [key('new')] })
    const { records } = await alone.scan('c', { by: 'index', limit: 1000 })
    expect(records.map(({ value: kept }) => kept)).toEqual(['already', ...names.slice(1)])
  })

  test('rewrap leaves a record to whoever writes it meanwhile', async () => {
    const inner = memoryStore()
    await encryptedStore(inner, { keys: [key('old')] }).write([put('a', 1), put('b', 1)])
    const racing: Store = {
      ...inner,
      async scan(collection, query) {
        const page = await inner.scan(collection, query)
        await inner.write([put('a', undefined)])
        return page
      },
    }
    expect(await encryptedStore(racing, { keys: [key('new'), key('old')] }).rewrap('c')).toBe(1)
    expect(await value(inner, 'a')).toBeUndefined()
  })

  test('rewrap ends when told', async () => {
    const store = encryptedStore(memoryStore(), { keys: [key('a')] })
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(store.rewrap('c', { signal })).rejects.toThrow('enough')
  })
})

describe('what cannot be read', () => {
  test('names the key that is missing', async () => {
    const inner = memoryStore()
    await encryptedStore(inner, { keys: [key('2024')] }).write([put('k', 1)])
    const store = encryptedStore(inner, { keys: [key('2026')] })
    for (const call of [() => store.read('c', ['k']), () => store.scan('c', { by: 'key', limit: 1 })]) {
      await expect(call()).rejects.toMatchObject({
        name: 'UsageError',
        code: 'encryption_key_missing',
        message: expect.stringContaining('"2024"'),
      })
    }
  })

  const unreadable = { name: 'ContractError', code: 'stored_record_unreadable' }

  test('another key under the same id', async () => {
    const inner = memoryStore()
    await encryptedStore(inner, { keys: [key('a', 1)] }).write([put('k', 1)])
    await expect(value(encryptedStore(inner, { keys: [key('a', 2)] }))).rejects.toMatchObject(unreadable)
  })

  test('a value that was moved to another key or collection', async () => {
    const inner = memoryStore()
    const store = encryptedStore(inner, { keys: [key('a')] })
    await store.write([put('k', 'mine')])
    const moved = (await rawValue(inner, 'k')) ?? null
    await inner.write([put('other', moved), put('k', moved, { collection: 'd' })])
    await expect(store.read('c', ['other'])).rejects.toMatchObject(unreadable)
    await expect(store.read('d', ['k'])).rejects.toMatchObject(unreadable)
  })

  test('a value that was changed in any part', async () => {
    const inner = memoryStore()
    const store = encryptedStore(inner, { keys: [key('a'), key('b', 97)] })
    await store.write([put('k', { plan: 'draft' })])
    const sealed = Object(await rawValue(inner, 'k'))
    const data: string = sealed.data
    const flip = (at: number) => data.slice(0, at) + (data[at] === 'A' ? 'B' : 'A') + data.slice(at + 1)
    const changed = [
      { data: flip(0) },
      { data: flip(20) },
      { data: flip(data.length - 6) },
      { data: data.slice(0, 12) },
      { data: '' },
      { data: '%%%' },
      { deflated: true },
      // The same bytes under another id: the id is bound too.
      { key: 'b' },
    ]
    for (const part of changed) {
      await inner.write([put('k', { ...sealed, ...part })])
      await expect(value(store)).rejects.toMatchObject(unreadable)
    }
  })

  test('a value of a newer release', async () => {
    const inner = memoryStore()
    await inner.write([put('k', { sealed: 2, key: 'a', deflated: false, data: '' })])
    await expect(value(encryptedStore(inner, { keys: [key('a')] }))).rejects.toMatchObject({
      code: 'format_newer',
    })
  })
})

describe('values that lie open', () => {
  test('are refused, so that nobody slips one in', async () => {
    const inner = memoryStore()
    await inner.write([put('k', 'open')])
    await expect(value(encryptedStore(inner, { keys: [key('a')] }))).rejects.toMatchObject({
      name: 'ContractError',
      code: 'stored_value_open',
    })
  })

  test('are read with acceptPlain, and encrypted by the next write or by rewrap', async () => {
    const inner = memoryStore()
    await inner.write([put('k', 'open'), put('other', { open: true }, { index: 'i' })])
    const store = encryptedStore(inner, { keys: [key('a')], acceptPlain: true })
    expect(await value(store)).toBe('open')
    await store.write([put('k', 'closed')])
    expect(await store.rewrap('c')).toBe(1)
    const strict = encryptedStore(inner, { keys: [key('a')] })
    expect(await strict.read('c', ['k', 'other'])).toMatchObject([
      { value: 'closed' },
      { value: { open: true }, index: 'i' },
    ])
  })
})

describe('sizes', () => {
  /** Text of some printable characters without any order. */
  function noise(length: number, characters: number): string {
    let state = 1
    const next = () => {
      state = (state * 48_271) % 2_147_483_647
      return String.fromCharCode(35 + (state % characters))
    }
    return Array.from({ length }, next).join('').replaceAll('\\', 'x')
  }

  test('an encrypted value is never larger than a store must take', async () => {
    const sizes: number[] = []
    const watched: Store = {
      ...memoryStore(),
      async write(changes) {
        for (const change of changes) sizes.push(JSON.stringify(change.value).length)
        return changes.map(() => true)
      },
    }
    const store = encryptedStore(watched, { keys: [{ id: 'k'.repeat(50), key: bytes(1) }] })
    const values = [noise(780_000, 90), noise(1_040_000, 16), 'word '.repeat(209_000)]
    await store.write(values.map((it, i) => put(`k${i}`, it)))
    expect(sizes).toHaveLength(3)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_048_576)
  })

  test('what cannot be made to fit is refused, and nothing is written', async () => {
    const inner = memoryStore()
    const store = encryptedStore(inner, { keys: [key('a')] })
    await expect(store.write([put('small', 1), put('k', noise(1_040_000, 90))])).rejects.toMatchObject({
      name: 'UsageError',
      code: 'value_too_large',
    })
    expect(await inner.read('c', ['small', 'k'])).toEqual([undefined, undefined])
  })

  test('the limit of 1 MB counts for the value itself', async () => {
    const store = encryptedStore(memoryStore(), { keys: [key('a')] })
    await expect(store.write([put('k', 'x'.repeat(1_048_576))])).rejects.toThrow('must not exceed 1 MB')
    expect(await store.write([put('k', 'x'.repeat(1_048_574))])).toEqual([true])
    expect(String(await value(store)).length).toBe(1_048_574)
  })
})
