import { type ListedDocuments, listedDocumentsEndpoints } from '../families/listed-documents.ts'

export const migratedBalancesReceiptsEndpoints = listedDocumentsEndpoints()

/** Balances of receipts that were brought from other software. They have no pages. */
export interface MigratedBalancesReceiptsApi extends ListedDocuments {}
