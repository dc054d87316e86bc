import type { Platform } from '../../../src/oauth/index.ts'
import type { OpenAccount } from '../account.ts'
import { ptAccount } from './pt.ts'

/** The emulated Molonis. */
export const ACCOUNTS: Partial<Record<Platform, OpenAccount>> = { pt: ptAccount }
