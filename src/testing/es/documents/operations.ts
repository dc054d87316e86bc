import type { JsonObject } from '../../http/json.ts'
import { logsOf } from '../entities/logs.ts'
import {
  answer,
  type CompanyCall,
  type Operations,
  object,
  objects,
  ofCompany,
  Refusal,
} from '../operation.ts'
import { createDocument, documentOf, removeDocuments, updateDocument } from './change.ts'
import { documentKinds } from './kinds/all.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { mailOperations } from './mail.ts'
import { pdfOperations } from './pdf/operations.ts'
import { documentList, proposeNumber, readingOperations } from './reading.ts'
import { backToDraft, nullify } from './taking-back.ts'

/** The operations of one kind; those that the schema lacks are never asked for. */
function kindOperations(kind: DocumentKind): Operations {
  const { apiCode, plural, typeId } = kind
  return {
    [apiCode]: ofCompany((call) => answer(documentOf(call, kind, call.args.documentId))),
    [plural]: documentList(({ documentTypeId }) => documentTypeId === typeId),
    [`${apiCode}NextNumber`]: ofCompany((call) => answer(proposeNumber(call, kind))),
    [`${apiCode}Logs`]: logsOf(apiCode),
    [`${apiCode}Create`]: ofCompany((call) => answer(createDocument(call, kind, object(call.args, 'data')))),
    [`${apiCode}Update`]: ofCompany((call) => answer(updateDocument(call, kind, object(call.args, 'data')))),
    [`${apiCode}Delete`]: ofCompany((call) => deletion(call, kind)),
    [`${apiCode}BulkCreate`]: ofCompany((call) => bulk(call, kind)),
    [`${apiCode}Nullify`]: ofCompany((call) => answer(nullify(call, kind))),
    [`${apiCode}Draftable`]: ofCompany((call) => answer(backToDraft(call, kind))),
    ...pdfOperations(kind),
    ...mailOperations(kind),
  }
}

function deletion(call: CompanyCall, kind?: DocumentKind): JsonObject {
  const { documentId } = call.args
  const gone = removeDocuments(call, Array.isArray(documentId) ? documentId : [], kind)
  const left = call.company.documents.filter((row) => !kind || row.documentTypeId === kind.typeId)
  return { status: gone.length > 0, deletedCount: gone.length, elementsCount: left.length, errors: [] }
}

/** Each document by itself: one that is refused keeps none of the others back. */
function bulk(call: CompanyCall, kind: DocumentKind): JsonObject[] {
  return objects(object(call.args, 'data'), 'documents').map((data) => {
    try {
      return answer(createDocument(call, kind, data))
    } catch (error) {
      if (error instanceof Refusal) return { errors: [...error.problems], data: null }
      throw error
    }
  })
}

/** Root operations of documents. */
export const documentOperations: Operations = {
  ...Object.assign({}, ...documentKinds.map(kindOperations)),
  ...readingOperations,
  documentDelete: ofCompany((call) => deletion(call)),
  documentsLogs: logsOf(...documentKinds.map(({ apiCode }) => apiCode)),
}

export { documentFields } from './fields.ts'
