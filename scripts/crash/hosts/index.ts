import type { HostName, HostSide, HostWorld } from '../host-side.ts'
import { memorySide } from './memory.ts'
import { outsmartSide } from './outsmart.ts'

/** The hosts that the engine is tried with. */
export const HOSTS: Readonly<Record<HostName, (world: HostWorld) => HostSide>> = {
  memory: (world) => memorySide(world),
  outsmart: (world) => outsmartSide(world),
}
