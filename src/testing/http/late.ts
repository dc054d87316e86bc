import type { EmulatorClock } from './clock.ts'
import type { JsonObject } from './json.ts'

/** Calls whose effect lands later. The calls are part of the state; who waits for an answer is not. */
export interface LateCalls<Call> {
  /** Plans a call; resolves with its answer when it has landed. */
  add(call: Call, ms: number): Promise<Response>
  /** Lands what is due. */
  settle(): void
}

export function createLateCalls<Call extends { at: number }>(
  state: { late: Call[] },
  clock: EmulatorClock,
  execute: (call: Call) => Response | Promise<Response>,
): LateCalls<Call> {
  const waiting = new Map<Call, (response: Response | Promise<Response>) => void>()

  function settle(): void {
    const now = clock.now()
    const due = state.late.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
    state.late = state.late.filter(({ at }) => at > now)
    for (const call of due) {
      const response = execute(call)
      waiting.get(call)?.(response)
      waiting.delete(call)
    }
  }

  for (const { at } of state.late) wakeAfter(Math.max(0, at - clock.now()))

  function wakeAfter(ms: number): void {
    clock.sleep(ms).then(settle, () => undefined)
  }

  return {
    settle,
    add(call, ms) {
      state.late.push(call)
      wakeAfter(ms)
      return new Promise((resolve) => waiting.set(call, resolve))
    },
  }
}

/** Parameters as plain JSON, for the state. */
export function plainParams(params: Record<string, unknown>): JsonObject {
  return JSON.parse(JSON.stringify(params))
}
