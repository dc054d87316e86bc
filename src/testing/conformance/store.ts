import type { ConformanceCheck } from './check.ts'
import { benchOf, type StoreHandles } from './store-bench.ts'
import { limitChecks } from './store-limits.ts'
import { raceChecks } from './store-races.ts'
import { recordChecks } from './store-records.ts'
import { scanChecks } from './store-scans.ts'
import { valueChecks } from './store-values.ts'

export type { StoreHandles }

/**
 * The rules that every `Store` must keep. `factory` gives two independent handles on one store (races are the
 * point); the checks use collections of their own, so the store need not be empty.
 *
 * @example
 * ```ts
 * import { storeConformance } from 'moloni-sdk/testing'
 * import { memoryStore } from 'moloni-sdk/sync'
 *
 * for (const { name, run } of storeConformance(() => memoryStore())) {
 *   console.log(name)
 *   await run()
 * }
 * ```
 */
export function storeConformance(
  factory: () => StoreHandles | Promise<StoreHandles>,
): readonly ConformanceCheck[] {
  const checks = { ...recordChecks, ...raceChecks, ...scanChecks, ...valueChecks, ...limitChecks }
  return Object.entries(checks).map(([name, check]) => ({
    name,
    run: async () => check(benchOf(await factory())),
  }))
}
