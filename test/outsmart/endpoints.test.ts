import { describe, expect, it } from 'vitest'
import { createOutsmartClient, type OutsmartClient } from '../../src/adapters/outsmart/index.ts'
import { isError } from '../../src/errors/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { failure } from './support.ts'

/** A client of an OutSmart that always answers the same, with what it was sent. */
function answering(body: unknown, status = 200) {
  const clock = fakeClock()
  clock.auto = true
  const sent: Request[] = []
  const client = createOutsmartClient({
    token: 'a',
    softwareToken: 'b',
    budget: false,
    clock,
    random: { next: () => 0.5, token: () => 'x' },
    fetch: async (request) => {
      sent.push(request)
      return new Response(JSON.stringify(body), { status })
    },
  })
  return { client, sent }
}

const envelope = (response: unknown, code = 200) => ({ code, messages: [], response })

type Method = (params?: unknown) => Promise<unknown>

function methodOf(client: OutsmartClient, group: string, name: string): Method {
  const method: unknown = Reflect.get(Reflect.get(client, group), name)
  if (typeof method !== 'function') throw new TypeError(`There is no ${group}.${name}.`)
  return (params) => method(params)
}

const groupsWith = (name: string) =>
  Object.entries(answering(null).client).flatMap(([group, methods]) => (name in methods ? [group] : []))

/** Lists that need no parameters, and whose path is known. */
const lists = groupsWith('list').filter(
  (group) => !['values', 'workOrders', 'warehouseTransactions'].includes(group),
)
const saves = groupsWith('save')

/** The least that `save` takes of a kind: what is demanded, with the first value that is of the right form. */
async function least(group: string): Promise<Record<string, unknown>> {
  const { client } = answering(envelope(1))
  const values = ['x', 1, true, '2026-03-02', '09:00']
  const turns = new Map<string, number>()
  for (;;) {
    const row = Object.fromEntries([...turns].map(([name, turn]) => [name, values[turn]]))
    const error = await methodOf(client, group, 'save')([row]).catch((reason: unknown) => reason)
    if (!isError(error, 'ValidationError')) return row
    for (const { path } of error.fields) {
      const turn = (turns.get(path.replace('[0].', '')) ?? -1) + 1
      if (turn >= values.length) throw error
      turns.set(path.replace('[0].', ''), turn)
    }
  }
}

it('there are lists to read and kinds to write', () => {
  expect(lists.length).toBeGreaterThan(35)
  expect(saves.length).toBeGreaterThan(30)
})

describe.each(lists)('%s.list', (group) => {
  it('is sent again after trouble: it only reads', async () => {
    const { client, sent } = answering({}, 500)
    expect(await failure(methodOf(client, group, 'list')())).toMatchObject({ name: 'HttpError' })
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'GET'])
  })

  it('takes no parameter that it does not know', async () => {
    const { client, sent } = answering(envelope([]))
    const error = await failure(methodOf(client, group, 'list')({ modified_since: '2026-01-01' }))
    expect(error).toMatchObject({ name: 'UsageError', code: 'invalid_params' })
    expect(sent).toEqual([])
  })

  it.each([
    ['a record in place of a list', envelope({ code: '1' }), 'ContractError', 'unexpected_answer'],
    ['a row that is none', envelope(['x']), 'ContractError', 'unexpected_answer'],
    ['no envelope', [], 'ContractError', 'unexpected_answer'],
    ['a refusal at HTTP 200', envelope(null, 1004), 'AuthError', 'access_refused'],
    ['a code that nobody knows', envelope([], 4711), 'RefusedError', 'outsmart_4711'],
  ])('does not take %s for an answer', async (_what, body, name, code) => {
    const { client } = answering(body)
    expect(await failure(methodOf(client, group, 'list')())).toMatchObject({ name, code })
  })
})

describe.each(saves)('%s.save', (group) => {
  it.each([
    ['HTTP 500', {}, 500],
    ['HTTP 429', {}, 429],
    ['OutSmart’s own trouble', envelope(null, 1007), 200],
    ['a refusal', envelope(null, 1301), 200],
  ])('is sent once when it meets %s', async (_what, body, status) => {
    const { client, sent } = answering(body, status)
    await failure(methodOf(client, group, 'save')([await least(group)]))
    expect(sent.map(({ method }) => method)).toEqual(['POST'])
  })

  it('answers how many, as number or as text, and nothing else', async () => {
    const rows = [await least(group)]
    const save = (response: unknown) => methodOf(answering(envelope(response)).client, group, 'save')(rows)
    expect([await save(1), await save('1')]).toEqual([1, 1])
    for (const response of [null, 'many', [], { count: 1 }]) {
      expect(await failure(save(response))).toMatchObject({ code: 'unexpected_answer' })
    }
  })

  it.each([
    ['a field that nobody knows', [{ nmae: 'x' }], 'UsageError'],
    ['a record that is none', ['x'], 'ValidationError'],
    ['a record in place of a list', { name: 'x' }, 'UsageError'],
    ['no records', [], 'UsageError'],
  ])('does not send %s', async (_what, rows, name) => {
    const { client, sent } = answering(envelope(1))
    expect(await failure(methodOf(client, group, 'save')(rows))).toMatchObject({ name })
    expect(sent).toEqual([])
  })
})
