import { ContractError, UsageError } from '../errors/index.ts'
import type { BadRow, Settle } from '../http/index.ts'
import type { RowsRead } from './answer.ts'
import type { CallOptions } from './caller.ts'

/** The largest page that Moloni gives. */
export const PAGE_SIZE = 50
const MAX_PAGES = 10_000

export interface ListOptions extends CallOptions {
  /** More pages than this are an error (`too_many_pages`). Default 10,000. */
  maxPages?: number | undefined
}

export interface PagesOptions extends CallOptions {
  /** Where to start; the `offset` of an earlier page plus its `rawLength` continues after it. Default 0. */
  offset?: number | undefined
}

export interface Page<T> {
  readonly rows: readonly T[]
  /** Rows that could not be read; they are never left out silently. */
  readonly badRows: readonly BadRow[]
  readonly offset: number
  /** How many rows the server sent: `rows` and `badRows` together. */
  readonly rawLength: number
  readonly last: boolean
}

/**
 * All rows over all pages, each page fetched when it is needed. An error ends the loop as an error. A row that
 * cannot be read is an error too, unless the client has a hook `onBadRow`.
 */
export interface RowList<T> extends AsyncIterable<T> {
  /** The same page by page; rows that cannot be read are listed beside the others. */
  pages(options?: PagesOptions): AsyncIterable<Page<T>>
}

export interface RowSource<T> {
  readonly label: string
  /** Whether the endpoint knows pages; the others answer everything at once. */
  readonly paged: boolean
  fetch(page: { qty: number; offset: number } | undefined, options: CallOptions): Promise<RowsRead<T>>
  /** The rows of a page, or the error of its bad ones. */
  readonly settle: Settle
}

export function rowList<T>(source: RowSource<T>, options: ListOptions = {}): RowList<T> {
  const { maxPages = MAX_PAGES } = options
  if (!Number.isInteger(maxPages) || maxPages < 1) {
    throw new UsageError('The option maxPages must be a whole number of at least 1.', {
      code: 'invalid_option',
    })
  }

  async function* pages(own: PagesOptions = {}): AsyncGenerator<Page<T>> {
    const signal = own.signal ?? options.signal
    let offset = own.offset ?? 0
    if (!Number.isInteger(offset) || offset < 0) {
      throw new UsageError('The option offset must be a whole number from 0 up.', { code: 'invalid_option' })
    }
    let before: string | undefined
    for (let fetched = 0; ; fetched++) {
      if (fetched >= maxPages) throw tooMany(source.label, maxPages)
      const read = await source.fetch(source.paged ? { qty: PAGE_SIZE, offset } : undefined, { signal })
      const ids = JSON.stringify(read.ids)
      if (read.rawLength > 0 && ids === before) throw repeated(source.label, offset)
      before = ids
      const last = !source.paged || read.rawLength < PAGE_SIZE
      const { rows, badRows, rawLength } = read
      yield { rows, badRows: [...badRows], offset, rawLength, last }
      if (last) return
      offset += rawLength
    }
  }

  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { rows, badRows } of pages())
        yield* source.settle({ rows: [...rows], badRows: [...badRows] }, source.label)
    },
  }
}

function repeated(label: string, offset: number): ContractError {
  return new ContractError(
    `${label}: the page at ${offset} is the one before it again.`,
    'repeated_page',
    [],
    {
      hint: 'The server ignores the position; nothing after the first page can be trusted.',
    },
  )
}

function tooMany(label: string, maxPages: number): ContractError {
  return new ContractError(`${label}: more than ${maxPages} pages.`, 'too_many_pages', [], {
    hint: 'Raise maxPages if the list really is that long.',
  })
}
