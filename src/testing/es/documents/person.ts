import type { JsonObject } from '../../http/json.ts'
import { dayText, timeOf, timeText } from '../dates.ts'
import type { CompanyCall } from '../operation.ts'
import { newRow } from '../rows.ts'
import { takeId } from '../state.ts'
import { blankDocument, signature } from './build.ts'
import { removeDocuments, report, updateDocument } from './change.ts'
import { documentById } from './derived.ts'
import { kindOf } from './kinds/all.ts'
import type { DocumentKind } from './kinds/kind.ts'
import type { DocumentRow } from './row.ts'
import { backToDraft, nullify } from './taking-back.ts'

/**
 * What a person does with documents in the web application, by the same rules as through the API. Refusals are thrown.
 *
 * @example
 * emulator.person.documents.close(10_044)
 */
export interface EsDocumentPerson {
  /** Changes a draft. */
  change(documentId: number, fields: JsonObject): DocumentRow
  /** Closes a draft. */
  close(documentId: number): DocumentRow
  /** Makes a draft of today with the content of another document, references included. */
  copy(documentId: number): DocumentRow
  /** Deletes a draft; false when it is closed. */
  remove(documentId: number): boolean
  /** Voids a closed document. */
  nullify(documentId: number, reason?: string): DocumentRow
  /** Makes a closed document a draft again, where its type allows it. */
  backToDraft(documentId: number): DocumentRow
}

/** @param callOf A call of the person in the company that a document belongs to. */
export function createDocumentPerson(
  callOf: (documentId: number, args: JsonObject) => CompanyCall,
): EsDocumentPerson {
  function find(documentId: number, args: JsonObject = {}) {
    const call = callOf(documentId, { documentId, ...args })
    const row = documentById(call.company, documentId)
    const kind = kindOf(row?.documentTypeId)
    if (!row || !kind) throw new RangeError(`There is no document ${documentId}.`)
    return { call, row, kind }
  }

  function change(documentId: number, fields: JsonObject): DocumentRow {
    const { call, kind } = find(documentId)
    return updateDocument(call, kind, { ...fields, documentId })
  }

  return {
    change,
    close: (documentId) => change(documentId, { status: 1 }),
    copy: (documentId) => {
      const { call, kind, row } = find(documentId)
      return copyOf(call, kind, row)
    },
    remove: (documentId) => removeDocuments(find(documentId).call, [documentId]).length > 0,
    nullify: (documentId, nullifiedReason = '') => {
      const { call, kind } = find(documentId, { nullifiedReason })
      return nullify(call, kind)
    },
    backToDraft: (documentId) => {
      const { call, kind } = find(documentId)
      return backToDraft(call, kind)
    },
  }
}

function copyOf(call: CompanyCall, kind: DocumentKind, row: DocumentRow): DocumentRow {
  const { status, number, nullified, hash, hashControl, reconciledValue, pdfPath, pdfDue, downloads } =
    blankDocument(call, kind)
  const copy = newRow(call, {
    ...structuredClone(row),
    documentId: takeId(call.state),
    date: timeText(call.now),
    ...movedDue(row, call.now),
    year: Number(timeText(call.now).slice(0, 4)),
    created: signature(call),
    updated: signature(call),
    ...{ status, number, nullified, hash, hashControl, reconciledValue, pdfPath, pdfDue, downloads },
  })
  copy.products = copy.products.map((line) => ({ ...line, documentProductId: takeId(call.state) }))
  copy.relatedWith = copy.relatedWith.map((relation) => ({ ...relation, applied: 0 }))
  delete copy.visibleFrom
  call.company.documents.push(copy)
  report(call, 'create', undefined, copy)
  return copy
}

/** As many days after today as it was after the day of the document. */
function movedDue({ date, expirationDate }: DocumentRow, now: number): JsonObject {
  const due = typeof expirationDate === 'string' ? timeOf(expirationDate) : undefined
  const from = timeOf(dayText(date))
  if (due === undefined || from === undefined) return {}
  return { expirationDate: dayText(timeText(now + due - from)) }
}
