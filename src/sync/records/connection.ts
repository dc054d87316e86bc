import * as z from 'zod'
import { documentKind, platform } from '../../domain/index.ts'

/** What an account was found to have, beyond what its platform is known for. */
export const findings = z.object({
  /** When it was asked, ms. */
  at: z.number(),
  exports: z.array(documentKind),
  /** By import stream: how exactly its list can be asked for what changed; absent when it cannot. */
  changes: z.record(z.string(), z.enum(['day', 'second'])),
  /** The list of categories shows the roots only: what is below is asked for by its parent. */
  rootCategoriesOnly: z.boolean().optional(),
  /** Operations of the API that were asked for and are there. */
  operations: z.array(z.string()),
  /** The types of documents that the account lists, under the names that people see; absent where none are read. */
  documentTypes: z.array(z.object({ id: z.number(), name: z.string() })).optional(),
})
export type Findings = z.infer<typeof findings>

const hookPair = z.object({ model: z.string(), operation: z.string() })

/** How the connection's webhooks stand. */
export const hooksState = z.object({
  /** When they were last looked after, ms. */
  at: z.number(),
  /** Hash of the address that they were made for. */
  address: z.string(),
  registered: z.array(hookPair),
  /** What the account refused, with Moloni's reason. */
  refused: z.array(hookPair.extend({ reason: z.string() })),
})
export type HooksState = z.infer<typeof hooksState>

export const connectionRecord = z.object({
  connectionId: z.string(),
  tenant: z.string(),
  platform,
  state: z.enum(['login', 'company', 'active', 'needsLogin', 'paused']),
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
  found: findings.optional(),
  hooks: hooksState.optional(),
  /** Hash of the login attempt that waits. */
  loginAttempt: z.string().optional(),
})
export type ConnectionRecord = z.infer<typeof connectionRecord>

export const loginRecord = z.object({ connectionId: z.string(), expiresAt: z.number() })
