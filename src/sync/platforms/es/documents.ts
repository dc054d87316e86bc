import type { MadeKind, Platform, Settings } from '../../../domain/index.ts'
import { isError, UsageError } from '../../../errors/index.ts'
import { documentPdf, type EsClient, type PdfOptions } from '../../../es/index.ts'
import { toCents } from '../../../internal/money.ts'
import { compareEsPlan, type EsDocumentKind } from '../../../mappers/es/index.ts'
import type {
  CallOptions,
  DateRefusal,
  FoundDocument,
  MoloniPlatform,
  SearchQuery,
  SearchResult,
} from '../platform.ts'
import { type DocumentCalls, documentCalls, type EsDocument } from './document-calls.ts'

const GROUPS = {
  invoice: 'invoices',
  purchaseOrder: 'purchaseOrders',
  invoiceReceipt: 'invoiceReceipts',
} as const
/** Pages of a walk at most. */
const LONGEST_WALK = 40
const REFERENCE = { our_reference: 'ourReference', your_reference: 'yourReference' } as const

type EsDocuments = Pick<
  MoloniPlatform,
  | 'referenceField'
  | 'search'
  | 'recent'
  | 'document'
  | 'createDraft'
  | 'replaceDraft'
  | 'close'
  | 'takingBack'
  | 'annul'
  | 'pdf'
  | 'mail'
  | 'dateRefusal'
>

/** Documents of Moloni ES and ON: each kind has its own list, which shows both references and the status. */
export function esDocuments(
  es: EsClient,
  platform: Exclude<Platform, 'pt'>,
  settings: Settings['exports'],
  files: Pick<PdfOptions, 'fetch' | 'clock' | 'mediaUrl'>,
): EsDocuments {
  const table = documentCalls(es)

  function callsOf(kind: MadeKind): DocumentCalls {
    if (isOffered(kind)) return table[kind]
    throw notOffered(kind)
  }

  const found = (kind: MadeKind, row: EsDocument): FoundDocument => ({
    documentId: row.documentId,
    kind,
    status: statusOf(row),
    ourReference: row.ourReference ?? '',
    yourReference: row.yourReference ?? '',
    date: dayOf(row.date),
    netCents: toCents(row.totalValue ?? 0),
    compare: (plan) => compareEsPlan(plan, row, settings),
    ...(statusOf(row) === 'draft' || !row.number
      ? {}
      : {
          number: row.number,
          ...(row.documentSetName
            ? { series: row.documentSetName, name: `${row.documentSetName}/${row.number}` }
            : {}),
        }),
  })

  /** The list newest-first, back to the day. Certain when that day was reached in order, or the list has ended. */
  async function walk(
    query: Pick<SearchQuery, 'kind' | 'from'>,
    options: CallOptions,
  ): Promise<SearchResult> {
    const documents: FoundDocument[] = []
    const answer = (certain: boolean) => ({ documents, certain, honoured: false })
    let newest = '9999-12-31'
    let ordered = true
    let pages = 0
    for await (const { rows, badRows, last } of callsOf(query.kind).newestFirst(options)) {
      documents.push(...rows.map((row) => found(query.kind, row)))
      if (badRows.length > 0) return answer(false)
      for (const { date } of rows) {
        ordered &&= dayOf(date) <= newest
        newest = dayOf(date)
      }
      if (last || (ordered && newest < query.from)) return answer(true)
      if (++pages >= LONGEST_WALK) return answer(false)
    }
    return answer(true)
  }

  return {
    referenceField: () => settings.referenceField,
    recent: walk,
    async search(query, options) {
      const field = REFERENCE[query.field]
      const read = await filtered(callsOf(query.kind), field, query.text, options)
      if (read) {
        const matches = read.rows.filter((row) => row[field] === query.text)
        const honoured = read.complete && matches.length === read.rows.length
        if (honoured && (matches.length > 0 || query.filterProven)) {
          const documents = matches.map((row) => found(query.kind, row))
          return { documents, certain: true, honoured: matches.length > 0 }
        }
      }
      return walk(query, options)
    },

    async document(kind, documentId, options) {
      try {
        return found(kind, await callsOf(kind).get(documentId, options))
      } catch (error) {
        if (isError(error, 'NotFoundError')) return undefined
        throw error
      }
    },

    createDraft: (plan, options) => callsOf(plan.kind).create(plan, settings, options),
    replaceDraft: (documentId, plan, options) =>
      callsOf(plan.kind).replace(documentId, plan, settings, options),
    close: (documentId, plan, options) => callsOf(plan.kind).close(documentId, options),
    takingBack: (kind) => (platform === 'on' && kind === 'purchaseOrder' ? 'annul' : undefined),
    async annul(kind, documentId, nullifiedReason, { signal }) {
      if (kind !== 'purchaseOrder') throw notOffered(kind)
      await es.purchaseOrders.nullify({ documentId, nullifiedReason }, { signal })
    },
    async pdf(kind, documentId, want, { signal }) {
      if (want === 'link' || !isOffered(kind)) throw notOffered(`${want} of a ${kind}`)
      return documentPdf(es, { group: GROUPS[kind], documentId }, { ...files, signal })
    },
    async mail(kind, documentId, to, { signal }) {
      if (!isOffered(kind)) throw notOffered(kind)
      await es[GROUPS[kind]].sendMail({ documents: [documentId], mailData: { to: [to] } }, { signal })
    },
    dateRefusal,
  }
}

const isOffered = (kind: MadeKind): kind is EsDocumentKind => kind in GROUPS

function notOffered(what: string): UsageError {
  return new UsageError(`Moloni ES and ON have no ${what}.`, { code: 'kind_not_offered' })
}

/** What the server's filter answers; undefined when it refuses the filter. */
async function filtered(
  calls: DocumentCalls,
  field: 'ourReference' | 'yourReference',
  text: string,
  options: CallOptions,
): Promise<{ readonly rows: readonly EsDocument[]; readonly complete: boolean } | undefined> {
  try {
    for await (const { rows, badRows, last } of calls.byReference(field, text, options))
      return { rows, complete: last && badRows.length === 0 }
    return { rows: [], complete: true }
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

function statusOf({ status, nullified }: EsDocument): FoundDocument['status'] {
  if (nullified) return 'annulled'
  return status === 1 ? 'closed' : status === 0 ? 'draft' : 'annulled'
}

const dayOf = (date: string | null | undefined) => (date ?? '').slice(0, 10)

/** A refusal of the date that names a day: the series already has a later document. */
function dateRefusal(error: unknown): DateRefusal | undefined {
  if (!isError(error, 'ValidationError')) return undefined
  const field = error.fields.find(({ path }) => path === 'date')
  const notBefore = /\b\d{4}-\d{2}-\d{2}\b/.exec(field?.message ?? '')?.[0]
  return notBefore === undefined ? undefined : { notBefore }
}
