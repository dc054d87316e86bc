import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { CannotRun } from '../cannot-run.ts'

/** A parameter, or a field of an answer, as the reference describes it. */
export interface Described {
  /** `int`, `float`, `string`, `date`, `datetime`, `array`, `object` or `unknown`. */
  readonly type: string
  /** The documented type where the recorded one differs. */
  readonly docType?: string | undefined
  readonly format?: string | undefined
  readonly nullable?: boolean | undefined
  readonly optional?: boolean | undefined
  readonly enum?: readonly (string | number)[] | undefined
  /** What is inside an object, or inside the objects of a list. */
  readonly fields?: DescribedFields | undefined
  /** What a list that is not one of objects holds. */
  readonly element?: Described | undefined
}

export type DescribedFields = Readonly<Record<string, Described>>

export interface DescribedMethod {
  readonly group: string
  readonly method: string
  readonly params: DescribedFields
  readonly answer: DescribedFields
}

const DEFAULT_FILE = new URL('../../../../shared/reference/moloni-pt/endpoints.json', import.meta.url)

/** Where the reference is: the option, else the variable `MOLONI_PT_REFERENCE`, else beside the repository. */
export function referenceFile(option?: string, variable?: string): string | URL {
  return option ?? (variable ? variable : DEFAULT_FILE)
}

export function readReference(file: string | URL): DescribedMethod[] {
  if (!existsSync(file)) {
    throw new CannotRun(
      `There is no reference at ${String(file)}. Give its place with --reference FILE or MOLONI_PT_REFERENCE.`,
    )
  }
  const parsed = methods.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw new CannotRun(`The reference is not as expected: ${z.prettifyError(parsed.error)}`)
}

const base = {
  type: z.string(),
  docType: z.string().optional(),
  format: z.string().optional(),
  nullable: z.boolean().optional(),
  optional: z.boolean().optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
}

/** A field has its own fields, or items; the items of a list of objects are as good as its fields. */
const field: z.ZodType<Described> = z.lazy(() =>
  z
    .object({ ...base, fields: z.record(z.string(), field).optional(), items: field.optional() })
    .transform(({ items, ...own }) => ({
      ...own,
      fields: own.fields ?? items?.fields,
      element: items?.fields ? undefined : items,
    })),
)

/** A parameter has a name, and its items are the parameters of a row; `int[]` is a list of numbers. */
const param: z.ZodType<Described & { name: string }> = z.lazy(() =>
  z.object({ ...base, name: z.string(), items: z.array(param).optional() }).transform(({ items, ...own }) => {
    const plain = /^(\w+)\[\]$/.exec(own.type)?.[1]
    return {
      ...own,
      ...(plain ? { type: 'array', element: { type: plain } } : {}),
      ...(items ? { fields: named(items) } : {}),
    }
  }),
)

function named(params: readonly (Described & { name: string })[]): DescribedFields {
  return Object.fromEntries(params.map(({ name, ...described }) => [name, described]))
}

const methods: z.ZodType<DescribedMethod[]> = z.array(
  z
    .object({
      group: z.string(),
      method: z.string(),
      params: z.array(param),
      fields: z.record(z.string(), field).nullable(),
    })
    .transform(({ group, method, params, fields }) => ({
      group,
      method,
      params: named(params),
      answer: fields ?? {},
    })),
)
