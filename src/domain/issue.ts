import * as z from 'zod'

/**
 * Something that keeps a record from being carried over, as data. Mappers return issues instead of inventing
 * values. The list of codes is in `docs/problems.md`.
 */
export const issue = z.object({
  /** Stable reason, for example `missing_address`. */
  code: z.string(),
  /** The field of the entity that it is about, for example `customer.city`. */
  field: z.string().optional(),
  /** The thing that is missing or wrong, for example a material code: equal things are grouped. */
  thing: z.string().optional(),
  /** `error` stops the record; `warning` is reported and the record goes on. */
  severity: z.enum(['error', 'warning']),
  /** Further facts for the text, never secret. */
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Issue = z.infer<typeof issue>

/** What a mapper answers: the value, or undefined when an issue of severity `error` forbids it. */
export interface Mapped<T> {
  readonly value?: T
  readonly issues: readonly Issue[]
}
