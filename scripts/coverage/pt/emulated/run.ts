import type { Tables } from '../compare.ts'
import { furnish, reasonOf } from './furnish.ts'
import { recordGroups } from './groups.ts'
import { odd } from './odd.ts'
import { type Check, recordChecks } from './records.ts'
import { createWorld, type World } from './world.ts'

/** A method that a scenario called. */
export interface Played {
  readonly path: string
  /** Why it does not count; `undefined` when it does. */
  readonly reason: string | undefined
  /** Where it happened; its calls are remembered there. */
  readonly world: World
}

/** Calls every method that a scenario knows. */
export async function playScenarios(tables: Tables): Promise<Played[]> {
  const played: Played[] = []
  for (const about of recordGroups) {
    const world = createWorld()
    const lacking = await furnish(world)
    for (const [method, check] of recordChecks(world, Object.keys(tables[about.group] ?? {}), about)) {
      played.push({ path: `${about.group}/${method}`, reason: await failure(check, lacking), world })
    }
  }
  for (const [path, check] of Object.entries(odd)) {
    const world = createWorld()
    const lacking = await furnish(world)
    played.push({ path, reason: await failure(() => check(world), lacking), world })
  }
  return played
}

async function failure(check: Check, lacking: string | undefined): Promise<string | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    return lacking === undefined ? reasonOf(error) : `${reasonOf(error)} (${lacking})`
  }
}
