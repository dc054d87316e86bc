import type { World } from './world.ts'

/** Scenarios of methods that are like no other: called, and then looked for in a read. */
export const odd: Readonly<Record<string, (world: World) => Promise<void>>> = {}
