import * as z from 'zod'
import type { DocumentPlan, MadeKind, Settings } from '../../../domain/index.ts'
import { documentInsert } from '../../../mappers/pt/index.ts'
import type { PtClient } from '../../../pt/index.ts'
import type { CallOptions } from '../platform.ts'
import { creditNoteWriter } from './credit-note-writer.ts'

export interface Writer {
  create(plan: DocumentPlan, options: CallOptions): Promise<number>
  replace(documentId: number, plan: DocumentPlan, options: CallOptions): Promise<void>
  close(documentId: number, plan: DocumentPlan, options: CallOptions): Promise<void>
}

/** The writing calls of each kind's own group. */
export function writersOf(pt: PtClient, settings: Settings['exports']): Readonly<Record<MadeKind, Writer>> {
  return {
    invoice: writer(pt.invoices, (plan) => documentInsert.invoice(plan, settings)),
    invoiceReceipt: writer(pt.invoiceReceipts, (plan) => documentInsert.invoiceReceipt(plan, settings)),
    purchaseOrder: writer(pt.purchaseOrder, (plan) => documentInsert.purchaseOrder(plan, settings)),
    internalDocument: writer(pt.internalDocuments, (plan) => documentInsert.internalDocument(plan, settings)),
    serviceSheet: writer(serviceSheetGroup(pt, settings), (plan) =>
      documentInsert.serviceSheet(plan, settings),
    ),
    creditNote: creditNoteWriter(pt, settings),
  }
}

interface WritingGroup<Params> {
  insert(params: Params, options: CallOptions): Promise<{ readonly document_id: number }>
  update(
    params: { document_id: number } & (Params | { status: number }),
    options: CallOptions,
  ): Promise<unknown>
}

const inserted = z.object({
  document_id: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]),
})

/** The writing calls of a group that Moloni does not publish; its name is a setting. */
function serviceSheetGroup(
  pt: PtClient,
  { serviceSheetGroup: group = '' }: Settings['exports'],
): WritingGroup<ReturnType<typeof documentInsert.serviceSheet>> {
  return {
    insert: (params, options) =>
      pt.call(`${group}/insert`, { ...params }, inserted, { ...options, kind: 'create' }),
    update: (params, options) =>
      pt.call(`${group}/update`, { ...params }, inserted, { ...options, kind: 'update' }),
  }
}

function writer<Params extends object>(
  group: WritingGroup<Params>,
  paramsOf: (plan: DocumentPlan) => Params,
): Writer {
  return {
    async create(plan, { signal }) {
      return (await group.insert(paramsOf(plan), { signal })).document_id
    },
    async replace(documentId, plan, { signal }) {
      await group.update({ ...paramsOf(plan), document_id: documentId }, { signal })
    },
    async close(documentId, _plan, { signal }) {
      await group.update({ document_id: documentId, status: 1 }, { signal })
    },
  }
}
