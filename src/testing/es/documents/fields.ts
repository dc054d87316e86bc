import { dec, minus, toNumber } from '../../http/decimal.ts'
import type { Json, JsonObject } from '../../http/json.ts'
import { type Call, type FieldResolvers, isOfCompany, num, objects } from '../operation.ts'
import type { CompanyState } from '../state.ts'
import { documentById, isInUse, stands } from './derived.ts'
import { isSource, kindOf } from './kinds/all.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { emailsCount } from './mail.ts'
import { pdfExport } from './pdf/making.ts'
import { documentTypes } from './types.ts'

function companyOf(row: JsonObject, call: Call): CompanyState | undefined {
  return call.state.companies[num(row, 'companyId')]
}

function remaining(row: JsonObject): number {
  return toNumber(minus(dec(num(row, 'totalValue')), dec(num(row, 'reconciledValue'))))
}

/** Documents that were made from this one. */
function relatedIn(row: JsonObject, call: Call): JsonObject[] {
  const documents = companyOf(row, call)?.documents ?? []
  return documents.flatMap((other) =>
    other.relatedWith
      .filter(({ relatedDocumentId }) => relatedDocumentId === row.documentId)
      .map(({ value }) => ({ relatedDocumentId: other.documentId, value, companyId: other.companyId })),
  )
}

function nullifiable(row: JsonObject, call: Call): boolean {
  const company = companyOf(row, call)
  const own = company && documentById(company, row.documentId)
  if (!own || !stands(own) || kindOf(own.documentTypeId)?.migrated) return false
  return !isInUse(company, own)
}

/** Types that come before or after another one. */
function typesThat(fits: (kind: DocumentKind, own: DocumentKind) => boolean) {
  return (row: JsonObject): Json => {
    const own = kindOf(row.documentTypeId)
    if (!own) return []
    return documentTypes.filter(({ documentTypeId }) => {
      const kind = kindOf(documentTypeId)
      return kind !== undefined && fits(kind, own)
    })
  }
}

/** Worked out for every type that shows documents. */
const everywhere: FieldResolvers = {
  deletable: ({ status }) => status === 0,
  pdfExport: (row, { now }) => pdfExport(row, now),
  remainingReconciledValue: remaining,
  reconciliationPercentage: (row) => {
    const total = num(row, 'totalValue')
    return total === 0 ? 0 : Math.round((num(row, 'reconciledValue') / total) * 10_000) / 100
  },
}

const showing = [
  'DocumentRead',
  'GetCustomerRelatedDocumentsRead',
  'GetPossibleDocumentsRead',
  'GetSalespersonRelatedDocumentsRead',
  'GetSupplierRelatedDocumentsRead',
]

/** Nested fields of documents beyond the conventions. */
export const documentFields: FieldResolvers = {
  ...Object.fromEntries(
    showing.flatMap((type) =>
      Object.entries(everywhere).map(([name, resolve]) => [`${type}.${name}`, resolve]),
    ),
  ),
  'DocumentRead.nullifiable': nullifiable,
  'DocumentRead.totalRelatedAppliedValue': (row) =>
    objects(row, 'relatedWith').reduce((sum, { value }) => Math.round((sum + Number(value)) * 100) / 100, 0),
  'DocumentRead.emailsCount': (row, call) => {
    const company = companyOf(row, call)
    return company ? emailsCount(company, row) : 0
  },
  'DocumentRead.lastModified': ({ updatedAt }) => updatedAt,
  'DocumentRead.lastOperations': ({ created, updated }) => ({
    created: created ?? null,
    updated: updated ?? null,
  }),
  'DocumentRead.relatedIn': relatedIn,
  'RelatedDocumentRead.document': ({ relatedDocumentId }, call) =>
    isOfCompany(call) ? (documentById(call.company, relatedDocumentId) ?? null) : null,
  'DocumentTypeRead.canConvertTo': typesThat((kind, own) => isSource(kind, own)),
  'DocumentTypeRead.canBeConvertedFrom': typesThat((kind, own) => isSource(own, kind)),
}
