import type { JsonObject } from '../../http/json.ts'
import { notHere } from '../entities/references.ts'
import { page } from '../lists/page.ts'
import {
  answer,
  type CompanyCall,
  num,
  type Operation,
  type Operations,
  objects,
  ofCompany,
  problem,
  Refusal,
} from '../operation.ts'
import { findRow } from '../state.ts'
import { nextNumber } from './closing.ts'
import { documentById, stands } from './derived.ts'
import { isSource, kindNamed, kindOf } from './kinds/all.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { partyField } from './party.ts'
import { openCents } from './reconciling.ts'
import type { DocumentRow } from './row.ts'

/** A list of those documents that fit. */
export function documentList(fits: (row: DocumentRow, call: CompanyCall) => boolean): Operation {
  return ofCompany((call) =>
    page(
      call,
      call.company.documents.filter((row) => fits(row, call)),
      'DocumentRead',
    ),
  )
}

const everyDocument = documentList(() => true)

/** The next number of a set for a kind. */
export function proposeNumber(call: CompanyCall, kind: DocumentKind): JsonObject {
  const set = findRow(call.company, 'documentSets', call.args.documentSetId)
  if (!set) throw new Refusal(problem('documentSetId', notHere('documentSet')))
  const year = new Date(call.now).getUTCFullYear()
  const at = { documentTypeId: kind.typeId, documentSetId: num(set, 'documentSetId'), year }
  return { number: nextNumber(call.company, at), name: set.name ?? '' }
}

/** Closed documents that a kind may be made from, with something left. */
function relatable(call: CompanyCall, kind: DocumentKind | undefined, row: DocumentRow): boolean {
  const source = kindOf(row.documentTypeId)
  if (!kind || !source || !stands(row) || !isSource(kind, source)) return false
  return openCents(call.company, kind, row) > 0
}

/** Documents of any kind. */
export const readingOperations: Operations = {
  document: ofCompany(({ args, company }) => {
    const row = documentById(company, args.documentId)
    if (!row) throw new Refusal(problem('documentId', notHere('document')))
    return answer(row)
  }),
  documents: everyDocument,
  documentNextNumber: ofCompany((call) => {
    const kind = kindNamed(String(call.args.apiCode))
    if (!kind) throw new Refusal(problem('apiCode', notHere('documentType', false)))
    return answer(proposeNumber(call, kind))
  }),
  documentRelatable: documentList((row, call) => {
    const kind = kindNamed(String(call.args.apiCode))
    return kind !== undefined && row[partyField(kind)] === call.args.entityId && relatable(call, kind, row)
  }),
  getPossibleDocuments: documentList((row, call) => relatable(call, kindOf(call.args.type), row)),
  getCustomerRelatedDocuments: documentList((row, { args }) => row.customerId === args.customerId),
  getSupplierRelatedDocuments: documentList((row, { args }) => row.supplierId === args.supplierId),
  getSalespersonRelatedDocuments: documentList((row, { args }) => row.salespersonId === args.salespersonId),
  productDocuments: documentList(
    (row, { args }) =>
      !['recurringAgreement', 'purchaseRecurringAgreement'].includes(
        kindOf(row.documentTypeId)?.apiCode ?? '',
      ) && objects(row, 'products').some(({ productId }) => productId === args.productId),
  ),
  documentEvents: ofCompany((call) =>
    page(
      call,
      call.company.events.filter(({ documentId }) => documentId === call.args.documentId),
      'DocumentEventsRead',
    ),
  ),
}
