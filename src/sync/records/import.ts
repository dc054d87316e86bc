import * as z from 'zod'
import { issue } from '../../domain/index.ts'

/** How far a stream was read. */
export const cursorRecord = z.object({
  /** End of the last window that was read to its end, ms; absent before the first. */
  since: z.number().optional(),
  /** Hash of the settings that decide what becomes of a row: with others, everything is read again. */
  reading: z.string().optional(),
  /** The window that is being read. */
  window: z
    .object({
      id: z.string(),
      /** Beginning in ms; absent for a read of everything. */
      from: z.number().optional(),
      /** Frozen end in ms, by the server's clock where it shows one. */
      to: z.number(),
      /** Rows that are behind us. */
      offset: z.number(),
      /** Hash of the ids of the last page behind us. */
      pageHash: z.string(),
    })
    .optional(),
})
export type CursorRecord = z.infer<typeof cursorRecord>

/** `h/…`: which Moloni record a host record belongs to. */
export const hostLinkRecord = z.object({ remoteId: z.string() })

/** `m/…`: which host record a Moloni record became, and what was last delivered. */
export const moloniLinkRecord = z.object({
  hostKey: z.string(),
  /** Hash of the delivered content. */
  hash: z.string(),
  /** When it was last delivered, ms. */
  deliveredAt: z.number(),
  /** Set when the record is gone in Moloni, or left out by the settings, and the host was told as far as it should be. */
  goneAt: z.number().optional(),
  /** Short marks of what was delivered, by field: a change at the host is seen by them. */
  fields: z.record(z.string(), z.string()).optional(),
})
export type MoloniLinkRecord = z.infer<typeof moloniLinkRecord>

/** A row that could not be delivered. */
export const rejectedRowRecord = z.object({
  stream: z.string(),
  kind: z.string().optional(),
  remoteId: z.string(),
  issues: z.array(issue),
  /** What the host or the interface said, for the person. */
  message: z.string().optional(),
  since: z.number(),
  tries: z.number(),
  /** When it is tried again without a change in Moloni, ms; absent when only a change helps. */
  nextTry: z.number().optional(),
  /** Hash of what was refused, where the same is offered again. */
  fingerprint: z.string().optional(),
})
export type RejectedRowRecord = z.infer<typeof rejectedRowRecord>
