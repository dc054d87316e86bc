import { schedulerConformance } from 'moloni-sdk/testing'
import { afterAll, describe, test } from 'vitest'
import { describeWith } from '../../support/servers.ts'
import { openLine } from './support.ts'

await describeWith('Redis', 'the BullMQ scheduler', (url) => {
  describe.concurrent('keeps every rule', { timeout: 90_000 }, () => {
    const lines: ReturnType<typeof openLine>[] = []
    const factory = () => {
      const line = openLine(url)
      lines.push(line)
      return [line.scheduler(), line.scheduler()] as const
    }
    afterAll(() => Promise.all(lines.map((line) => line.end())))
    for (const { name, run } of schedulerConformance(factory, { intervalMs: 400 })) test(name, run)
  })
})
