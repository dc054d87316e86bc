import {
  createOutsmartClient,
  type OutsmartClient,
  type OutsmartClientOptions,
} from '../../src/adapters/outsmart/index.ts'
import {
  createOutsmartEmulator,
  type LoggedRequest,
  type OutsmartEmulator,
  type OutsmartEmulatorOptions,
  type OutsmartWorkOrderRow,
  seedOutsmartBasics,
} from '../../src/testing/index.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'

export interface Rig {
  readonly emulator: OutsmartEmulator
  readonly clock: FakeClock
  readonly client: OutsmartClient
  /** Requests to a path so far. */
  to(path: string): LoggedRequest[]
}

export interface RigOptions {
  readonly emulator?: OutsmartEmulatorOptions
  readonly client?: Partial<OutsmartClientOptions>
}

/** A client on an emulator with people, work types and work statuses; its waits cost no time. */
export function rig(options: RigOptions = {}): Rig {
  const clock = fakeClock()
  clock.auto = true
  const emulator = createOutsmartEmulator({ clock: patient(clock), ...options.emulator })
  seedOutsmartBasics(emulator)
  const client = createOutsmartClient({
    ...emulator.credentials,
    fetch: emulator.fetch,
    clock,
    budget: false,
    random: { next: () => 0.5, token: () => 'x' },
    ...options.client,
  })
  return { emulator, clock, client, to: (path) => emulator.requests.filter((one) => one.path === path) }
}

/** What the emulator waits for happens when the test moves the time, never by itself. */
export function patient(clock: FakeClock) {
  return {
    now: () => clock.now(),
    sleep: (ms: number, signal?: AbortSignal) => clock.sleep(ms, signal, 'limit'),
  }
}

/** The error of a call that has to fail. */
export async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error('The call did not fail.')
    },
    (error: unknown) => error,
  )
}

/** A bare answer of the emulator, without our client. */
export async function ask(
  emulator: OutsmartEmulator,
  path: string,
  query: Record<string, string> = {},
  init: { method?: string; body?: string; tokens?: boolean } = {},
): Promise<{ code: number; messages: string[]; response: unknown }> {
  const { token, softwareToken } = emulator.credentials
  const tokens = init.tokens === false ? {} : { token, software_token: softwareToken }
  const search = new URLSearchParams({ ...tokens, ...query })
  const { method = init.body === undefined ? 'GET' : 'POST', body } = init
  const request = new Request(`https://app.out-smart.com/openapi/8/${path}/?${search}`, {
    method,
    ...(body === undefined ? {} : { body }),
  })
  const response = await emulator.fetch(request)
  return JSON.parse(await response.text())
}

export function workOrderOf(emulator: OutsmartEmulator, id: string): OutsmartWorkOrderRow {
  const found = emulator.state.workOrders.find((row) => row.id === id)
  if (!found) throw new RangeError(`There is no work order ${id}.`)
  return found
}
