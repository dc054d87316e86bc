import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { beyond, type Compared, compare } from '../../scripts/coverage/pt/compare.ts'
import { type Played, playScenarios } from '../../scripts/coverage/pt/emulated/run.ts'
import { readReference, referenceFile } from '../../scripts/coverage/pt/reference.ts'
import { complaints, coverageOf, emulatedOf } from '../../scripts/coverage/pt/report.ts'
import { endpoints } from '../../src/pt/groups/index.ts'

const file = referenceFile(undefined, process.env.MOLONI_PT_REFERENCE)
const present = existsSync(file)
const why = present ? '' : ' (skipped: there is no reference beside the repository)'

let played: Played[] = []
beforeAll(async () => {
  played = await playScenarios(endpoints)
}, 120_000)

describe('every method of the client', () => {
  it('works against the emulator in strict mode, and what it changes is seen by a read', () => {
    const reasons = new Map(played.map(({ path, reason }) => [path, reason]))
    const ours = Object.entries(endpoints).flatMap(([group, table]) =>
      Object.keys(table).map((method) => `${group}/${method}`),
    )
    const failing = ours.filter((path) => !reasons.has(path) || reasons.get(path) !== undefined)
    expect(failing.map((path) => `${path}: ${reasons.get(path) ?? 'no scenario calls it'}`)).toEqual([])
  })
})

describe.skipIf(!present)(`beside the reference${why}`, () => {
  let compared: Compared[] = []
  beforeAll(() => {
    compared = compare(readReference(file), endpoints)
  })

  it('nothing is missing', () => {
    expect(complaints(compared, emulatedOf(played))).toEqual([])
    expect(beyond(readReference(file), endpoints)).toEqual([])
  })

  it('all groups and methods are there, typed and emulated', () => {
    const { typedAnswers, unknownLeaves, missing, ...numbers } = coverageOf(compared, emulatedOf(played))
    expect(numbers).toEqual({ groups: 65, methods: 446, typedParams: 446, emulated: 446 })
    expect(typedAnswers).toBeGreaterThanOrEqual(442)
    expect(unknownLeaves).toBeLessThan(100)
    expect(missing).toEqual([])
  })
})
