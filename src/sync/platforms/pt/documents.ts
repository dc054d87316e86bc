import type { MadeKind, Settings } from '../../../domain/index.ts'
import { isError } from '../../../errors/index.ts'
import { toCents } from '../../../internal/money.ts'
import { comparePlan, referenceFieldOf } from '../../../mappers/pt/index.ts'
import {
  cancelDocument,
  type DocumentSummary,
  documentPdf,
  type PdfOptions,
  type PtClient,
  sendByEmail,
} from '../../../pt/index.ts'
import { PAGE_SIZE } from '../../../pt/row-list.ts'
import type {
  CallOptions,
  DateRefusal,
  FoundDocument,
  MoloniPlatform,
  SearchQuery,
  SearchResult,
} from '../platform.ts'
import { documentTypes, type KindsByType } from './document-types.ts'
import { writersOf } from './document-writers.ts'

const LONGEST_WALK = 40
const STATUS = ['draft', 'closed', 'annulled'] as const
/** How each kind is taken back: what is owed is credited, the rest is annulled. */
const TAKING_BACK = {
  invoice: 'creditNote',
  invoiceReceipt: 'creditNote',
  purchaseOrder: 'annul',
  internalDocument: 'annul',
  serviceSheet: 'annul',
} as const
const GROUP_OF = {
  invoice: 'invoices',
  invoiceReceipt: 'invoiceReceipts',
  purchaseOrder: 'purchaseOrder',
  internalDocument: 'internalDocuments',
  creditNote: 'creditNotes',
} as const
const CHRONOLOGY = 12

type PtDocuments = Pick<
  MoloniPlatform,
  | 'referenceField'
  | 'takingBack'
  | 'annul'
  | 'pdf'
  | 'mail'
  | 'search'
  | 'recent'
  | 'document'
  | 'createDraft'
  | 'replaceDraft'
  | 'close'
  | 'dateRefusal'
>

/** Documents of Moloni PT: found through the one list that shows both references and the status. */
export function ptDocuments(
  pt: PtClient,
  settings: Settings['exports'],
  sheetTypes: readonly number[],
  { fetch, clock }: Pick<PdfOptions, 'fetch' | 'clock'>,
): PtDocuments {
  const typesFor = documentTypes(pt, sheetTypes)
  const writers = writersOf(pt, settings)

  /** How documents are read where those of a kind must be told from the others. */
  async function readerFor(kind: MadeKind, options: CallOptions) {
    const kinds = await typesFor(kind, options)
    return (row: DocumentSummary): FoundDocument => foundDocument(row, kinds, settings)
  }

  /** The list newest-first, back to the day; certain when that day was reached. */
  async function walk(
    query: Pick<SearchQuery, 'kind' | 'from'>,
    { signal }: CallOptions,
  ): Promise<SearchResult> {
    const found = await readerFor(query.kind, { signal })
    const documents: FoundDocument[] = []
    let pages = 0
    for await (const { rows, badRows } of pt.documents.list().pages({ signal })) {
      documents.push(...rows.map(found))
      if (badRows.length > 0) return { documents, certain: false, honoured: false }
      const oldest = rows.at(-1)
      if (oldest && dayOf(oldest.date) < query.from) break
      if (++pages >= LONGEST_WALK) return { documents, certain: false, honoured: false }
    }
    return { documents, certain: true, honoured: false }
  }

  return {
    recent: walk,
    referenceField: (kind) => referenceFieldOf(kind, settings),

    async search(query, options) {
      const rows = await filtered(pt, query, options)
      if (rows) {
        const found = await readerFor(query.kind, options)
        const matches = rows.filter((row) => row[query.field] === query.text)
        const honoured = matches.length === rows.length && rows.length < PAGE_SIZE
        if (honoured && (rows.length > 0 || query.filterProven)) {
          return { documents: matches.map(found), certain: true, honoured: rows.length > 0 }
        }
      }
      return walk(query, options)
    },

    async document(kind, documentId, { signal }) {
      const found = await readerFor(kind, { signal })
      try {
        return found(await pt.documents.getOne({ document_id: documentId }, { signal }))
      } catch (error) {
        if (isError(error, 'NotFoundError')) return undefined
        throw error
      }
    },

    createDraft: (plan, options) => writers[plan.kind].create(plan, options),
    replaceDraft: (documentId, plan, options) => writers[plan.kind].replace(documentId, plan, options),
    close: (documentId, plan, options) => writers[plan.kind].close(documentId, plan, options),
    takingBack: (kind) => TAKING_BACK[kind],
    async annul(_kind, document_id, reason, { signal }) {
      await cancelDocument(pt, { document_id, observation: reason }, { signal })
    },
    async pdf(_kind, documentId, want, { signal }) {
      const document = { document_id: documentId }
      if (want === 'link') return { url: (await pt.documents.getPDFLink(document, { signal })).url }
      const { bytes, fileName } = await documentPdf(pt, document, { signal, fetch, clock })
      return { bytes, fileName }
    },
    async mail(kind, document_id, { name, email }, { signal }) {
      const send_email = [{ name, email, msg: '' }]
      if (kind !== 'serviceSheet')
        return sendByEmail(pt, { group: GROUP_OF[kind], document_id, send_email }, { signal })
      const path = `${settings.serviceSheetGroup}/update`
      await pt.call(path, { document_id, send_email }, undefined, { signal, kind: 'act' })
    },
    dateRefusal,
  }
}

/** What the server's filter answers; undefined when it refuses the filter. */
async function filtered(
  pt: PtClient,
  query: SearchQuery,
  { signal }: CallOptions,
): Promise<readonly DocumentSummary[] | undefined> {
  try {
    return await pt.documents.getAll({ [query.field]: query.text }, { signal })
  } catch (error) {
    if (
      isError(error, 'ValidationError') ||
      isError(error, 'RefusedError') ||
      isError(error, 'ContractError')
    ) {
      return undefined
    }
    throw error
  }
}

function foundDocument(
  row: DocumentSummary,
  kinds: KindsByType,
  settings: Settings['exports'],
): FoundDocument {
  const kind = kinds.get(row.document_type_id ?? 0) ?? 'other'
  const status = STATUS[row.status] ?? 'annulled'
  const numbered = status !== 'draft' && row.number > 0
  return {
    documentId: row.document_id,
    kind,
    status,
    ourReference: row.our_reference ?? '',
    yourReference: row.your_reference ?? '',
    date: dayOf(row.date),
    netCents: toCents(row.net_value),
    compare: (plan) => comparePlan(plan, row, settings),
    ...(numbered ? { number: row.number, ...(nameOf(row) ?? {}) } : {}),
  }
}

/** The name is built from parts that the API gives apart. */
function nameOf(row: DocumentSummary): { series: string; name: string } | undefined {
  const series = row.document_set?.name
  const code = row.document_type?.saft_code
  return series && code ? { series, name: `${code} ${series}/${row.number}` } : undefined
}

const dayOf = (date: string | null | undefined) => (date ?? '').slice(0, 10)

/** Moloni's rule 12: the series already has a later document. */
function dateRefusal(error: unknown): DateRefusal | undefined {
  if (!isError(error, 'ValidationError')) return undefined
  const field = error.fields.find(({ rule, path }) => rule === CHRONOLOGY && path === 'date')
  const notBefore = field?.parameters.find((parameter) => /^\d{4}-\d{2}-\d{2}$/.test(parameter))
  return notBefore === undefined ? undefined : { notBefore }
}
