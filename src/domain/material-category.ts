import * as z from 'zod'
import { source } from './source.ts'

/** A group of materials. Categories form a tree. Key: the code. */
export const materialCategory = z.object({
  /** Moloni's id of the category, as text: Moloni's categories have no code of their own. */
  code: z.string().min(1).max(255),
  name: z.string().min(1),
  /** Code of the category above; absent at the root. */
  parentCode: z.string().optional(),
  note: z.string().optional(),
  active: z.boolean(),
  source: source.optional(),
})
export type MaterialCategory = z.infer<typeof materialCategory>
