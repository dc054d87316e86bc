import type { Tables } from '../compare.ts'
import type { Emulated } from '../report.ts'
import { furnish, reasonOf } from './furnish.ts'
import { recordGroups } from './groups.ts'
import { odd } from './odd.ts'
import { type Check, recordChecks } from './records.ts'
import { createWorld } from './world.ts'

/** Calls every method that a scenario knows; for each, why it does not count, or `undefined` when it does. */
export async function runScenarios(tables: Tables): Promise<Emulated> {
  const outcome = new Map<string, string | undefined>()
  for (const about of recordGroups) {
    const world = createWorld()
    const lacking = await furnish(world)
    for (const [method, check] of recordChecks(world, Object.keys(tables[about.group] ?? {}), about)) {
      outcome.set(`${about.group}/${method}`, await failure(check, lacking))
    }
  }
  for (const [path, check] of Object.entries(odd)) {
    const world = createWorld()
    const lacking = await furnish(world)
    outcome.set(path, await failure(() => check(world), lacking))
  }
  return outcome
}

async function failure(check: Check, lacking: string | undefined): Promise<string | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    return lacking === undefined ? reasonOf(error) : `${reasonOf(error)} (${lacking})`
  }
}
