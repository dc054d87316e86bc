import { type GlobalApi, globalEndpoints } from '../families/global.ts'
import { array, int, lazy, type OutOf, row, text } from '../schema.ts'

const model = lazy(() =>
  row(
    { document_model_id: int },
    { languages: array(row({}, { document_model_id: int, language_id: int, name: text })) },
  ),
)

/** A printed form of documents. */
export interface DocumentModel extends OutOf<typeof model> {}

export const documentModelsEndpoints = globalEndpoints(model)

/** Printed forms, since 1.8. Pages: https://www.moloni.pt/dev/global-data/document-models/ */
export interface DocumentModelsApi extends GlobalApi<DocumentModel> {}
