import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { followLogin } from '../../scripts/start/browser.ts'
import { platforms } from '../../scripts/start/platforms.ts'
import {
  createEsEmulator,
  createPtEmulator,
  type PtEmulator,
  seedEsInstaller,
  seedInstaller,
  serve,
} from '../../src/testing/index.ts'
import { finish, start } from './program.ts'

const program = 'scripts/start/main.ts'
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? ''

const newFolder = () => mkdtemp(join(tmpdir(), 'moloni-start-'))

/** For two starts, of which the second waits for the first. */
const twice = { timeout: 360_000 }

/** The line of a start that went on from where another has stopped. */
async function startAgain(args: readonly string[]) {
  const { code, stdout, stderr } = await finish(program, { args: [...args, '--json'] })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).not.toMatch(/[1-9]\d* to (update|make)/)
  return { stdout, outcome: JSON.parse(lastLine(stdout)) }
}

/** The same figures, from a start that had nothing to do. */
const resumed = (outcome: object) => ({
  ...outcome,
  secondRun: { changes: 0, requests: expect.any(Number) },
  duplicates: 0,
  resumed: true,
})

/** The figures that a platform must come to, its planted faults each found once. */
function figuresOf(platform: 'pt' | 'es' | 'on') {
  const { faults } = platforms[platform]
  return {
    imported: expect.objectContaining({ relations: 137 }),
    exported: expect.any(Object),
    blocked: faults.length,
    blockedBy: Object.fromEntries(faults.map((fault) => [fault, 1])),
    secondRun: { changes: 0, requests: expect.any(Number) },
    duplicates: 0,
  }
}

test('npm start shows the whole job against the emulated Molonis', twice, async () => {
  const folder = await newFolder()
  // What lies there is of no use, and forgotten unread.
  await mkdir(join(folder, 'memory/pt'), { recursive: true })
  await writeFile(join(folder, 'memory/pt/kept.json'), 'no')
  const { code, stdout, stderr } = await finish(program, { args: ['--state', folder, '--fresh', '--json'] })
  expect(stderr).toBe('')
  expect(code).toBe(0)

  const { pt, es, on, ...others } = JSON.parse(lastLine(stdout))
  expect(others).toEqual({})
  expect(pt).toEqual(figuresOf('pt'))
  // On Moloni Spain one change is told, and one that is not; then both accounts tell of four.
  expect(es).toEqual({ ...figuresOf('es'), webhooks: { delivered: 5, applied: 5, forgedRefused: 7 } })
  expect(on).toEqual({ ...figuresOf('on'), webhooks: { delivered: 4, applied: 4, forgedRefused: 7 } })
  for (const [platform, { imported, exported, blocked, secondRun }] of Object.entries({ pt, es, on })) {
    // One for each list.
    expect(secondRun.requests, platform).toBeLessThanOrEqual(3)
    expect(imported.materials + imported.hourTypes, platform).toBe(260)
    expect(imported.hourTypes, platform).toBeGreaterThanOrEqual(5)
    const made = Object.values<number>(exported)
    expect(Math.min(...made), platform).toBeGreaterThan(0)
    expect(made.reduce((total, count) => total + count) + blocked, platform).toBe(40)
  }
  expect(Object.keys(pt.imported)).toEqual(['relations', 'materials', 'hourTypes', 'employees'])
  expect(pt.imported.employees).toBe(3)
  expect(Object.keys(pt.exported)).toEqual(['invoice'])
  expect(es.imported.categories).toBe(21)
  expect(Object.keys(es.exported)).toEqual(['invoice', 'purchaseOrder'])
  expect(Object.keys(on.exported)).toEqual(['invoice', 'purchaseOrder', 'invoiceReceipt'])

  expect(stdout).not.toContain('\x1b')
  expect(stdout.match(/customers: 137 of 137/g)).toHaveLength(3)
  expect(stdout).not.toContain('(5)')
  for (const { faults } of Object.values(platforms))
    for (const fault of faults) expect(stdout).toMatch(new RegExp(`OT-\\d+ +${fault} `))

  const again = await startAgain(['--state', folder])
  expect(again.outcome).toEqual({ pt: resumed(pt), es: resumed(es), on: resumed(on) })
  expect(again.stdout.match(/Nothing to do/g)).toHaveLength(3)

  // What is not told of comes with the next read of the lists, and what is told of is not taken twice.
  expect(stdout).toMatch(
    /customer 0002 moves: not at the host yet\n {2}webhooks_refused: .*\n.* 1 change\n {2}customer 0002 moves: at the host/,
  )
  expect(
    stdout.match(/read again, and still at the host\n {2}The next read of all lists: 0 changes/g),
  ).toHaveLength(2)
})

test('npm start -- --host outsmart joins an emulated OutSmart to the emulated Molonis', twice, async () => {
  const args = ['--host', 'outsmart', '--state', await newFolder()]
  const { code, stdout, stderr } = await finish(program, { args: [...args, '--json'] })
  expect(stderr).toBe('')
  expect(code).toBe(0)

  const { pt, es, outsmart, ...others } = JSON.parse(lastLine(stdout))
  expect(others).toEqual({})
  // Customers without a whole address stay out: OutSmart demands one.
  const imported = expect.objectContaining({ relations: 112, materials: 244, hourTypes: 16 })
  expect(pt).toEqual({ ...figuresOf('pt'), imported })
  const webhooks = { delivered: 5, applied: 5, forgedRefused: 7 }
  expect(es).toEqual({ ...figuresOf('es'), imported, webhooks })
  expect(stdout).toMatch(/customer N-001 is new: at the host\n.*renamed: at the host\n.*deleted: at the host/)
  expect(stdout).toMatch(/and \d+ more +missing_street /)

  // What its own books say. The webhooks of Spain brought one customer and took one product away.
  const lists = { relations: 112, materials: 244, hourTypes: 16 }
  const books = (made: number, blocked: number) => ({
    ...lists,
    workOrders: { acknowledged: made, acknowledgedAgain: 0, failed: blocked, open: 0 },
  })
  expect(outsmart).toEqual({
    pt: { ...books(29, 11), categories: 0, employees: 3 },
    es: { ...books(30, 10), categories: 21, employees: 0, relations: 113, materials: 243 },
  })
  expect(pt.exported.invoice).toBe(29)
  expect(es.exported.invoice + es.exported.purchaseOrder).toBe(30)

  const again = await startAgain(args)
  expect(again.outcome).toEqual({ pt: resumed(pt), es: resumed(es), outsmart })
})

test('a wrong option is refused before anything happens', async () => {
  const { code, stdout, stderr } = await finish(program, { args: ['--export'] })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/are for a real Moloni.*MOLONI_PT_CLIENT_ID/s)
})

describe('with credentials of the real Moloni Portugal', () => {
  let emulator: PtEmulator
  let served: Awaited<ReturnType<typeof serve>>
  let environment: Record<string, string>
  beforeEach(async () => {
    emulator = createPtEmulator()
    seedInstaller(emulator, { customers: 60, products: 30, users: 2 })
    served = await serve(emulator)
    environment = {
      MOLONI_PT_CLIENT_ID: emulator.credentials.clientId,
      MOLONI_PT_CLIENT_SECRET: emulator.credentials.clientSecret,
      MOLONI_PT_REDIRECT_URI: emulator.credentials.redirectUris[0] ?? '',
      MOLONI_PT_BASE_URL: served.url,
    }
  })
  afterEach(() => served.close())

  /** Answers the program's questions as a person with a browser does. */
  async function through(args: readonly string[], company = '1') {
    const running = start(program, { args, environment })
    const [address] = await running.printed(/http:\S+/)
    running.answer(await followLogin(new URL(address), environment.MOLONI_PT_REDIRECT_URI ?? ''))
    await running.printed(/Which one\?/)
    running.answer(company)
    return running.ended
  }

  const documents = () => Object.values(emulator.state.companies).flatMap((company) => company.documents)

  async function workOrders(...changes: object[]): Promise<string> {
    const [customer] = Object.values(emulator.state.companies).flatMap(({ customers }) =>
      customers.filter(
        ({ address, zip_code, city, vat }) => address && zip_code?.toString().startsWith('3') && city && vat,
      ),
    )
    const jobs = changes.map((change, index) => ({
      key: `job-${index}`,
      number: `J${index}`,
      status: 'complete',
      finished: true,
      customer: { debtorNumber: customer?.number },
      workDate: new Date().toISOString().slice(0, 10),
      materials: [{ code: 'MAT-0000', quantity: 1 }],
      workPeriods: [],
      ...change,
    }))
    const path = join(await newFolder(), 'jobs.json')
    await writeFile(path, JSON.stringify(jobs))
    return path
  }

  test('it imports and makes no document', async () => {
    const { code, stdout } = await through(['--json', '--work-orders', await workOrders({})])
    expect(code).toBe(0)
    expect(stdout).toMatch(/1 {2}Instalações.*2 {2}Empresa de Demonstração \(5\): demonstration/s)
    expect(stdout).toContain('invoice: 1 to make, 0 blocked')
    const { pt } = JSON.parse(lastLine(stdout))
    expect(pt).toMatchObject({ imported: { relations: 60, employees: 2 }, exported: { invoice: 0 } })
    expect(documents()).toEqual([])
  })

  test('with --export it makes each document once, however often it is started', async () => {
    const args = ['--json', '--export', '--work-orders', await workOrders({}, { customer: {} })]
    for (const _ of [1, 2]) {
      const { pt } = JSON.parse(lastLine((await through(args)).stdout))
      expect(pt).toMatchObject({ exported: { invoice: 1 }, blocked: 1, blockedBy: { no_customer: 1 } })
      expect(documents().map(({ status }) => status)).toEqual([1])
    }
  })

  test('a wrong number of a company is asked for again', async () => {
    const running = start(program, { environment })
    const [address] = await running.printed(/http:\S+/)
    running.answer(await followLogin(new URL(address), environment.MOLONI_PT_REDIRECT_URI ?? ''))
    await running.printed(/Which one\?/)
    running.answer('7')
    await running.printed(/There is no number 7/)
    running.answer('1')
    expect((await running.ended).code).toBe(0)
  })

  test.each([
    ['an address that is none', 'hello', /callback_malformed/],
    ['the callback of another login', 'https://example.com/callback?code=x&state=y', /state_mismatch/],
    ['a login that was refused', 'https://example.com/callback?error=access_denied&state=y', /login_denied/],
  ])('%s is refused, with what to do', async (_what, callback, code) => {
    const running = start(program, { environment })
    await running.printed(/Address:/)
    running.answer(callback)
    const ended = await running.ended
    expect(ended.code).toBe(1)
    expect(ended.stderr).toMatch(code)
    expect(ended.stderr).not.toContain('\n    at ')
  })

  test.each([
    ['is not there', undefined, /cannot be read/],
    ['is not JSON', 'no', /not JSON/],
    ['holds something else', '[{"key":""}]', /does not hold work orders: 0\.key/],
  ])('a file of work orders that %s is refused before the login', async (_what, content, message) => {
    const path = join(await newFolder(), 'jobs.json')
    if (content !== undefined) await writeFile(path, content)
    const ended = await finish(program, { args: ['--work-orders', path], environment })
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 2, stdout: '' })
    expect(ended.stderr).toMatch(message)
  })

  test('nobody at the terminal ends it', async () => {
    const running = start(program, { environment })
    await running.printed(/Address:/)
    running.close()
    const ended = await running.ended
    expect(ended.code).toBe(1)
    expect(ended.stderr).toMatch(/Nobody answered/)
  })

  test('no secret is printed', async () => {
    const { stdout, stderr } = await through([])
    const tokens = emulator.state.oauth.accessTokens.map(({ token }) => token)
    expect(tokens.length).toBeGreaterThan(0)
    for (const secret of [emulator.credentials.clientSecret, ...tokens]) {
      expect(stdout + stderr).not.toContain(secret)
    }
  })
})

test('with credentials of the real Moloni Spain it imports; the login does not say whose it is', async () => {
  const emulator = createEsEmulator()
  seedEsInstaller(emulator, { customers: 20, products: 30 })
  const served = await serve(emulator)
  const { clientId, clientSecret, redirectUris } = emulator.credentials
  const [redirectUri = ''] = redirectUris
  try {
    const running = start(program, {
      args: ['--json'],
      environment: {
        MOLONI_ES_CLIENT_ID: clientId,
        MOLONI_ES_CLIENT_SECRET: clientSecret,
        MOLONI_ES_REDIRECT_URI: redirectUri,
        MOLONI_ES_BASE_URL: served.url,
      },
    })
    const [address] = await running.printed(/http:\S+/)
    const callback = await followLogin(new URL(address), redirectUri)
    expect(new URL(callback).searchParams.has('state')).toBe(false)
    running.answer(callback)
    await running.printed(/Which one\?/)
    running.answer('1')
    const { code, stdout } = await running.ended
    expect(code).toBe(0)
    expect(JSON.parse(lastLine(stdout))).toMatchObject({
      es: { imported: { relations: 20, categories: 21 }, exported: { invoice: 0, purchaseOrder: 0 } },
    })
    expect(Object.values(emulator.state.companies).flatMap(({ documents }) => documents)).toEqual([])
  } finally {
    await served.close()
  }
})
