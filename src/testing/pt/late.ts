import type { JsonObject } from '../http/json.ts'
import type { PtBehaviour } from './options.ts'
import type { LateCall, PtState } from './state.ts'

/** Calls whose effect lands later. The calls are part of the state; who waits for an answer is not. */
export interface LateCalls {
  /** Plans a call; resolves with its answer when it has landed. */
  add(call: LateCall, ms: number): Promise<Response>
  /** Lands what is due. */
  settle(): void
}

export function createLateCalls(
  state: PtState,
  { clock }: PtBehaviour,
  execute: (call: LateCall) => Response,
): LateCalls {
  const waiting = new Map<LateCall, (response: Response) => void>()

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
