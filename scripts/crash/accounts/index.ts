import type { Platform } from '../../../src/oauth/index.ts'
import type { OpenAccount } from '../account.ts'
import { esAccount } from './es.ts'
import { ptAccount } from './pt.ts'

/** The emulated Molonis. */
export const ACCOUNTS: Readonly<Record<Platform, OpenAccount>> = {
  pt: ptAccount,
  es: (clock) => esAccount('es', clock),
  on: (clock) => esAccount('on', clock),
}
