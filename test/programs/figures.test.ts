import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../.ci/figures.mjs', import.meta.url))

type Status = 'passed' | 'failed' | 'skipped'

/** A report as vitest writes it: one file per entry. */
function report(...files: { status: 'passed' | 'failed'; tests: Status[] }[]): unknown {
  const count = (status: Status) =>
    files.flatMap(({ tests }) => tests).filter((test) => test === status).length
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped'),
    numTodoTests: 0,
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((test, index) => ({ status: test, fullName: `test ${index}` })),
    })),
  }
}

async function figures(
  ...reports: unknown[]
): Promise<{ last: string | undefined; code: number; all: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'figures-'))
  const paths = reports.map((_, index) => join(folder, `${index}.json`))
  await Promise.all(paths.map((path, index) => writeFile(path, JSON.stringify(reports[index]))))
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...paths], (error, stdout) => {
      resolve({ last: stdout.trim().split('\n').at(-1), code: error ? 1 : 0, all: stdout })
    })
  })
}

test('adds up the reports', async () => {
  const sound = report({ status: 'passed', tests: ['passed', 'passed'] })
  expect(await figures(sound, sound)).toMatchObject({ last: '4 passed, 0 failed', code: 0 })
})

test('names what was skipped', async () => {
  const found = await figures(report({ status: 'passed', tests: ['passed', 'skipped'] }))
  expect(found).toMatchObject({ last: '1 passed, 0 failed, 1 skipped', code: 0 })
  expect(found.all).toContain('skipped: test 1')
})

test.each([
  ['a failed test', [report({ status: 'failed', tests: ['passed', 'failed'] })], '1 passed, 1 failed'],
  ['a file that does not load', [report({ status: 'failed', tests: [] })], '0 passed, 1 failed'],
  [
    'a file whose preparation fails',
    [report({ status: 'failed', tests: ['skipped'] }, { status: 'passed', tests: ['passed'] })],
    '1 passed, 1 failed, 1 skipped',
  ],
  ['a run without tests', [report()], '0 passed, 0 failed'],
])('%s fails', async (_what, reports, last) => {
  expect(await figures(...reports)).toMatchObject({ last, code: 1 })
})

test('a report that is no report fails', async () => {
  expect((await figures('not a report')).code).toBe(1)
})
