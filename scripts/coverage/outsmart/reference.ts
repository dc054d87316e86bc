import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { CannotRun } from '../cannot-run.ts'

const field = z.object({
  name: z.string(),
  type: z.string(),
  maxLength: z.int().optional(),
  requiredOnWrite: z.boolean().optional(),
  seenIn: z.array(z.string()).optional(),
})
export type DescribedField = z.infer<typeof field>

const reference = z.object({
  endpoints: z.array(
    z.object({
      method: z.enum(['GET', 'POST', 'PUT']),
      path: z.string().nullable(),
      effect: z.string(),
      entity: z.string().optional(),
      query: z.array(z.object({ name: z.string() })).default([]),
    }),
  ),
  entities: z.record(z.string(), z.object({ fields: z.array(field) })),
})
export type Reference = z.infer<typeof reference>
export type DescribedEndpoint = Reference['endpoints'][number]

const DEFAULT_FILE = new URL('../../../../shared/reference/outsmart/api.json', import.meta.url)

/** The reference of OutSmart's API: a file that is given, or the one beside the repository. */
export function readReference(file: string | URL = DEFAULT_FILE): Reference {
  if (!existsSync(file)) throw new CannotRun(`There is no reference of OutSmart at ${String(file)}.`)
  const parsed = reference.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw new CannotRun(`The reference of OutSmart is not as expected: ${z.prettifyError(parsed.error)}`)
}

/** Verb and path, without the slashes around it. */
export function nameOf({ method, path }: Pick<DescribedEndpoint, 'method' | 'path'>): string {
  return `${method} ${(path ?? '').replace(/^\/|\/$/g, '')}`
}

/** Names of parameters: `key / key[]` is one that takes both forms. */
export function parametersOf({ query }: DescribedEndpoint): string[] {
  return query.map(({ name }) => (name.split(' / ')[0] ?? '').replace(/_N$/, '_1'))
}
