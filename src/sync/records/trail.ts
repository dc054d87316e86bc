import * as z from 'zod'

/** What happened to an export, for an accountant. No secrets, and of people only a name that the host gave. */
export const trailEntry = z.object({
  /** When, ms. */
  at: z.number(),
  /** `engine`, or who was named at the desk. */
  by: z.string(),
  /** State that the export came into. */
  state: z.string(),
  /** Version of the connection's settings that decided. */
  settingsVersion: z.number(),
  /** What was asked of Moloni. */
  asked: z
    .object({
      call: z.enum(['create', 'replace', 'close']),
      /** Id of the attempt, as in `creating`. */
      attempt: z.string(),
      kind: z.string(),
      date: z.string(),
      lines: z.number(),
      /** What the customer was to pay, in cents. */
      totalCents: z.number(),
    })
    .optional(),
  /** What was seen in Moloni. */
  seen: z
    .object({
      documentId: z.number(),
      state: z.string().optional(),
      name: z.string().optional(),
      totalCents: z.number().optional(),
    })
    .optional(),
  /** Codes of the issues. */
  codes: z.array(z.string()),
})
export type TrailEntry = z.infer<typeof trailEntry>

/** A work order that fails every day for years must not outgrow its record: the first steps and the last are kept. */
const FIRST = 20
const LAST = 80

export function extended(trail: readonly TrailEntry[], entry: TrailEntry): TrailEntry[] {
  const all = [...trail, entry]
  return all.length <= FIRST + LAST ? all : [...all.slice(0, FIRST), ...all.slice(-LAST)]
}
