import { describe, expect, it } from 'vitest'
import {
  createOutsmartEmulator,
  type OutsmartEmulator,
  seedOutsmartInstaller,
  serve,
} from '../../src/testing/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { ask, patient, rig, workOrderOf } from './support.ts'

const good = { debtor_number: '7', name: 'Padaria', street: 'Rua', postal_code: '3000', city: 'Coimbra' }

/** An emulator with an installer's data. */
function office(options: Parameters<typeof createOutsmartEmulator>[0] = {}): OutsmartEmulator {
  const emulator = createOutsmartEmulator({ clock: fakeClock(), ...options })
  seedOutsmartInstaller(emulator)
  return emulator
}

const post = (emulator: OutsmartEmulator, path: string, rows: unknown, query = {}) =>
  ask(emulator, path, query, { body: JSON.stringify(rows) })

describe('who may call', () => {
  it.each([
    ['no token', { software_token: 'x' }, 1002],
    ['no software token', { token: 'x' }, 1003],
    ['another software token', { token: 'account-4b7d2e91', software_token: 'x' }, 1005],
    ['another token', { token: 'x', software_token: 'software-9c1f60aa' }, 1004],
  ])('%s is refused at HTTP 200', async (_what, query, code) => {
    const answer = await ask(office(), 'relations', query, { tokens: false })
    expect(answer).toMatchObject({ code, response: null, messages: [expect.any(String)] })
  })

  it('plain http, a path that is not for the token, and access that was taken back', async () => {
    const strict = office({ requireHttps: true, forbidden: ['invoices'] })
    expect(await ask(strict, 'invoices')).toMatchObject({ code: 1004 })
    const { url, close } = await serve(strict)
    const { token, softwareToken } = strict.credentials
    const plain = await fetch(`${url}/openapi/8/relations/?token=${token}&software_token=${softwareToken}`)
    expect(await plain.json()).toMatchObject({ code: 1006 })
    await close()
    strict.faults.plan({ on: 'relations', fault: { kind: 'expire' } })
    expect(await ask(strict, 'relations')).toMatchObject({ code: 1004 })
    expect(await ask(strict, 'materials')).toMatchObject({ code: 1004 })
  })

  it('unknown paths and verbs are refused, an empty path too', async () => {
    const emulator = office()
    expect(await ask(emulator, 'nothing')).toMatchObject({ code: 1001 })
    expect(await ask(emulator, 'employees', {}, { method: 'PUT', body: '[]' })).toMatchObject({ code: 1001 })
    const { token, softwareToken } = emulator.credentials
    const bare = `https://app.out-smart.com/openapi/8/?token=${token}&software_token=${softwareToken}`
    expect(await (await emulator.fetch(new Request(bare))).json()).toMatchObject({ code: 1000 })
  })

  it('the log holds no token', async () => {
    const emulator = office()
    await ask(emulator, 'relations', { key: 'name', value: 'x', operator: 'eq' })
    const log = JSON.stringify(emulator.requests)
    expect(log).not.toContain(emulator.credentials.token)
    expect(log).not.toContain(emulator.credentials.softwareToken)
    expect(emulator.requests[0]).toMatchObject({
      method: 'GET',
      path: 'relations',
      status: 200,
      writing: false,
    })
  })
})

describe('array writes', () => {
  it('answer a count, and insert or update by key', async () => {
    const { emulator } = rig()
    expect(await post(emulator, 'relations', [good, { ...good, debtor_number: '8' }])).toEqual({
      code: 200,
      messages: [],
      response: 2,
    })
    expect(
      await post(emulator, 'relations', [{ ...good, name: 'Padaria Nova', active: false }]),
    ).toMatchObject({
      response: 1,
    })
    expect(emulator.state.relations).toMatchObject([
      { debtor_number: '7', name: 'Padaria Nova', active: '0', remark: null },
      { debtor_number: '8', active: '1' },
    ])
  })

  it.each([
    ['a missing field', { ...good, city: '' }, 1301],
    ['a text that is too long', { ...good, name: 'x'.repeat(256) }, 1300],
    ['a flag that is none', { ...good, active: 'yes' }, 1301],
  ])('%s refuses the whole array without saying which row', async (_what, bad, code) => {
    const { emulator } = rig()
    const answer = await post(emulator, 'relations', [{ ...good, debtor_number: '1' }, bad])
    expect(answer).toMatchObject({ code, response: null })
    expect(JSON.stringify(answer.messages)).not.toMatch(/\b1\b|\[1\]/)
    expect(emulator.state.relations).toEqual([])
  })

  it.each([
    ['before', 1301, ['1']],
    ['others', 200, ['1', '3']],
  ] as const)('or, as badRow "%s" says, writes some of it', async (badRow, code, written) => {
    const { emulator } = rig({ emulator: { badRow } })
    const rows = ['1', '2', '3'].map((debtor_number) => ({ ...good, debtor_number }))
    const answer = await post(emulator, 'relations', [rows[0], { ...rows[1], street: null }, rows[2]])
    expect(answer.code).toBe(code)
    expect(emulator.state.relations.map((row) => row.debtor_number)).toEqual(written)
  })

  it('take no empty body, no broken JSON, and no single record', async () => {
    const { emulator } = rig()
    expect(await ask(emulator, 'relations', {}, { method: 'POST' })).toMatchObject({ code: 1008 })
    expect(await ask(emulator, 'relations', {}, { body: '[{' })).toMatchObject({ code: 1009 })
    expect(await post(emulator, 'relations', good)).toMatchObject({ code: 1009 })
  })

  it('may empty what is not sent, cut what is too long, and count in text', async () => {
    const { emulator } = rig({ emulator: { rewrite: 'replace', tooLong: 'cut', counts: 'text' } })
    await post(emulator, 'relations', [{ ...good, remark: 'stays?', name: 'x'.repeat(300) }])
    expect(emulator.state.relations[0]).toMatchObject({ remark: 'stays?', name: 'x'.repeat(255) })
    expect(await post(emulator, 'relations', [good])).toMatchObject({ response: '1' })
    expect(emulator.state.relations[0]?.remark).toBe(null)
  })
})

describe('lists', () => {
  it('are filtered by one condition, or by several together, in both spellings', async () => {
    const emulator = office()
    const count = async (query: Record<string, string>) => {
      const { response } = await ask(emulator, 'relations', query)
      return Array.isArray(response) ? response.length : -1
    }
    expect(await count({})).toBe(160)
    expect(await count({ key: 'debtor_number', value: '0007', operator: 'eq' })).toBe(1)
    expect(await count({ key: 'debtor_number', value: '0010', operator: 'le' })).toBe(10)
    expect(await count({ key: 'name', value: 'padaria%', operator: 'li' })).toBeGreaterThan(3)
    const both = { 'key[0]': 'debtor_number', 'value[0]': '0010', 'operator[0]': 'gt' }
    const and = { 'key[1]': 'debtor_number', 'value[1]': '0012', 'operator[1]': 'lt' }
    expect(await count({ ...both, ...and })).toBe(1)
    expect(await count({ key: 'debtor_number', value: '0001', operator: 'ne' })).toBe(159)
  })

  it('ignore a filter on a field that does not exist, as long as the options say so', async () => {
    const query = { key: 'debtornumber', value: '0007', operator: 'eq' }
    const all = (await ask(office(), 'relations', query)).response
    expect(all).toHaveLength(160)
    expect(await ask(office({ unknownFilter: 'refuse' }), 'relations', query)).toMatchObject({ code: 1007 })
  })

  it('lists without a filter do not listen to one', async () => {
    const { response } = await ask(office(), 'materials', { key: 'code', value: 'MAT-0001', operator: 'eq' })
    expect(response).toHaveLength(260)
    const one = await ask(office(), 'category', { key: 'cat_code', value: 'CAT-11' })
    expect(one.response).toMatchObject([{ cat_cat_code: 'CAT-1' }])
  })

  it('are empty in more than one way', async () => {
    expect(await ask(rig().emulator, 'relations')).toMatchObject({ response: [] })
    expect(await ask(rig({ emulator: { emptyList: 'null' } }).emulator, 'relations')).toMatchObject({
      response: null,
    })
    expect(await ask(rig().emulator, 'locations')).toMatchObject({ code: 1400 })
  })

  it('values are texts, and decimals have a comma or a point', async () => {
    const { response } = await ask(office(), 'materials')
    const text = JSON.stringify(response)
    expect(text).toMatch(/"price":"\d+,\d\d"/)
    expect(text).toMatch(/"price":"\d+\.\d\d"/)
    expect(text).not.toMatch(/"price":\d/)
  })
})

describe('work orders', () => {
  it('a careless read marks everything as handled', async () => {
    const emulator = office()
    const { response } = await ask(emulator, 'GetWorkorders', { status: 'Compleet' })
    expect(response).toHaveLength(44)
    expect(emulator.state.workOrders.filter(({ status }) => status === 'Compleet')).toEqual([])
    expect(emulator.requests.at(-1)?.writing).toBe(true)
  })

  it.each(['false', '0'])('a read with update_status=%s changes nothing', async (flag) => {
    const emulator = office()
    const before = JSON.stringify(emulator.state.workOrders)
    const { response } = await ask(emulator, 'GetWorkorders', { status: 'Compleet', update_status: flag })
    expect(response).toHaveLength(44)
    expect(JSON.stringify(emulator.state.workOrders)).toBe(before)
    expect(emulator.requests.at(-1)?.writing).toBe(false)
  })

  it('one is moved on its own, and a second time changes nothing', async () => {
    const emulator = office()
    const [row] = emulator.state.workOrders.filter(({ status }) => status === 'Compleet')
    const { response } = await ask(emulator, 'GetWorkorder', { row_id: row?.id ?? '', update_status: 'true' })
    expect(response).toMatchObject({ id: row?.id, status: 'Compleet' })
    const steps = row?.StatusChanges.length
    await ask(emulator, 'GetWorkorder', { row_id: row?.id ?? '' })
    expect(row?.status).toBe('Afgehandeld')
    expect(row?.StatusChanges.length).toBe(steps)
  })

  it.each([
    [{ status: 'Alle' }, 53],
    [{ status: 'Klaargezet' }, 3],
    [{ status: 'Compleet', workstatus: '99' }, 0],
  ])('%o are %i', async (query, expected) => {
    const { response } = await ask(office(), 'GetWorkorders', { ...query, update_status: 'false' })
    expect(response).toHaveLength(expected)
  })

  it.each([
    ['no status', 'GetWorkorders', { update_status: 'false' }, 1501],
    ['a status that does not exist', 'GetWorkorders', { status: 'Complete' }, 1501],
    ['no name', 'GetWorkorder', { update_status: 'false' }, 1501],
    ['an unknown id', 'GetWorkorder', { row_id: '1' }, 1500],
    ['nothing to update', 'UpdateWorkorder', { row_id: '4100001' }, 1502],
    ['a day that is none', 'UpdateWorkorder', { row_id: '4100001', workdate: '31-02-2026' }, 1504],
    ['an unknown employee', 'UpdateWorkorder', { row_id: '4100001', employee_nr: '7' }, 1504],
  ])('%s is refused', async (_what, path, query, code) => {
    expect(await ask(office(), path, query)).toMatchObject({ code, response: null })
  })

  it('an update that changes nothing says so', async () => {
    const emulator = office()
    const query = { row_id: '4100001', workstatus: '99' }
    expect(await ask(emulator, 'UpdateWorkorder', query)).toMatchObject({ code: 200 })
    expect(workOrderOf(emulator, '4100001').WorkStatus).toBe('99')
    expect(await ask(emulator, 'UpdateWorkorder', query)).toMatchObject({ code: 1503 })
  })

  it('new ones need a lot, all of which is listed, and are made twice unless told otherwise', async () => {
    const { emulator } = rig()
    const poor = await post(emulator, 'PostWorkorders', [{ WorkorderNo: 'A1' }])
    expect(poor.code).toBe(1501)
    expect(poor.messages).toHaveLength(14)
    const { response: before } = await ask(office(), 'GetWorkorders', {
      status: 'Compleet',
      update_status: 'false',
    })
    const [model] = Array.isArray(before) ? before : []
    const fresh = { ...model, WorkorderNo: 'A1', EmployeeNr: '101', Employees: [] }
    const { response } = await post(emulator, 'PostWorkorders', [fresh])
    expect(response).toEqual([{ workorder_no: 'A1', row_id: expect.stringMatching(/^\d+$/) }])
    await post(emulator, 'PostWorkorders', [fresh])
    expect(emulator.state.workOrders).toHaveLength(2)
    const skipped = await post(emulator, 'PostWorkorders', [fresh], { skip_duplicate_workorder_no: 'true' })
    expect(skipped).toMatchObject({ code: 200, response: [] })
    expect(emulator.state.workOrders.map(({ status }) => status)).toEqual(['Klaargezet', 'Klaargezet'])
  })

  it('cannot all be deleted, relations can', async () => {
    const emulator = office()
    const all = { key: 'db_row', value: 'x', delete_all: 'true' }
    expect(await ask(emulator, 'DeleteEntity', { ...all, entity: 'workorder' })).toMatchObject({ code: 1600 })
    expect(await ask(emulator, 'DeleteEntity', { ...all, entity: 'relation' })).toMatchObject({
      response: 160,
    })
    expect(await ask(emulator, 'DeleteEntity', { entity: 'nothing', key: 'code', value: 'x' })).toMatchObject(
      { code: 1600 },
    )
  })
})

describe('trouble', () => {
  it('late effects land after the client gave up, and lagging rows are not listed', async () => {
    const clock = fakeClock()
    const emulator = createOutsmartEmulator({ clock: patient(clock) })
    emulator.faults.plan({ on: 'relations', fault: { kind: 'late', ms: 5_000, answer: 'cut' } })
    await expect(post(emulator, 'relations', [good])).rejects.toThrow('fetch failed')
    expect(emulator.state.relations).toHaveLength(0)
    await clock.advance(5_000)
    expect(emulator.state.relations).toHaveLength(1)
    emulator.faults.plan({ on: 'relations', fault: { kind: 'lag', ms: 1_000 } })
    await post(emulator, 'relations', [{ ...good, debtor_number: '8' }])
    expect((await ask(emulator, 'relations')).response).toHaveLength(1)
    await clock.advance(1_000)
    expect((await ask(emulator, 'relations')).response).toHaveLength(2)
  })

  it('lists ignore or refuse their filters when told to', async () => {
    const emulator = office()
    const query = { key: 'debtor_number', value: '0007', operator: 'eq' }
    emulator.faults.plan({ on: 'relations', fault: { kind: 'ignoreFilter' } })
    expect((await ask(emulator, 'relations', query)).response).toHaveLength(160)
    emulator.faults.plan({ on: 'relations', fault: { kind: 'refuseFilter' } })
    expect(await ask(emulator, 'relations', query)).toMatchObject({ code: 1007 })
  })
})

describe('an installer’s data', () => {
  it('is the same for the same seed, and is kept by its state', async () => {
    const [one, two] = [office(), office()]
    expect(JSON.stringify(one.state)).toBe(JSON.stringify(two.state))
    const saved = createOutsmartEmulator({ state: JSON.parse(JSON.stringify(one.state)) })
    expect(await ask(saved, 'relations')).toEqual(await ask(one, 'relations'))
  })

  it('holds what goes wrong in real accounts', () => {
    const { state } = office()
    expect(state.relations.length).toBeGreaterThanOrEqual(150)
    expect(state.materials.length).toBeGreaterThanOrEqual(250)
    const complete = state.workOrders.filter(({ status }) => status === 'Compleet')
    expect(complete.length).toBeGreaterThanOrEqual(40)
    const odd = (what: (row: (typeof complete)[number]) => boolean) => complete.filter(what).length
    const lines = (row: (typeof complete)[number]) => [...row.Materials, ...row.Workperiods]
    expect({
      unfinished: odd(({ WorkFinished }) => WorkFinished === '0') > 0,
      archived: odd(({ Archived }) => Archived === '1') > 0,
      billedElsewhere: odd((row) => row.CustomerDebtorNr !== row.CustomerDebtorNrInvoice) > 0,
      withoutNumber: odd(({ WorkorderNo }) => WorkorderNo === '') > 0,
      withoutCode: odd((row) => lines(row).some((line) => line.MaterialCode === '')) > 0,
      withoutHourType: odd((row) => lines(row).some((line) => line.HourType === '')) > 0,
      nothingUsed: odd((row) => lines(row).some((line) => line.MaterialNr === '0')) > 0,
      noTime: odd((row) => lines(row).some((line) => line.TotalTime === '00:00')) > 0,
      commas: odd((row) => lines(row).some((line) => /,/.test(String(line.MaterialPrice)))) > 0,
      discounts:
        odd((row) => lines(row).some((line) => /^10/.test(String(line.MaterialDiscountPercentage)))) > 0,
      longTexts: odd((row) => String(row.WorkDescription).length > 3_000) > 0,
      withoutDay: odd(({ WorkDate }) => WorkDate === '') > 0,
    }).toEqual({
      unfinished: true,
      archived: true,
      billedElsewhere: true,
      withoutNumber: true,
      withoutCode: true,
      withoutHourType: true,
      nothingUsed: true,
      noTime: true,
      commas: true,
      discounts: true,
      longTexts: true,
      withoutDay: true,
    })
  })
})
