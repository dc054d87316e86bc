import { ContractError, UsageError } from '../errors/index.ts'
import type { BadRow, Settle } from '../http/index.ts'
import type { PageRead } from './answer.ts'

/** Rows on a page unless a call says otherwise. */
const PAGE_SIZE = 50
/** Moloni cuts larger pages without a word. */
const LARGEST_PAGE = 1000
const MAX_PAGES = 10_000

/** How a list is gone through. */
export interface Paging {
  /** Rows on a page, 1 to 1000. Default 50. */
  pageSize?: number | undefined
  /** More pages than this are an error (`too_many_pages`). Default 10,000. */
  maxPages?: number | undefined
  signal?: AbortSignal | undefined
}

export interface PagesOptions {
  /** Where to start; the `page` of an earlier page plus 1 goes on after it. Default 1. */
  page?: number | undefined
  signal?: AbortSignal | undefined
}

export interface Page<T> {
  readonly rows: readonly T[]
  /** Rows that could not be read; they are never left out silently. */
  readonly badRows: readonly BadRow[]
  /** From 1. */
  readonly page: number
  /** Rows on a full page, as the server says. */
  readonly pageSize: number
  /** How many rows the server sent: `rows` and `badRows` together. */
  readonly rawLength: number
  /** How many rows the whole list had when this page was made. */
  readonly count: number
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

export interface RowSource {
  readonly label: string
  fetch(page: { page: number; qty: number }, signal: AbortSignal | undefined): Promise<PageRead>
  readonly settle: Settle
}

export function rowList(source: RowSource, paging: Paging = {}): RowList<unknown> {
  const qty = within('pageSize', paging.pageSize ?? PAGE_SIZE, LARGEST_PAGE)
  const maxPages = within('maxPages', paging.maxPages ?? MAX_PAGES)

  async function* pages(own: PagesOptions = {}): AsyncGenerator<Page<unknown>> {
    const signal = own.signal ?? paging.signal
    const first = within('page', own.page ?? 1)
    let before: string | undefined
    for (let page = first; ; page++) {
      if (page - first >= maxPages) throw tooMany(source.label, maxPages)
      const read = await source.fetch({ page, qty }, signal)
      const { rows, badRows, rawLength, pagination } = read
      checkPlace(source.label, page, read)
      const ids = read.ids.includes(undefined) ? undefined : JSON.stringify(read.ids)
      if (rawLength > 0 && ids !== undefined && ids === before) throw repeated(source.label, page)
      before = ids
      const { count } = pagination
      const last = count <= page * pagination.qty
      yield { rows, badRows, page, pageSize: pagination.qty, rawLength, count, last }
      if (last) return
    }
  }

  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { rows, badRows } of pages())
        yield* source.settle({ rows: [...rows], badRows }, source.label)
    },
  }
}

/** Whether a page lies where it should and holds as many rows as its place in the list allows. */
function checkPlace(label: string, page: number, { rawLength, pagination }: PageRead): void {
  const { qty, count } = pagination
  if (pagination.page !== page || qty < 1) {
    throw new ContractError(
      `${label}: page ${page} was asked for, page ${pagination.page} came.`,
      'unexpected_answer',
      ['options.pagination'],
    )
  }
  const due = Math.min(qty, Math.max(0, count - (page - 1) * qty))
  if (rawLength === due) return
  throw new ContractError(
    `${label}: page ${page} holds ${rawLength} rows where its count of ${count} makes ${due}.`,
    'count_mismatch',
    [],
    { hint: 'Nothing says which rows are missing: read the list again.' },
  )
}

function repeated(label: string, page: number): ContractError {
  return new ContractError(`${label}: page ${page} is the one before it again.`, 'repeated_page', [], {
    hint: 'The server ignores the page; nothing after the first one can be trusted.',
  })
}

function tooMany(label: string, maxPages: number): ContractError {
  return new ContractError(`${label}: more than ${maxPages} pages.`, 'too_many_pages', [], {
    hint: 'Raise maxPages or pageSize if the list really is that long.',
  })
}

function within(name: string, value: number, most = Number.POSITIVE_INFINITY): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  const limit = most === Number.POSITIVE_INFINITY ? 'of at least 1' : `from 1 to ${most}`
  throw new UsageError(`The option ${name} must be a whole number ${limit}.`, { code: 'invalid_option' })
}
