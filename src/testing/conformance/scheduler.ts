import type { ConformanceCheck } from './check.ts'
import { onStage, type SchedulerHandles } from './scheduler-stage.ts'
import { stopChecks } from './scheduler-stops.ts'
import { triggerChecks } from './scheduler-triggers.ts'
import { turnChecks } from './scheduler-turns.ts'

export type { SchedulerHandles }

export interface SchedulerConformanceOptions {
  /**
   * The interval that the checks use, in milliseconds of real time: no shorter than the scheduler can keep to about a
   * quarter. Default 300.
   */
  readonly intervalMs?: number | undefined
  /** How long the checks wait for what must happen. Default 30 seconds, or 100 intervals. */
  readonly patienceMs?: number | undefined
}

/**
 * The rules that every `Scheduler` must keep. `factory` gives two independent handles on one schedule, as two processes
 * have them; the checks use keys of their own, and stop what they have started. They take real time: some seconds each,
 * and may run beside each other.
 *
 * @example
 * ```ts
 * import { intervalScheduler } from 'moloni-sdk/sync'
 * import { schedulerConformance } from 'moloni-sdk/testing'
 *
 * for (const { name, run } of schedulerConformance(() => intervalScheduler())) {
 *   console.log(name)
 *   await run()
 * }
 * ```
 */
export function schedulerConformance(
  factory: () => SchedulerHandles | Promise<SchedulerHandles>,
  options: SchedulerConformanceOptions = {},
): readonly ConformanceCheck[] {
  const { intervalMs = 300 } = options
  const { patienceMs = Math.max(30_000, intervalMs * 100) } = options
  return Object.entries({ ...turnChecks, ...triggerChecks, ...stopChecks }).map(([name, check]) => ({
    name,
    run: async () => onStage(await factory(), { intervalMs, patienceMs }, check),
  }))
}
