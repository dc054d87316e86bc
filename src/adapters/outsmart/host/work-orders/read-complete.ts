import { ContractError, isError } from '../../../../errors/index.ts'
import type { UnreadRow } from '../../client/answer.ts'
import type { OutsmartClient } from '../../client/client.ts'
import type { WorkOrderRow } from '../../client/entities/work-order.ts'
import type { Condition } from '../../client/filter.ts'

/** A part of the list: row ids above one number, up to another. */
interface Range {
  readonly above?: string
  readonly upTo?: string
}

export interface ReadCompleteOptions {
  readonly maxBytes: number
  readonly signal?: AbortSignal | undefined
}

/** What one answer held. */
export interface CompletePage {
  readonly rows: readonly WorkOrderRow[]
  readonly unread: readonly UnreadRow[]
}

/** More parts than this are no list any more. */
const MOST_PARTS = 4096

/**
 * Reads all complete work orders without changing them. OutSmart has no pages: an answer that is too large is asked for
 * again in two parts by row id, and so on. Whether its filter does that is not documented, so what was seen in a large
 * answer must come back in the parts, or be no longer complete: else it is a `ContractError` `work_orders_too_large`,
 * and never a list that silently lacks some.
 */
export async function* readComplete(
  client: OutsmartClient,
  { maxBytes, signal }: ReadCompleteOptions,
): AsyncGenerator<CompletePage> {
  const ranges: Range[] = [{}]
  const shown = new Set<string>()
  const missing = new Set<string>()
  let parts = 0
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    signal?.throwIfAborted()
    parts += 1
    if (parts > MOST_PARTS) throw tooLarge(maxBytes)
    const read = await readPart(client, range, { maxBytes, signal })
    if ('ids' in read) {
      const pivot = pivotOf(read.ids, range)
      if (pivot === undefined) throw tooLarge(maxBytes)
      for (const id of read.ids) missing.add(id)
      ranges.push({ ...range, above: pivot }, { ...range, upTo: pivot })
      continue
    }
    const rows = read.rows.filter(({ id }) => !shown.has(id))
    for (const { id } of [...read.rows, ...read.unread]) {
      shown.add(String(id))
      missing.delete(String(id))
    }
    yield { rows, unread: read.unread }
  }
  for (const id of missing) {
    if (await isStillComplete(client, id, signal)) throw tooLarge(maxBytes)
  }
}

/** A part of the list, or the row ids in the beginning of one that is too large. */
async function readPart(
  client: OutsmartClient,
  { above, upTo }: Range,
  { maxBytes, signal }: ReadCompleteOptions,
): Promise<CompletePage | { readonly ids: readonly string[] }> {
  const where: Condition<WorkOrderRow>[] = [
    ...(above === undefined ? [] : [{ key: 'id', operator: 'gt', value: above } as const]),
    ...(upTo === undefined ? [] : [{ key: 'id', operator: 'le', value: upTo } as const]),
  ]
  const unread: UnreadRow[] = []
  let beginning = ''
  try {
    const rows = await client.workOrders.list(
      { status: 'Compleet', where },
      {
        signal,
        maxBytes,
        onBadRow: (row) => unread.push(row),
        onTooLarge: (text) => {
          beginning = text
        },
      },
    )
    return { rows, unread }
  } catch (error) {
    if (!isError(error, 'ContractError') || error.code !== 'answer_too_large') throw error
    const ids = [...beginning.matchAll(/"id"\s*:\s*"?(\d{1,15})"?[,}]/g)].map(([, id = '']) => id)
    return { ids: [...new Set(ids)] }
  }
}

/** The middle of the ids that were seen; undefined when they cannot be parted, or are not those that were asked for. */
function pivotOf(ids: readonly string[], { above, upTo }: Range): string | undefined {
  const numbers = ids.map(Number).sort((a, b) => a - b)
  const inside = numbers.every(
    (id) => (above === undefined || id > Number(above)) && (upTo === undefined || id <= Number(upTo)),
  )
  const largest = numbers.at(-1)
  if (!inside || largest === undefined) return undefined
  // A single one that is seen may have others behind it.
  if (numbers.length === 1) return upTo === String(largest) ? undefined : String(largest)
  return String(numbers[Math.ceil(numbers.length / 2) - 1])
}

async function isStillComplete(
  client: OutsmartClient,
  id: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    return (await client.workOrders.get({ row_id: id }, { signal })).status === 'Compleet'
  } catch (error) {
    if (isError(error, 'NotFoundError')) return false
    throw error
  }
}

function tooLarge(maxBytes: number): ContractError {
  return new ContractError(
    `OutSmart's list of complete work orders is larger than ${maxBytes} bytes and cannot be read in parts.`,
    'work_orders_too_large',
    [],
    { hint: 'Raise maxBytes in the settings, or set old work orders to Afgehandeld in OutSmart.' },
  )
}
