import type { InCompany } from '../families/settings.ts'

/** The kinds of documents that can be made, under the names of their groups. */
export type DocumentGroup =
  | 'billsOfLading'
  | 'creditNotes'
  | 'customerReturnNotes'
  | 'debitNotes'
  | 'deliveryNotes'
  | 'estimates'
  | 'globalGuides'
  | 'internalDocuments'
  | 'invoiceReceipts'
  | 'invoices'
  | 'ownAssetsMovementGuides'
  | 'paymentReturns'
  | 'proFormaInvoices'
  | 'purchaseOrder'
  | 'receipts'
  | 'simplifiedInvoices'
  | 'supplierCreditNotes'
  | 'supplierDebitNotes'
  | 'supplierInvoices'
  | 'supplierPurchaseOrder'
  | 'supplierReceipts'
  | 'supplierReturnNotes'
  | 'supplierSimplifiedInvoices'
  | 'supplierWarrantyRequests'
  | 'waybills'

/** One document. */
export interface DocumentRef extends InCompany {
  document_id: number
}

/** One document of a known kind. */
export interface DocumentOfGroup extends DocumentRef {
  group: DocumentGroup
}
