import { memoryOffice } from './memory.ts'
import type { OpenOffice } from './office.ts'
import { outsmartOffice } from './outsmart.ts'

/** What `--host` may be. */
export const offices = {
  memory: memoryOffice,
  outsmart: outsmartOffice,
} as const satisfies Record<string, OpenOffice>

export type OfficeName = keyof typeof offices
