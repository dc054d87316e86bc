import type { Issue, Mapped } from '../../domain/index.ts'
import { isError, type MoloniError } from '../../errors/index.ts'
import { contentHash } from '../../internal/hash.ts'
import type { CallOptions, ImportEntity, ImportStream, StreamItem, StreamPage } from './platform.ts'

/** A page of a client's list, as both clients give it. */
export interface RowPage<Row> {
  readonly rows: readonly Row[]
  readonly badRows: readonly {
    readonly id?: number | string | undefined
    readonly index: number
    readonly error: MoloniError
  }[]
  readonly offset: number
  readonly rawLength: number
  /** Ids of all rows of the answer, where some of them are left out of `rows`. */
  readonly ids?: readonly string[] | undefined
}

/** What the lists of a platform differ in. */
export interface StreamSource<Row>
  extends Pick<ImportStream, 'name' | 'kinds' | 'delta' | 'pageSize' | 'model'> {
  readonly short?: boolean
  /** From a moment in ms on, or everything. */
  pages(
    from: number | undefined,
    options: CallOptions & { readonly offset: number },
  ): AsyncIterable<RowPage<Row>>
  count(from: number | undefined, options: CallOptions): Promise<number | undefined>
  one(id: number, options: CallOptions): Promise<Row | undefined>
  idOf(row: Row): number
  map(row: Row): Omit<StreamItem, 'id'>
}

/** A list of Moloni as the engine reads it: a row that cannot be read is an item with an issue, not an end. */
export function importStream<Row>(source: StreamSource<Row>): ImportStream {
  const { name, kinds, delta, short = false, pageSize, model } = source
  const item = (row: Row): StreamItem => ({ id: String(source.idOf(row)), ...source.map(row) })
  return {
    name,
    kinds,
    delta,
    short,
    pageSize,
    ...(model === undefined ? {} : { model }),
    async *pages({ from, offset, signal }) {
      for await (const page of source.pages(from, { offset, signal })) yield await streamPage(page, item)
    },
    count: ({ from, signal }) => source.count(from, { signal }),
    async one(id, { signal }) {
      if (!/^\d+$/.test(id)) return undefined
      try {
        const row = await source.one(Number(id), { signal })
        return row && item(row)
      } catch (error) {
        if (isError(error, 'NotFoundError')) return undefined
        if (isError(error, 'ContractError') && error.code === 'unexpected_answer')
          return unreadableItem(id, error)
        throw error
      }
    },
  }
}

async function streamPage<Row>(page: RowPage<Row>, item: (row: Row) => StreamItem): Promise<StreamPage> {
  const unreadable = await Promise.all(
    page.badRows.map(async ({ id, index, error }): Promise<StreamItem> => {
      const known =
        id === undefined ? `unreadable-${(await contentHash([page.offset, index])).slice(0, 12)}` : String(id)
      return unreadableItem(known, error)
    }),
  )
  const { offset, rawLength, ids } = page
  return { items: [...page.rows.map(item), ...unreadable], offset, rawLength, ...(ids ? { ids } : {}) }
}

function unreadableItem(id: string, error: MoloniError): StreamItem {
  const field = isError(error, 'ContractError') ? error.paths.join(', ') : error.code
  return { id, issues: [{ code: 'unreadable_row', severity: 'error', thing: id, field }] }
}

/** What a mapper answered, as an entity of its kind. */
export function entityOf<T>(
  mapped: Mapped<T>,
  wrap: (value: T) => ImportEntity,
): { entity?: ImportEntity; issues: readonly Issue[] } {
  return mapped.value === undefined
    ? { issues: mapped.issues }
    : { entity: wrap(mapped.value), issues: mapped.issues }
}
