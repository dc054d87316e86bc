import type { DocumentPlan, Settings } from '../../../domain/index.ts'
import type { Document, EsClient, Page } from '../../../es/index.ts'
import { type EsDocumentKind, type EsDocumentParams, esDocumentInsert } from '../../../mappers/es/index.ts'
import type { CallOptions } from '../platform.ts'

/** A document as every list of the kinds that we make shows it. */
export type EsDocument = Document

type References = Pick<Settings['exports'], 'referenceField'>

/** The calls about one kind of document, each of which has a group of its own. */
export interface DocumentCalls {
  byReference(
    field: 'ourReference' | 'yourReference',
    text: string,
    options: CallOptions,
  ): AsyncIterable<Page<EsDocument>>
  newestFirst(options: CallOptions): AsyncIterable<Page<EsDocument>>
  get(documentId: number, options: CallOptions): Promise<EsDocument>
  create(plan: DocumentPlan, settings: References, options: CallOptions): Promise<number>
  replace(documentId: number, plan: DocumentPlan, settings: References, options: CallOptions): Promise<void>
  close(documentId: number, options: CallOptions): Promise<void>
}

/** Rows of a page that is walked through. */
const PAGE_SIZE = 100

export function documentCalls(es: EsClient): Readonly<Record<EsDocumentKind, DocumentCalls>> {
  return {
    invoice: callsOf<EsDocumentParams['invoice']>(es.invoices, esDocumentInsert.invoice),
    purchaseOrder: callsOf<EsDocumentParams['purchaseOrder']>(
      es.purchaseOrders,
      esDocumentInsert.purchaseOrder,
    ),
    invoiceReceipt: callsOf<EsDocumentParams['invoiceReceipt']>(
      es.invoiceReceipts,
      esDocumentInsert.invoiceReceipt,
    ),
  }
}

interface Group<Params> {
  list(options: {
    readonly filter?: {
      readonly field: 'ourReference' | 'yourReference'
      readonly comparison: 'eq'
      readonly value: string
    }
    readonly order?: readonly { readonly field: 'date' | 'documentId'; readonly sort: 'DESC' }[]
    readonly pageSize?: number
  }): { pages(options: CallOptions): AsyncIterable<Page<EsDocument>> }
  get(documentId: number, options: CallOptions): Promise<EsDocument>
  create(data: Params, options: CallOptions): Promise<EsDocument>
  update(
    data: { documentId: number } & (Params | { status: number }),
    options: CallOptions,
  ): Promise<EsDocument>
}

function callsOf<Params extends object>(
  group: Group<Params>,
  insert: (plan: DocumentPlan, settings: References) => Params,
): DocumentCalls {
  return {
    byReference: (field, value, options) =>
      group.list({ filter: { field, comparison: 'eq', value } }).pages(options),
    newestFirst: (options) =>
      group.list({ order: [{ field: 'date', sort: 'DESC' }], pageSize: PAGE_SIZE }).pages(options),
    get: (documentId, options) => group.get(documentId, options),
    async create(plan, settings, options) {
      return (await group.create(insert(plan, settings), options)).documentId
    },
    async replace(documentId, plan, settings, options) {
      await group.update({ documentId, ...insert(plan, settings) }, options)
    },
    async close(documentId, options) {
      await group.update({ documentId, status: 1 }, options)
    },
  }
}
