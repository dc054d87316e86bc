import { describe, expect, test } from 'vitest'
import { createPlayer } from '../../scripts/crash/cast.ts'
import { planRuns } from '../../scripts/crash/plan.ts'
import { idOf, type Spec } from '../../scripts/crash/spec.ts'
import { pairs, subjectOf } from '../../scripts/crash/subjects/index.ts'
import { TWINS, type TwinRow } from './twins.ts'

/** The runs of the program that must find it out, in the order in which they are most likely to. */
async function runsFor({ twin, subject, fault }: TwinRow): Promise<Spec[]> {
  const [pair] = pairs().filter((pair) => pair.subject === subjectOf(subject))
  const player = createPlayer(twin)
  const runs = await planRuns(player, { pairs: pair ? [pair] : [], fault, seed: 1, all: false, share: 1 })
  const rank = ({ on, stop }: Spec) => (on ? (/insert/.test(on.request) ? 0 : 1) : stop?.how === 't' ? 0 : 1)
  const middle = (list: readonly Spec[]) => [
    ...list.slice(list.length / 2),
    ...list.slice(0, list.length / 2),
  ]
  return middle(runs).sort((a, b) => rank(a) - rank(b))
}

const MOST = 60

describe.each(TWINS)('an engine that is broken on purpose: $name', (row) => {
  test('is found out, by a run that the engine itself passes', { timeout: 60_000 }, async () => {
    const broken = createPlayer(row.twin)
    const whole = createPlayer()
    for (const spec of (await runsFor(row)).slice(0, MOST)) {
      const { faults } = await broken.count(spec)
      if (faults.length === 0) continue
      expect(faults.join('; ')).toMatch(row.says)
      expect((await whole.count(spec)).faults, idOf(spec)).toEqual([])
      return
    }
    expect.fail('Nothing was found out.')
  })
})
