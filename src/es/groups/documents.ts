import {
  type DocumentFiles,
  type DocumentMails,
  type DocumentReads,
  documentCreate,
  documentFile,
  documentMail,
  documentNullify,
  documentOperations,
  documentReads,
  documentUpdate,
  type NullifiesOnOn,
} from '../families/documents.ts'
import type { Creates, DeletesOnOn, Gets, ListOptions, Lists, Updates } from '../families/records.ts'
import { company, list, one, onOnly, remove } from '../operation.ts'
import type { CompanyCallOptions, Translated } from '../options.ts'
import {
  type AnyDocument,
  anyDocument,
  type CreditNote,
  creditNote,
  type Document,
  documentOf,
  type Receipt,
  receipt,
} from '../rows/document.ts'
import type {
  BillsOfLadingInsert,
  BillsOfLadingUpdate,
  CreditNoteInsert,
  EstimateInsert,
  EstimateUpdate,
  InvoiceInsert,
  InvoiceUpdate,
  ProFormaInvoiceInsert,
  ProFormaInvoiceUpdate,
  PurchaseOrderInsert,
  PurchaseOrderUpdate,
  ReceiptInsert,
  ReceiptUpdate,
  SimplifiedInvoiceInsert,
  SimplifiedInvoiceUpdate,
} from '../types/document-inputs.ts'
import type {
  BillsOfLadingRead,
  CreditNoteRead,
  DocumentRead,
  EstimateRead,
  InvoiceRead,
  ProFormaInvoiceRead,
  PurchaseOrderRead,
  ReceiptRead,
  SimplifiedInvoiceRead,
} from '../types/documents.ts'
import type {
  CreditNoteFieldNames,
  DocumentFieldNames,
  EstimateFieldNames,
  InvoiceFieldNames,
  ProFormaInvoiceFieldNames,
  PurchaseOrderFieldNames,
  ReceiptFieldNames,
  SimplifiedInvoiceFieldNames,
} from '../types/lists.ts'

const names = (apiCode: string, plural: string, type: string) => ({ apiCode, plural, type })

const invoice = { names: names('invoice', 'invoices', 'Invoice'), entity: documentOf('InvoiceRead') }
const order = {
  names: names('purchaseOrder', 'purchaseOrders', 'PurchaseOrder'),
  entity: documentOf('PurchaseOrderRead'),
}
const invoices = documentOperations(invoice.names, invoice.entity)
const purchaseOrders = documentOperations(order.names, order.entity)
const bills = names('billsOfLading', 'billsOfLadings', 'BillsOfLading')
const billOfLading = documentOf('BillsOfLadingRead')
const credits = names('creditNote', 'creditNotes', 'CreditNote')
const drafts = { ...company, documentId: '[Int!]!' }

export const documentsOperations = {
  billsOfLading: {
    get: one('billsOfLading', billOfLading, { ...company, documentId: 'Int!' }),
    create: documentCreate(bills, billOfLading),
    update: documentUpdate(bills, billOfLading),
    ...documentFile(bills),
    sendMail: documentMail(bills),
  },
  creditNotes: {
    ...documentReads(credits, creditNote),
    create: documentCreate(credits, creditNote),
    ...documentFile(credits),
  },
  documents: {
    list: onOnly(list('documents', anyDocument, { ...company, options: 'DocumentOptions' })),
    get: one('document', anyDocument, { ...company, documentId: 'Int!', options: 'DocumentOptionsSingle' }),
  },
  estimates: documentOperations(names('estimate', 'estimates', 'Estimate'), documentOf('EstimateRead')),
  invoices: {
    ...invoices,
    nullify: onOnly(documentNullify(invoice.names, invoice.entity)),
    delete: onOnly(remove('invoiceDelete', drafts, invoices.get)),
  },
  proFormaInvoices: documentOperations(
    names('proFormaInvoice', 'proFormaInvoices', 'ProFormaInvoice'),
    documentOf('ProFormaInvoiceRead'),
  ),
  purchaseOrders: {
    ...purchaseOrders,
    nullify: onOnly(documentNullify(order.names, order.entity)),
    delete: onOnly(remove('purchaseOrderDelete', drafts, purchaseOrders.get)),
  },
  receipts: documentOperations(names('receipt', 'receipts', 'Receipt'), receipt),
  simplifiedInvoices: documentOperations(
    names('simplifiedInvoice', 'simplifiedInvoices', 'SimplifiedInvoice'),
    documentOf('SimplifiedInvoiceRead'),
  ),
}

/** Bills of lading: what goes along with goods. */
export interface BillsOfLadingApi
  extends Gets<Document, BillsOfLadingRead, number, CompanyCallOptions>,
    Creates<Document, BillsOfLadingRead, BillsOfLadingInsert>,
    Updates<Document, BillsOfLadingRead, BillsOfLadingUpdate>,
    DocumentFiles,
    DocumentMails {}

/** Credit notes: what takes back a sale. */
export interface CreditNotesApi
  extends DocumentReads<CreditNote, CreditNoteRead, CreditNoteFieldNames>,
    Creates<CreditNote, CreditNoteRead, CreditNoteInsert>,
    DocumentFiles {}

/** Documents of any kind. */
export interface DocumentsApi
  extends Lists<AnyDocument, DocumentRead, ListOptions<DocumentFieldNames>>,
    Gets<AnyDocument, DocumentRead, number, CompanyCallOptions & Translated> {
  /**
   * All of them over all pages.
   *
   * @experimental Seen on Moloni ON only.
   */
  list: Lists<AnyDocument, DocumentRead, ListOptions<DocumentFieldNames>>['list']
}

/** Estimates. */
export interface EstimatesApi
  extends DocumentReads<Document, EstimateRead, EstimateFieldNames>,
    Creates<Document, EstimateRead, EstimateInsert>,
    Updates<Document, EstimateRead, EstimateUpdate>,
    DocumentFiles,
    DocumentMails {}

/** Invoices. They are paid by receipts. */
export interface InvoicesApi
  extends DocumentReads<Document, InvoiceRead, InvoiceFieldNames>,
    Creates<Document, InvoiceRead, InvoiceInsert>,
    Updates<Document, InvoiceRead, InvoiceUpdate>,
    DocumentFiles,
    DocumentMails,
    NullifiesOnOn<Document, InvoiceRead>,
    DeletesOnOn {}

/** Pro forma invoices. */
export interface ProFormaInvoicesApi
  extends DocumentReads<Document, ProFormaInvoiceRead, ProFormaInvoiceFieldNames>,
    Creates<Document, ProFormaInvoiceRead, ProFormaInvoiceInsert>,
    Updates<Document, ProFormaInvoiceRead, ProFormaInvoiceUpdate>,
    DocumentFiles,
    DocumentMails {}

/** Orders that customers placed; orders to suppliers are something else. */
export interface PurchaseOrdersApi
  extends DocumentReads<Document, PurchaseOrderRead, PurchaseOrderFieldNames>,
    Creates<Document, PurchaseOrderRead, PurchaseOrderInsert>,
    Updates<Document, PurchaseOrderRead, PurchaseOrderUpdate>,
    DocumentFiles,
    DocumentMails,
    NullifiesOnOn<Document, PurchaseOrderRead>,
    DeletesOnOn {}

/** Receipts: what pays invoices. */
export interface ReceiptsApi
  extends DocumentReads<Receipt, ReceiptRead, ReceiptFieldNames>,
    Creates<Receipt, ReceiptRead, ReceiptInsert>,
    Updates<Receipt, ReceiptRead, ReceiptUpdate>,
    DocumentFiles,
    DocumentMails {}

/** Simplified invoices, paid when they are made. */
export interface SimplifiedInvoicesApi
  extends DocumentReads<Document, SimplifiedInvoiceRead, SimplifiedInvoiceFieldNames>,
    Creates<Document, SimplifiedInvoiceRead, SimplifiedInvoiceInsert>,
    Updates<Document, SimplifiedInvoiceRead, SimplifiedInvoiceUpdate>,
    DocumentFiles,
    DocumentMails {}
