import type { World } from './world.ts'

/** By the path of the method that each one is about. */
export type Scenarios = Readonly<Record<string, (world: World) => Promise<void>>>
