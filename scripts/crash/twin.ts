import type { Store } from '../../src/store/index.ts'
import type { Host } from '../../src/sync/index.ts'
import type { Scene } from './scene.ts'

/** What an engine reaches the world through. */
export interface TwinPorts {
  readonly store: Store
  readonly host: Host
  readonly fetch: typeof globalThis.fetch
}

/**
 * Breaks the engine on purpose, from outside: what it asks of its ports is changed, answered or reordered so that the
 * engine as a whole behaves like one with a known mistake. Used to see that the crash program notices.
 */
export type Twin = (ports: TwinPorts, scene: Scene) => TwinPorts
