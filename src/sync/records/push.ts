import * as z from 'zod'

/** A record of the host that is being made in Moloni: written before the call, removed when its outcome is known. */
export const pushIntentRecord = z.object({
  hostKey: z.string(),
  attempt: z.object({
    id: z.string(),
    call: z.literal('create'),
    startedAt: z.number(),
    deadline: z.number(),
  }),
  /** Before this time (ms) the outcome of the call is not judged. */
  due: z.number(),
  /** How often Moloni said that the number is taken by a record that could not be found. */
  looks: z.number(),
})
export type PushIntentRecord = z.infer<typeof pushIntentRecord>

/** How far the host's changes of a kind were read. */
export const pushCursorRecord = z.object({
  /** Hash of the settings that decide what becomes of a record: with others, everything is read again. */
  reading: z.string(),
  /** The host's own place. */
  after: z.string().optional(),
})
