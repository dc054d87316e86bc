import type { ConformanceCheck } from './check.ts'
import { type HostFixture, hostOf, sinkBenches } from './host-bench.ts'
import { sinkChecks } from './host-sinks.ts'
import { workOrderBench, workOrderChecks } from './host-work-orders.ts'

export type { HostFixture }

/**
 * The rules that every `Host` must keep. `factory` gives a fresh host for each check, alone or with a way to put work
 * orders into it; parts that a host does not have are not checked. The checks write records of their own, so the host
 * need not be empty, and look at them with `read` where a sink can.
 *
 * @example
 * ```ts
 * import { hostConformance } from 'moloni-sdk/testing'
 * import { memoryHost } from 'moloni-sdk/sync'
 *
 * for (const { name, run } of hostConformance(() => memoryHost())) {
 *   console.log(name)
 *   await run()
 * }
 * ```
 */
export function hostConformance(
  factory: () => HostFixture | Promise<HostFixture>,
): readonly ConformanceCheck[] {
  const ofSinks = Object.entries(sinkChecks).map(([name, check]) => ({
    name,
    run: async () => {
      for (const bench of sinkBenches(hostOf(await factory()).host)) await check(bench)
    },
  }))
  const ofWorkOrders = Object.entries(workOrderChecks).map(([name, check]) => ({
    name,
    run: async () => {
      const { host, addWorkOrders } = hostOf(await factory())
      if (host.workOrders) await check(workOrderBench(host.workOrders, addWorkOrders))
    },
  }))
  return [...ofSinks, ...ofWorkOrders]
}
