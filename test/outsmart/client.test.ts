import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createOutsmartClient, type OutsmartClient } from '../../src/adapters/outsmart/index.ts'
import { isError } from '../../src/errors/index.ts'
import { type Fault, seedOutsmartInstaller, serve } from '../../src/testing/index.ts'
import { failure, type RigOptions, rig, workOrderOf } from './support.ts'

const good = { debtor_number: '7', name: 'Padaria', street: 'Rua', postal_code: '3000-100', city: 'Coimbra' }

function office(options: RigOptions = {}) {
  const it = rig(options)
  seedOutsmartInstaller(it.emulator)
  return it
}

const completeOf = ({ emulator }: ReturnType<typeof rig>) => {
  const [row] = emulator.state.workOrders.filter(({ status }) => status === 'Compleet')
  if (!row) throw new RangeError('There is no complete work order.')
  return row
}

describe('what is read', () => {
  it('decimals with comma or point, flags, days, and what is empty in any form', async () => {
    const { client, emulator } = rig()
    emulator.state.hourTypes.push(
      {
        code: 'A',
        name: 'A',
        sale_price: '32,50',
        cost_price: '0',
        cost_booking: '0',
        sale_booking: '1',
        active: null,
      },
      {
        code: 'B',
        name: '',
        sale_price: '32.5',
        cost_price: null,
        cost_booking: 1,
        sale_booking: true,
        active: '0',
      },
    )
    expect(await client.hourTypes.list()).toEqual([
      {
        code: 'A',
        name: 'A',
        sale_price: 32.5,
        cost_price: 0,
        cost_booking: false,
        sale_booking: true,
        active: undefined,
      },
      {
        code: 'B',
        name: undefined,
        sale_price: 32.5,
        cost_price: undefined,
        cost_booking: true,
        sale_booking: true,
        active: false,
      },
    ])
    emulator.state.projects.push({
      code: 'P',
      date_start: '2026-03-02',
      date_end: '0000-00-00',
      progress: '12',
    })
    expect(await client.projects.list()).toMatchObject([
      { date_start: '2026-03-02', date_end: undefined, progress: 12 },
    ])
  })

  it('work orders with their lines, and days as YYYY-MM-DD', async () => {
    const it = office()
    const { client, emulator } = it
    const row = completeOf(it)
    Object.assign(row, { WorkDate: '2-3-2026', MinimumHours: '1,50', WorkFinished: '1' })
    const read = await client.workOrders.get({ row_id: row.id })
    expect(read).toMatchObject({ id: row.id, WorkDate: '2026-03-02', MinimumHours: 1.5, WorkFinished: true })
    expect(read.Materials?.every(({ MaterialNr }) => typeof MaterialNr === 'number')).toBe(true)
    expect(emulator.requests.at(-1)).toMatchObject({ path: 'GetWorkorder', writing: false })
  })

  it('a list that is null is empty, and so is "no data" where it stands for that', async () => {
    const { client } = rig({ emulator: { emptyList: 'null' } })
    expect(await client.relations.list()).toEqual([])
    expect(await client.locations.list()).toEqual([])
    expect(await client.workOrders.list({ status: 'Compleet' })).toEqual([])
  })

  it.each([
    ['a decimal', { sale_price: '3 euro' }, '[1].sale_price'],
    ['a flag', { active: 'maybe' }, '[1].active'],
    ['a key', { code: null }, '[1].code'],
  ])('%s that is none makes its row bad, and no other', async (_what, patch, path) => {
    const { client, emulator } = rig()
    emulator.state.hourTypes.push({ code: 'A', name: 'A' }, { code: 'B', name: 'B', ...patch })
    expect(await failure(client.hourTypes.list())).toMatchObject({
      name: 'ContractError',
      code: 'unexpected_answer',
      paths: [path],
    })
    const bad: unknown[] = []
    const rows = await client.hourTypes.list({}, { onBadRow: (row) => bad.push(row.index) })
    expect(rows.map(({ code }) => code)).toEqual(['A'])
    expect(bad).toEqual([1])
  })
})

describe('what is written', () => {
  it('texts for everything: flags, decimals, days', async () => {
    const { client, emulator, to } = rig()
    expect(
      await client.relations.save([{ ...good, active: false, latitude: 40.2, val_value_1: 'x' } as never]),
    ).toBe(1)
    expect(to('relations')[0]?.params).toEqual({
      rows: [{ ...good, active: '0', latitude: '40.2', val_value_1: 'x' }],
    })
    expect(emulator.state.relations).toHaveLength(1)
  })

  it.each([
    ['a long name', { name: 'x'.repeat(256) }, 'name', 'too_long', '255 characters'],
    ['a remark of more than 64 kB', { remark: 'é'.repeat(32_768) }, 'remark', 'too_long', '65535 bytes'],
    ['a required field that is empty', { city: '' }, 'city', 'required', undefined],
    ['a flag that is none', { active: 'yes' }, 'active', 'wrong', undefined],
    ['a decimal that is none', { latitude: 'north' }, 'latitude', 'wrong', undefined],
  ])('%s is refused by its name, and nothing is sent', async (_what, patch, field, code, fits) => {
    const { client, emulator } = rig()
    const error = await failure(client.relations.save([good, { ...good, ...patch } as never]))
    expect(error).toMatchObject({
      name: 'ValidationError',
      code: code === 'too_long' ? 'too_long' : 'validation',
      fields: [{ path: `[1].${field}`, code, parameters: fits ? [fits] : [] }],
    })
    expect(emulator.requests).toEqual([])
  })

  it('texts of exactly the length that fits are sent, however many bytes they have', async () => {
    const { client } = rig()
    expect(
      await client.relations.save([{ ...good, name: '😀'.repeat(255), remark: 'x'.repeat(65_535) }]),
    ).toBe(1)
  })

  it.each([
    ['a field', (client: OutsmartClient) => client.relations.save([{ ...good, nmae: 'x' } as never])],
    [
      'a field of a line',
      (client: OutsmartClient) =>
        client.workOrders.addMaterials({ row_id: 1, materials: [{ Code: 'x' } as never] }),
    ],
    [
      'a filter',
      (client: OutsmartClient) =>
        client.relations.list({ where: [{ key: 'debtor' as never, operator: 'eq', value: 1 }] }),
    ],
    [
      'an operator',
      (client: OutsmartClient) =>
        client.relations.list({ where: [{ key: 'name', operator: 'is' as never, value: 1 }] }),
    ],
    ['a parameter', (client: OutsmartClient) => client.employees.list({ where: [] } as never)],
    ['a status', (client: OutsmartClient) => client.workOrders.list({ status: 'Complete' as never })],
    [
      'a kind of record',
      (client: OutsmartClient) => client.records.delete({ entity: 'invoice', key: 'id', value: 1 } as never),
    ],
    [
      'two names of one work order',
      (client: OutsmartClient) => client.workOrders.get({ row_id: 1, workorder_no: '1' } as never),
    ],
    ['nothing to change', (client: OutsmartClient) => client.workOrders.update({ row_id: 1 })],
    ['no rows', (client: OutsmartClient) => client.relations.save([])],
    [
      'an update without a filter',
      (client: OutsmartClient) => client.invoices.update({ where: [], fields: { a: 1 } }),
    ],
  ])('%s that nobody knows is refused before anything is sent', async (_what, call) => {
    const { client, emulator } = rig()
    expect(await failure(call(client))).toMatchObject({ name: 'UsageError', code: 'invalid_params' })
    expect(emulator.requests).toEqual([])
  })

  it('a path that nobody knows is refused by name', async () => {
    const { client, emulator } = rig()
    const error = await failure(client.warehouseTransactions.list())
    expect(error).toMatchObject({ name: 'UsageError', code: 'path_unknown' })
    expect(emulator.requests).toEqual([])
  })
})

describe('reads that write', () => {
  it('always say whether they may', async () => {
    const it = office()
    const { client, emulator } = it
    const { id } = completeOf(it)
    await client.workOrders.list({ status: 'Alle' })
    await client.workOrders.get({ row_id: id })
    expect(workOrderOf(emulator, id).status).toBe('Compleet')
    await client.workOrders.handle({ row_id: id })
    expect(workOrderOf(emulator, id).status).toBe('Afgehandeld')
    await client.workOrders.listAndHandle({ status: 'Klaargezet' })
    expect(emulator.requests.map(({ query }) => query.update_status)).toEqual([
      'false',
      'false',
      'true',
      'true',
    ])
    expect(emulator.requests.map(({ writing }) => writing)).toEqual([false, false, true, true])
  })

  it('deleting always says whether all are meant', async () => {
    const it = office()
    await it.client.records.delete({ entity: 'relation', key: 'debtor_number', value: '0001' })
    await it.client.records.deleteAll({ entity: 'region', key: 'code', value: 'x' }).catch(() => {})
    expect(it.to('DeleteEntity').map(({ query }) => query.delete_all)).toEqual(['false', 'true'])
  })

  const troubles: [string, Fault][] = [
    ['a 500', { kind: 'status', status: 500 }],
    ['a 500 after the effect', { kind: 'status', status: 500, when: 'after' }],
    ['a 429', { kind: 'status', status: 429, retryAfter: 1 }],
    ['a cut', { kind: 'cut' }],
    ['a cut after the effect', { kind: 'cut', when: 'after' }],
    ['a page', { kind: 'html' }],
  ]
  const calls: [string, string, (client: OutsmartClient, id: string) => Promise<unknown>][] = [
    ['list', 'GetWorkorders', (client) => client.workOrders.list({ status: 'Compleet' })],
    ['get', 'GetWorkorder', (client, id) => client.workOrders.get({ row_id: id })],
    ['handle', 'GetWorkorder', (client, id) => client.workOrders.handle({ row_id: id })],
    ['update', 'UpdateWorkorder', (client, id) => client.workOrders.update({ row_id: id, workstatus: '99' })],
    [
      'delete',
      'DeleteEntity',
      (client, id) => client.records.delete({ entity: 'workorder', key: 'db_row', value: id }),
    ],
    ['clearChanged', 'objects/changed', (client) => client.objects.clearChanged({ obj_code: '1' })],
    ['save', 'relations', (client) => client.relations.save([good])],
  ]
  it.each(calls.flatMap((call) => troubles.map((trouble) => [...call, ...trouble] as const)))(
    '%s on %s is sent once (%#)',
    async (_name, path, call, _what, fault) => {
      const it = office()
      const { id } = completeOf(it)
      it.emulator.faults.plan({ on: path, times: Number.POSITIVE_INFINITY, fault })
      await failure(call(it.client, id))
      expect(it.to(path)).toHaveLength(1)
    },
  )

  it('plain reads are repeated, also when OutSmart itself says that it is in trouble', async () => {
    const { client, emulator, to } = rig()
    emulator.faults.plan({ on: 'relations', times: 2, fault: { kind: 'status', status: 500 } })
    expect(await client.relations.list()).toEqual([])
    expect(to('relations')).toHaveLength(3)
    emulator.faults.plan({ on: 'relations', times: 2, fault: { kind: 'refuseFilter' } })
    await client.relations.list({ where: [{ key: 'name', operator: 'eq', value: 'x' }] })
    expect(to('relations')).toHaveLength(6)
  })
})

describe('errors at HTTP 200', () => {
  it.each([
    ['access', { token: 'other' }, 'AuthError', 'access_refused'],
    ['software', { softwareToken: 'other' }, 'AuthError', 'access_refused'],
  ])('%s', async (_what, client, name, code) => {
    const error = await failure(rig({ client }).client.relations.list())
    expect(error).toMatchObject({ name, code, needsLogin: false })
  })

  it('have a class and a code each', async () => {
    const { client } = rig()
    expect(await failure(client.workOrders.get({ row_id: 1 }))).toMatchObject({
      name: 'NotFoundError',
      code: 'outsmart_1500',
    })
    expect(await failure(client.records.delete({ entity: 'region', key: 'code', value: 'x' }))).toMatchObject(
      {
        name: 'RefusedError',
        code: 'outsmart_1600',
      },
    )
    expect(await failure(client.call({ path: 'nothing', schema: z.unknown() }))).toMatchObject({
      name: 'RefusedError',
      code: 'outsmart_1001',
    })
  })

  it('name the field that OutSmart names', async () => {
    const { client, emulator } = rig()
    // The client refuses this itself; another program may not.
    const error = await failure(
      client.call({ path: 'relations', method: 'POST', body: [{ ...good, city: '' }], schema: z.number() }),
    )
    expect(error).toMatchObject({
      name: 'ValidationError',
      code: 'outsmart_1301',
      message: expect.stringContaining('Required field city is missing'),
    })
    expect(emulator.state.relations).toEqual([])
    expect(isError(error, 'ValidationError') && error.retryable).toBe(false)
  })

  it.each([
    ['no envelope', '[]', 'ContractError', 'unexpected_answer'],
    ['a code that is none', '{"code":"ok","response":[]}', 'ContractError', 'unexpected_answer'],
    [
      'a list that is none',
      '{"code":200,"messages":[],"response":{"a":1}}',
      'ContractError',
      'unexpected_answer',
    ],
    ['a page', '<html><title>Onderhoud</title></html>', 'ContractError', 'not_json'],
    [
      'an unknown code',
      '{"code":"4711","messages":["Nee"],"response":null}',
      'RefusedError',
      'outsmart_4711',
    ],
    [
      'a message in place of messages',
      '{"code":1300,"messages":"Nee","response":null}',
      'RefusedError',
      'outsmart_1300',
    ],
  ])('%s', async (_what, body, name, code) => {
    const client = createOutsmartClient({
      token: 'a',
      softwareToken: 'b',
      retry: false,
      fetch: async () => new Response(body),
    })
    expect(await failure(client.employees.list())).toMatchObject({ name, code })
  })

  it.each([
    [401, 'AuthError'],
    [403, 'AuthError'],
    [404, 'NotFoundError'],
    [400, 'HttpError'],
    [302, 'HttpError'],
    [503, 'HttpError'],
  ])('HTTP %i is a %s', async (status, name) => {
    const client = createOutsmartClient({
      token: 'a',
      softwareToken: 'b',
      retry: false,
      fetch: async () => new Response('{}', { status }),
    })
    expect(await failure(client.employees.list())).toMatchObject({ name })
  })
})

describe('secrets', () => {
  const token = 'tok-very-secret-1234'
  const softwareToken = 'soft-very-secret-5678'

  it('never show in errors, hooks or the log, even when the server repeats them', async () => {
    const shown: unknown[] = []
    const say = (...words: unknown[]) => shown.push(words)
    const answers = [
      () =>
        new Response(
          JSON.stringify({ code: 1004, messages: [`token=${token} of ${softwareToken}`], response: null }),
        ),
      () => new Response(`<html><title>${token}</title></html>`),
      () =>
        Promise.reject(
          new TypeError(`fetch failed for https://x/?token=${token}&software_token=${softwareToken}`),
        ),
      () => new Response('{}', { status: 500, statusText: softwareToken }),
      () =>
        new Response(
          JSON.stringify({ code: 1301, messages: [`name ${encodeURIComponent(token)}`], response: null }),
        ),
    ]
    for (const answer of answers) {
      const client = createOutsmartClient({
        token,
        softwareToken,
        retry: false,
        fetch: async () => answer(),
        hooks: { onRequest: say, onResponse: say },
        logger: { debug: say, info: say, warn: say, error: say },
      })
      const error = await failure(client.employees.list())
      shown.push(inspect(error, { depth: 8 }), JSON.stringify(error), String(error))
    }
    const text = inspect(shown, { depth: 12 })
    expect(text).not.toContain(token)
    expect(text).not.toContain(softwareToken)
    expect(text).not.toContain('https://')
  })

  it('travel in the query and the header of each request', async () => {
    const sent: Request[] = []
    const client = createOutsmartClient({
      token,
      softwareToken,
      fetch: async (request) => {
        sent.push(request)
        return new Response('{"code":200,"messages":[],"response":[]}')
      },
    })
    await client.relations.list({ where: [{ key: 'name', operator: 'li', value: 'a&token=b%' }] })
    const url = new URL(sent[0]?.url ?? '')
    expect(url.origin + url.pathname).toBe('https://app.out-smart.com/openapi/8/relations/')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      token,
      software_token: softwareToken,
      key: 'name',
      value: 'a&token=b%',
      operator: 'li',
    })
    expect(sent[0]?.headers.get('authorization')).toBe(`Bearer ${token}`)
  })
})

describe('options', () => {
  it.each([
    ['a missing token', { token: '' }, 'missing_option'],
    ['a missing software token', { softwareToken: ' ' }, 'missing_option'],
    ['a misspelt one', { softwaretoken: 'x' }, 'invalid_option'],
    ['an address that is none', { baseUrl: 'ftp://x' }, 'invalid_option'],
    ['no bytes', { maxBytes: 0 }, 'invalid_option'],
  ])('%s is refused', (_what, patch, code) => {
    const options = { token: 'a', softwareToken: 'b', ...patch }
    expect(() => createOutsmartClient(options)).toThrow(expect.objectContaining({ name: 'UsageError', code }))
  })

  it.each(['', '/', '/openapi/8', '/openapi/8/'])(
    'the address of another server may end in "%s"',
    async (end) => {
      const { emulator } = office()
      const { url, close } = await serve(emulator)
      const client = createOutsmartClient({ ...emulator.credentials, baseUrl: `${url}${end}`, budget: false })
      expect(await client.relations.list()).toHaveLength(160)
      await close()
    },
  )

  it('an answer that is too large is refused, and work orders have more time', async () => {
    const { client, emulator, clock } = office({ client: { timeout: 1_000, workOrdersTimeout: 5_000 } })
    expect(await failure(client.materials.list({}, { maxBytes: 1_000 }))).toMatchObject({
      code: 'answer_too_large',
    })
    emulator.faults.plan({ on: '*', times: 2, fault: { kind: 'hang' } })
    const slow = failure(client.workOrders.list({ status: 'Compleet' }))
    await until(() => clock.sleeping > 0)
    await clock.advance(5_000)
    expect(await slow).toMatchObject({ name: 'TimeoutError', timeoutMs: 5_000 })
  })

  it('a signal ends a call with its reason', async () => {
    const { client, emulator } = rig()
    emulator.faults.plan({ on: '*', fault: { kind: 'hang' } })
    const controller = new AbortController()
    const call = failure(client.relations.list({}, { signal: controller.signal }))
    await until(() => emulator.requests.length > 0)
    controller.abort('enough')
    expect(await call).toBe('enough')
  })
})

describe('the escape hatch', () => {
  it('checks what comes back, and repeats only what is said to be a read', async () => {
    const it = office()
    const schema = z.array(z.object({ code: z.string() }))
    expect(await it.client.call({ path: 'materials', kind: 'read', schema })).toHaveLength(260)
    expect(await failure(it.client.call({ path: 'materials', schema: z.string() }))).toMatchObject({
      code: 'unexpected_answer',
    })
    it.emulator.faults.plan({ on: 'materials', fault: { kind: 'status', status: 500 } })
    await failure(it.client.call({ path: 'materials', schema }))
    expect(it.to('materials')).toHaveLength(3)
    expect(await failure(it.client.call({ path: '../x?y', schema }))).toMatchObject({
      code: 'invalid_params',
    })
  })
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}
