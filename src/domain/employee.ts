import * as z from 'zod'
import { source } from './source.ts'

/** A technician or planner. Key: the number. */
export const employee = z.object({
  number: z.string().min(1),
  firstName: z.string().min(1),
  /** Everything after the first blank of the full name; absent when there is one name only. */
  lastName: z.string().optional(),
  email: z.string().optional(),
  active: z.boolean(),
  source: source.optional(),
})
export type Employee = z.infer<typeof employee>
