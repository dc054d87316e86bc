import { describe, expect, test } from 'vitest'
import { createPlayer } from '../../scripts/crash/cast.ts'
import { FAULTS } from '../../scripts/crash/faults/index.ts'
import { type PlanOptions, planRuns } from '../../scripts/crash/plan.ts'
import { seeded } from '../../scripts/crash/seeded.ts'
import { idOf, type Spec } from '../../scripts/crash/spec.ts'
import { pairs } from '../../scripts/crash/subjects/index.ts'
import { type Counted, figuresOf } from '../../scripts/crash/tally.ts'

const player = createPlayer()
const every = pairs()

/** Some of the runs that the program would play. */
async function some(count: number, options: Pick<PlanOptions, 'pairs' | 'fault' | 'host'>): Promise<Spec[]> {
  const runs = await planRuns(player, { seed: 1, all: false, share: 1, ...options })
  const random = seeded(JSON.stringify(options))
  return Array.from({ length: count }, () => random.pick(runs))
}

async function played(runs: readonly Spec[]): Promise<Counted[]> {
  const found: Counted[] = []
  for (const run of runs) found.push(await player.count(run))
  return found
}

/** None of the runs ended otherwise than it must. */
function expectNoFaults(found: readonly Counted[]): void {
  expect(found.filter(({ faults }) => faults.length > 0)).toEqual([])
  const { runs, acknowledged, blocked, blockedExpected, points, ...nothing } = figuresOf(found)
  expect(runs).toBe(found.length)
  expect(blocked).toBe(blockedExpected)
  expect(nothing).toEqual({ duplicates: 0, lost: 0, unacknowledged: 0, wrongTotals: 0, stuck: 0 })
}

describe('killed and gone on', () => {
  test.each(every)('$platform $subject.name', { timeout: 60_000 }, async (pair) => {
    expectNoFaults(await played(await some(2, { pairs: [pair], fault: 'none' })))
  })

  const invoices = every.filter(({ subject }) => subject.name === 'invoice')
  const troubles = FAULTS.map(({ name, title }, at) => ({
    name,
    title,
    pairs: [invoices[at % invoices.length] ?? invoices[0]].flatMap((pair) => pair ?? []),
  }))
  test.each(troubles)('and $title', { timeout: 60_000 }, async ({ name, pairs }) => {
    expectNoFaults(await played(await some(2, { pairs, fault: name })))
  })
})

describe('OutSmart as the host', () => {
  const invoices = every.filter(({ subject }) => subject.name === 'invoice')
  const acknowledges = ({ on }: Spec) => on?.request === 'outsmart/GetWorkorder'

  test.each(['lost', '500after', 'late', 'hangAfter'])(
    'an acknowledgement that meets "%s" leaves one document and a work order that is handled once',
    { timeout: 60_000 },
    async (fault) => {
      const plan = { host: 'outsmart', fault, seed: 1, all: false, share: 1 } as const
      const runs = await planRuns(player, { ...plan, pairs: invoices.slice(0, 1) })
      const mine = runs.filter(acknowledges)
      expect(mine.length).toBeGreaterThan(1)
      const found = await played(mine)
      expectNoFaults(found)
      expect(found.every(({ acknowledged }) => acknowledged)).toBe(true)
    },
  )

  test('no point at which a process is killed leaves a work order open', { timeout: 120_000 }, async () => {
    const plan = { host: 'outsmart', fault: 'none', seed: 1, all: false, share: 0 } as const
    const runs = await planRuns(player, { ...plan, pairs: invoices.slice(0, 1) })
    // The last third of the way is where the host is told.
    const late = runs.filter(({ stop }) => stop && stop.at > 48 && stop.at < 62)
    expect(late.length, runs.map(idOf).join()).toBeGreaterThan(12)
    const found = await played(late)
    expectNoFaults(found)
    expect(found.every(({ acknowledged }) => acknowledged)).toBe(true)
  })
})
