import * as z from 'zod'
import { ContractError } from '../../errors/index.ts'
import type { Json } from '../../internal/json.ts'
import type { StoredRecord } from '../../store/index.ts'

/** A row as drivers give it: whole numbers come as a number, a text or a bigint. */
const rows = z.array(
  z.object({
    record_key: z.string(),
    version: z.union([z.number(), z.string(), z.bigint()]).transform(Number),
    record_index: z.string().nullable(),
    value: z.string(),
  }),
)
export type StoredRow = z.infer<typeof rows>[number]

export function storedRows(answer: unknown): StoredRow[] {
  const parsed = rows.safeParse(answer)
  if (parsed.success) return parsed.data
  const paths = parsed.error.issues.map(({ path }) => path.join('.'))
  throw new ContractError('The driver answers columns of another kind.', 'store_failed', paths, {
    hint: 'Remove type parsers for bigint and text columns from the pool of the store.',
  })
}

/** A record of its own for each caller. */
export function recordOf({ record_key: key, version, record_index: index, value }: StoredRow): StoredRecord {
  return { key, version, value: jsonOf(value), ...(index === null ? {} : { index }) }
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    throw new ContractError('A stored value is not JSON.', 'stored_record_unreadable', [], {
      hint: 'Something else wrote to the table: restore the record from a backup, or remove it.',
    })
  }
}
