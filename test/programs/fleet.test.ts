import { describe, expect, test } from 'vitest'
import { findServer } from '../support/server-urls.ts'
import { describeWith } from '../support/servers.ts'
import { finish } from './program.ts'

const program = 'scripts/fleet/main.ts'

const needed = (await findServer('PostgreSQL'))?.problem === undefined ? 'Redis' : 'PostgreSQL'
await describeWith(needed, 'the fleet', () => {
  test.each([
    ['killed', 'SIGKILL', 'pt'],
    ['asked to stop', 'SIGTERM', 'es'],
  ])('workers that are %s make each document once and lose none', async (_what, signal, platform) => {
    const size = ['--connections', '6', '--workers', '2', '--kills', '3', '--rows', '60']
    const { code, stdout, stderr } = await finish(program, {
      args: [...size, '--signal', signal, '--platform', platform, '--json'],
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`3 times ${signal}`)
    // Every second company has a work order that nobody can bill.
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toEqual({
      connections: 6,
      workers: 2,
      kills: 3,
      documents: 27,
      expected: 27,
      duplicates: 0,
      lost: 0,
      syncsPerSecond: expect.any(Number),
      idleRequestsPerSync: 3,
      rssPerWorkerMb: expect.any(Number),
    })
  })
})

describe('before anything is started', () => {
  test.each([
    ['an option that there is not', ['--size', '3'], /'--size'/],
    ['no company', ['--connections', '0'], /--connections must be a whole number from 1 up/],
    ['half a worker', ['--workers', '1.5'], /--workers must be a whole number from 1 up/],
    ['a signal that ends nothing', ['--signal', 'SIGUSR1'], /--signal must be one of SIGKILL, SIGTERM/],
    ['too few records for the planted faults', ['--rows', '59'], /--rows must be a whole number from 60 up/],
    ['a platform that there is not', ['--platform', 'fr'], /--platform must be one of pt, es, on/],
  ])('%s is refused', async (_what, args, message) => {
    const { code, stdout, stderr } = await finish(program, { args })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('\n    at ')
  })

  test.each(['DATABASE_URL', 'REDIS_URL'])(
    'a server that does not answer at %s is named',
    async (variable) => {
      const scheme = variable === 'REDIS_URL' ? 'redis' : 'postgres'
      const { code, stderr } = await finish(program, {
        environment: { [variable]: `${scheme}://127.0.0.1:1/none` },
      })
      expect(code).toBe(2)
      expect(stderr).toMatch(/does not answer|is nowhere/)
      expect(stderr).toContain(variable)
      expect(stderr).not.toContain('\n    at ')
    },
  )
})
