import type { WorkOrder } from '../../src/domain/index.ts'
import type { Store } from '../../src/store/index.ts'
import type { Host } from '../../src/sync/index.ts'
import type { Faults } from '../../src/testing/index.ts'
import type { FakeClock } from '../../test/support/fake-clock.ts'
import type { Mortal } from '../../test/support/mortal.ts'
import type { ListedRow, ListName } from './account.ts'

/** The other side of the sync, which outlives every process: work orders come from it, records go to it. */
export interface HostSide {
  readonly name: HostName
  /** What a process that has just started reaches it through. */
  host(ports: HostPorts): Host
  /** Adds work orders, or replaces those with the same key. */
  addWorkOrders(workOrders: readonly WorkOrder[]): void
  /** What it was told of a work order; undefined when nothing. */
  toldOf(key: string): Told | undefined
  /** The records that it holds and that count. */
  held(): readonly HeldRow[]
  /** Its own web service, where it has one. */
  readonly web?: WebSide
  /** Another one that holds the same, in another world. */
  copy(world: HostWorld): Promise<HostSide>
}

export type HostName = 'memory' | 'outsmart'

/** What a process reaches the world through. */
export interface HostPorts {
  readonly store: Store
  readonly fetch: typeof globalThis.fetch
  readonly clock: Pick<FakeClock, 'now' | 'sleep'>
  readonly process: Mortal | undefined
}

/** Where a host stands. */
export interface HostWorld {
  readonly clock: FakeClock
  /** Called with each work order that it is told of, and the document, if it keeps that. */
  onTold(key: string, document: Told): void
}

/** What the host knows of a document: one that keeps none knows only that there is one. */
export interface Told {
  readonly documentId?: number
  readonly totalCents?: number
}

/** A record that the host holds, and where it comes from: Moloni's id, or the code where the host keeps no id. */
export type HeldRow = Pick<ListedRow, 'name'> & { readonly list: ListName } & (
    | { readonly id: string }
    | { readonly code: string }
  )

export interface WebSide {
  readonly faults: Faults
  /** Whether a request is meant for it. */
  answers(request: Request): boolean
  fetch(request: Request): Promise<Response>
  /** A person gives back the access that was taken away. */
  letIn(): void
  /** What its emulator calls a request. */
  path(request: Request): string
}
