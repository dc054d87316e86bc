import type * as z from 'zod'
import type { OneOfSeveral } from '../answer.ts'
import {
  type DocumentFiles,
  type DocumentMails,
  type DocumentReads,
  documentNullify,
  documentOperations,
  type NullifiesOnOn,
} from '../families/documents.ts'
import type { Creates, DeletesOnOn, Lists, OwnRow, Selecting, Updates } from '../families/records.ts'
import { act, bulk, company, list, type OperationTable, one, onOnly, remove, write } from '../operation.ts'
import type { CompanyCallOptions } from '../options.ts'
import type { Paging, RowList } from '../row-list.ts'
import { type Document, documentOf, type FileToken, fileToken } from '../rows/document.ts'
import {
  type DocumentMail,
  followUps,
  type LogEntry,
  type MailRecipient,
  type NextNumber,
} from '../rows/invoice-receipt.ts'
import type { InvoiceReceiptInsert, InvoiceReceiptUpdate } from '../types/document-inputs.ts'
import type {
  DocumentMailRead,
  DocumentNextNumberRead,
  FileTokenRead,
  InvoiceReceiptRead,
  LogRead,
  RecipientRead,
} from '../types/documents.ts'
import type { InvoiceReceiptFieldNames } from '../types/lists.ts'

const names = { apiCode: 'invoiceReceipt', plural: 'invoiceReceipts', type: 'InvoiceReceipt' }
const entity = documentOf('InvoiceReceiptRead')
const shared = documentOperations(names, entity)
const byId = { ...company, documentId: 'Int!' }

const operations = {
  ...shared,
  nullify: documentNullify(names, entity),
  delete: remove('invoiceReceiptDelete', { ...company, documentId: '[Int!]!' }, shared.get),
  draftable: write('act', 'invoiceReceiptDraftable', entity, byId),
  bulkCreate: bulk('invoiceReceiptBulkCreate', entity, { ...company, data: 'InvoiceReceiptBulkInsert!' }),
  nextNumber: one('invoiceReceiptNextNumber', followUps.nextNumber, { ...company, documentSetId: 'Int!' }),
  getZip: act('invoiceReceiptGetZIP', { ...company, documents: '[Int]!' }),
  getZipToken: one('invoiceReceiptGetZIPToken', fileToken, { ...company, fullPath: 'String!' }),
  logs: list('invoiceReceiptLogs', followUps.log, { ...company, options: 'LogOptions' }, ['relatedId']),
  mailsHistory: list(
    'invoiceReceiptMailsHistory',
    followUps.mail,
    { ...byId, options: 'DocumentMailOptions' },
    [],
  ),
  mailRecipients: list(
    'invoiceReceiptMailRecipients',
    followUps.recipient,
    { ...company, deliveryId: 'String!', options: 'RecipientOptions' },
    [],
  ),
} satisfies OperationTable

/** All of them were seen on Moloni ON only. */
export const invoiceReceiptsOperations = onOnOnly(operations)

function onOnOnly<T extends OperationTable>(table: T): { [K in keyof T]: T[K] } {
  // Same names, same kinds of values.
  return Object.fromEntries(Object.entries(table).map(([name, one]) => [name, onOnly(one)])) as T
}

type Listing = CompanyCallOptions & Paging

/**
 * Invoices that are their own receipt.
 *
 * @experimental All of it was seen on Moloni ON only.
 */
export interface InvoiceReceiptsApi
  extends DocumentReads<Document, InvoiceReceiptRead, InvoiceReceiptFieldNames>,
    Creates<Document, InvoiceReceiptRead, InvoiceReceiptInsert>,
    Updates<Document, InvoiceReceiptRead, InvoiceReceiptUpdate>,
    DocumentFiles,
    DocumentMails,
    NullifiesOnOn<Document, InvoiceReceiptRead>,
    DeletesOnOn {
  /** Turns a closed document back into a draft, where its kind and the law allow it. */
  draftable(documentId: number, options?: CompanyCallOptions & OwnRow): Promise<Document>
  /** Adds several, and answers for each one the document or its error: some may be made and others not. */
  bulkCreate(
    data: { documents: readonly InvoiceReceiptInsert[] },
    options?: CompanyCallOptions & OwnRow,
  ): Promise<OneOfSeveral<Document>[]>
  bulkCreate<S extends z.core.$ZodType>(
    data: { documents: readonly InvoiceReceiptInsert[] },
    options: CompanyCallOptions & Selecting<S, InvoiceReceiptRead>,
  ): Promise<OneOfSeveral<z.output<S>>[]>
  /** The number that the next document of a series gets. */
  nextNumber(documentSetId: number, options?: CompanyCallOptions & OwnRow): Promise<NextNumber>
  nextNumber<S extends z.core.$ZodType>(
    documentSetId: number,
    options: CompanyCallOptions & Selecting<S, DocumentNextNumberRead>,
  ): Promise<z.output<S>>
  /** Asks Moloni to pack the PDFs of several documents. */
  getZip(documents: readonly number[], options?: CompanyCallOptions): Promise<true>
  /** The key to a packed file, by the path that Moloni told of it. */
  getZipToken(fullPath: string, options?: CompanyCallOptions & OwnRow): Promise<FileToken>
  getZipToken<S extends z.core.$ZodType>(
    fullPath: string,
    options: CompanyCallOptions & Selecting<S, FileTokenRead>,
  ): Promise<z.output<S>>
  /** What was done, `relatedId` being the id of a document. */
  logs: Lists<LogEntry, LogRead, Listing & { relatedId?: number | undefined }>['list']
  /** The e-mails that a document went out by. */
  mailsHistory(documentId: number, options?: Listing & OwnRow): RowList<DocumentMail>
  mailsHistory<S extends z.core.$ZodType>(
    documentId: number,
    options: Listing & Selecting<S, DocumentMailRead>,
  ): RowList<z.output<S>>
  /** Whom an e-mail went to, by its `deliveryId`. */
  mailRecipients(deliveryId: string, options?: Listing & OwnRow): RowList<MailRecipient>
  mailRecipients<S extends z.core.$ZodType>(
    deliveryId: string,
    options: Listing & Selecting<S, RecipientRead>,
  ): RowList<z.output<S>>
}
