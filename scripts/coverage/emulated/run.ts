import type { Tables } from '../compare.ts'
import type { Emulated } from '../report.ts'
import { recordGroups } from './groups.ts'
import { odd } from './odd.ts'
import { recordChecks } from './records.ts'
import { createWorld } from './world.ts'

/** Calls every method that a scenario knows; for each, why it does not count, or `undefined` when it does. */
export async function runScenarios(tables: Tables): Promise<Emulated> {
  const outcome = new Map<string, string | undefined>()
  for (const about of recordGroups) {
    const world = createWorld()
    const methods = Object.keys(tables[about.group] ?? {})
    const prepared = await reasonOf(async () => {
      Object.assign(world.known, await about.prepare?.(world))
    })
    for (const [method, check] of recordChecks(world, methods, about)) {
      outcome.set(`${about.group}/${method}`, prepared ?? (await reasonOf(check)))
    }
  }
  for (const [path, check] of Object.entries(odd)) {
    outcome.set(path, await reasonOf(() => check(createWorld())))
  }
  return outcome
}

async function reasonOf(check: () => Promise<void>): Promise<string | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
