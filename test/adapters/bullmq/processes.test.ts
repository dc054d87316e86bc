import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeWith } from '../../support/servers.ts'
import { type Line, openLine, until } from './support.ts'

const program = fileURLToPath(new URL('worker.ts', import.meta.url))
const TAKE_OVER = 1000

await describeWith('Redis', 'BullMQ workers in processes of their own', (url) => {
  let line: Line
  let children: ChildProcess[]
  beforeEach(() => {
    line = openLine(url)
    children = []
  })
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL')
    await line.end()
  })

  /** Starts a process, and gives what it prints. */
  async function worker() {
    const args = ['--import', 'tsx', program, url.href, line.prefix, String(TAKE_OVER)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    let printed = ''
    child.stdout?.on('data', (chunk) => {
      printed += chunk
    })
    const prints = (text: string) => until(() => printed.includes(text), `a worker prints "${text}"`)
    await prints('started')
    return { child, prints }
  }

  /** A scheduler of this process, with the runs that it gets. */
  async function successor() {
    const runs: string[] = []
    const scheduler = line.scheduler({ takeOverMs: TAKE_OVER })
    const stop = await scheduler.start(async (key, { reason }) => void runs.push(`${key} ${reason}`))
    return { scheduler, runs, stop }
  }

  describe('the run of a process', { timeout: 120_000 }, () => {
    test('that was killed is taken over, once, with its reason', async () => {
      const { child, prints } = await worker()
      await line.scheduler().trigger('k', 'webhook')
      await prints('running k webhook')
      child.kill('SIGKILL')
      const { scheduler, runs, stop } = await successor()
      await until(() => runs.length > 0, 'the run is taken over')
      await scheduler.trigger('other', 'later')
      await until(() => runs.includes('other later'), 'the next run')
      expect(runs).toEqual(['k webhook', 'other later'])
      await stop()
    })

    test('is taken over however many processes it has outlived, with the trigger that came meanwhile', async () => {
      const scheduler = line.scheduler()
      await scheduler.trigger('k', 'first')
      for (let life = 0; life < 3; life++) {
        const { child, prints } = await worker()
        await prints('running k')
        await scheduler.trigger('k', 'meanwhile')
        child.kill('SIGKILL')
      }
      const { runs, stop } = await successor()
      await until(() => runs.length >= 2, 'both runs')
      expect(runs).toEqual(['k first', 'k meanwhile'])
      await stop()
    })

    test('that is stopped goes back and is run at once by another one', async () => {
      const { child, prints } = await worker()
      const scheduler = line.scheduler()
      await scheduler.trigger('k', 'work')
      await prints('running k work')
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await prints('stopped')
      const { runs, stop } = await successor()
      await until(() => runs.length === 1, 'the run that was handed back')
      // Nothing is left open that would keep the process alive.
      expect(await exit).toEqual([0, null])
      await stop()
    })

    test('that froze is told when it wakes that it has lost the run', async () => {
      const { child, prints } = await worker()
      await line.scheduler().trigger('k', 'work')
      await prints('running k work')
      child.kill('SIGSTOP')
      const { runs, stop } = await successor()
      await until(() => runs.length === 1, 'the run is taken over')
      child.kill('SIGCONT')
      await prints('told k')
      await stop()
      expect(runs).toEqual(['k work'])
    })
  })
})
