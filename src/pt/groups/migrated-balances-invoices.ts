import { type ListedDocuments, listedDocumentsEndpoints } from '../families/listed-documents.ts'

export const migratedBalancesInvoicesEndpoints = listedDocumentsEndpoints()

/** Balances of invoices that were brought from other software. They have no pages. */
export interface MigratedBalancesInvoicesApi extends ListedDocuments {}
