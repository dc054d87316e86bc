import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { followLogin } from '../../scripts/start/browser.ts'
import { plantedFaults } from '../../scripts/start/work-orders.ts'
import { createPtEmulator, type PtEmulator, seedInstaller, serve } from '../../src/testing/index.ts'
import { finish, start } from './program.ts'

const program = 'scripts/start/main.ts'
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? ''

test('npm start shows the whole job against the emulated Moloni', async () => {
  const { code, stdout, stderr } = await finish(program, { args: ['--json'] })
  expect(stderr).toBe('')
  expect(code).toBe(0)

  const { pt, ...others } = JSON.parse(lastLine(stdout))
  expect(others).toEqual({})
  expect(pt).toEqual({
    imported: { relations: 137, materials: expect.any(Number), hourTypes: expect.any(Number), employees: 3 },
    exported: { invoice: 40 - plantedFaults.length },
    blocked: plantedFaults.length,
    blockedBy: Object.fromEntries(plantedFaults.map((fault) => [fault, 1])),
    secondRun: { changes: 0, requests: expect.any(Number) },
    duplicates: 0,
  })
  expect(pt.imported.materials + pt.imported.hourTypes).toBe(260)
  expect(pt.imported.hourTypes).toBeGreaterThanOrEqual(5)
  expect(pt.secondRun.requests).toBeLessThanOrEqual(8)

  expect(stdout).not.toContain('\x1b')
  expect(stdout).toContain('customers: 137 of 137')
  expect(stdout).not.toContain('(5)')
  for (const fault of plantedFaults) expect(stdout).toMatch(new RegExp(`OT-\\d+ +${fault} `))
})

test('a wrong option is refused before anything happens', async () => {
  const { code, stdout, stderr } = await finish(program, { args: ['--export'] })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/are for the real Moloni.*MOLONI_PT_CLIENT_ID/s)
})

describe('with credentials of the real Moloni', () => {
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
    const path = join(await mkdtemp(join(tmpdir(), 'moloni-start-')), 'jobs.json')
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
    const path = join(await mkdtemp(join(tmpdir(), 'moloni-start-')), 'jobs.json')
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
