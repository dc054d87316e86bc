import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readOptions } from '../../scripts/coverage/options.ts'

const main = fileURLToPath(new URL('../../scripts/coverage/main.ts', import.meta.url))

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  })
}

describe('npm run coverage:api', () => {
  it('says what to do when there is no reference', () => {
    const { status, stderr } = run('--reference', '/nowhere/endpoints.json')
    expect(status).toBe(2)
    expect(stderr).toContain(
      'There is no reference at /nowhere/endpoints.json. Give its place with --reference',
    )
  }, 60_000)

  it('says what to do when the reference is something else', () => {
    const { status, stderr } = run(
      '--reference',
      fileURLToPath(new URL('../../package.json', import.meta.url)),
    )
    expect(status).toBe(2)
    expect(stderr).toContain('The reference is not as expected')
  }, 60_000)

  it('refuses an option that it does not know', () => {
    expect(() => readOptions(['--jsno'])).toThrow("Unknown option '--jsno'")
  })
})
