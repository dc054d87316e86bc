import { type ListedDocuments, listedDocumentsEndpoints } from '../families/listed-documents.ts'

export const settlementNotesEndpoints = listedDocumentsEndpoints()

/** Settlement notes. They have no pages. */
export interface SettlementNotesApi extends ListedDocuments {}
