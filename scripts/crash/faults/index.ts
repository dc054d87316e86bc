import type { CrashFault } from '../fault.ts'
import { documentFaults } from './documents.ts'
import { networkFaults } from './network.ts'
import { processFaults } from './processes.ts'

/** All kinds of trouble, by name. */
export const FAULTS: readonly CrashFault[] = [...processFaults, ...networkFaults, ...documentFaults]

export function faultOf(name: string): CrashFault {
  const found = FAULTS.find((fault) => fault.name === name)
  if (!found) throw new RangeError(`There is no fault "${name}".`)
  return found
}
