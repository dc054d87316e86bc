import * as z from 'zod'
import { isError } from '../../../errors/index.ts'
import { serviceSheetFromDocument } from '../../../mappers/pt/index.ts'
import type { DocumentDetails, DocumentSummary, PtClient } from '../../../pt/index.ts'
import { PAGE_SIZE } from '../../../pt/row-list.ts'
import { entityOf, importStream, type RowPage } from '../import-stream.ts'
import type { CallOptions, ImportStream } from '../platform.ts'
import { BEGINNING, utcText } from './utc-text.ts'

const CLOSED = 1
const typeOnly = z.object({ document_type_id: z.union([z.number(), z.string()]) })

export interface ServiceSheetOptions {
  readonly companyId: string
  /** Moloni's ids of the document types that are service sheets. */
  readonly types: readonly number[]
}

/**
 * The closed documents of some types among all that changed: the list of documents takes no filter on the type, so each row is
 * looked at here, and only those of the types are read with their lines. A draft, and one that was annulled, is none.
 */
export function serviceSheetStream(pt: PtClient, { companyId, types }: ServiceSheetOptions): ImportStream {
  const isOne = ({ document_type_id, status }: DocumentSummary | DocumentDetails) =>
    status === CLOSED && types.includes(document_type_id ?? 0)

  /** Undefined where the document is gone, or no service sheet any more. */
  async function one(document_id: number, options: CallOptions): Promise<DocumentDetails | undefined> {
    const row = await pt.documents.getOne({ document_id }, options)
    return isOne(row) ? row : undefined
  }

  /** Whether a row that cannot be read is of another type; what cannot be told is not. */
  async function isOther({ id }: RowPage<never>['badRows'][number], options: CallOptions) {
    if (id === undefined) return false
    try {
      const row = await pt.call('documents/getOne', { document_id: id }, typeOnly, options)
      return !types.includes(Number(row.document_type_id))
    } catch (error) {
      if (isError(error, 'NotFoundError')) return true
      if (isError(error, 'ContractError')) return false
      throw error
    }
  }

  async function withLines(page: RowPage<DocumentSummary>, options: CallOptions) {
    const rows: DocumentDetails[] = []
    const badRows: RowPage<never>['badRows'][number][] = []
    for (const bad of page.badRows) if (!(await isOther(bad, options))) badRows.push(bad)
    for (const [index, summary] of page.rows.entries()) {
      if (!isOne(summary)) continue
      const id = summary.document_id
      try {
        const row = await one(id, options)
        if (row) rows.push(row)
      } catch (error) {
        if (isError(error, 'ContractError') && error.code === 'unexpected_answer')
          badRows.push({ id, index, error })
        else if (!isError(error, 'NotFoundError')) throw error
      }
    }
    const ids = [
      // A row that is none does not show the sheet that it was.
      ...page.rows.map((row) => `${isOne(row) ? '' : '-'}${row.document_id}`),
      ...page.badRows.map(({ id, index }) => String(id ?? `unreadable-${page.offset + index}`)),
    ]
    return { rows, badRows, ids, offset: page.offset, rawLength: page.rawLength }
  }

  return importStream({
    name: 'documents',
    kinds: ['serviceSheets'],
    delta: true,
    pageSize: PAGE_SIZE,
    async *pages(from, how) {
      const changed = pt.documents.modifiedSince(new Date(from ?? BEGINNING))
      for await (const page of changed.pages(how)) yield await withLines(page, { signal: how.signal })
    },
    count: (from, call) =>
      pt.documents.countModifiedSince({ lastmodified: utcText(from ?? BEGINNING) }, call),
    one,
    idOf: (row: DocumentDetails) => row.document_id,
    map: (row) =>
      entityOf(serviceSheetFromDocument(row, { companyId }), (value) => ({ kind: 'serviceSheets', value })),
  })
}
