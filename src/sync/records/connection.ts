import * as z from 'zod'
import { platform } from '../../domain/index.ts'

export const connectionRecord = z.object({
  connectionId: z.string(),
  tenant: z.string(),
  platform,
  state: z.enum(['login', 'company', 'active', 'needsLogin']),
  companyId: z.string().optional(),
  companyName: z.string().optional(),
  /** True once anything is stored for the company: from then on it stays. */
  companyFixed: z.boolean(),
  /** What the person chose; defaults are applied on reading. */
  settings: z.record(z.string(), z.unknown()),
  settingsVersion: z.number(),
  /** Day of choosing the company: nothing older is exported unless a setting says so. */
  connectedOn: z.string().optional(),
  /** True once a run has planned the exports and the next may make them. */
  exportsPlanned: z.boolean(),
  /** Hash of the login attempt that waits. */
  loginAttempt: z.string().optional(),
})
export type ConnectionRecord = z.infer<typeof connectionRecord>

export const loginRecord = z.object({ connectionId: z.string(), expiresAt: z.number() })
