import { type ListedDocuments, listedDocumentsEndpoints } from '../families/listed-documents.ts'

export const migratedBalancesCreditNotesEndpoints = listedDocumentsEndpoints()

/** Balances of credit notes that were brought from other software. They have no pages. */
export interface MigratedBalancesCreditNotesApi extends ListedDocuments {}
