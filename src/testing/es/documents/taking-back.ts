import { type CompanyCall, num, object, problem, Refusal, text } from '../operation.ts'
import { touch } from '../rows.ts'
import { documentOf, report } from './change.ts'
import { derivedFrom, isInUse } from './derived.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { forgetPdf } from './pdf/making.ts'
import { takeBack } from './reconciling.ts'
import type { DocumentRow } from './row.ts'
import { moveLines } from './stock.ts'

/** Voids a closed document: it keeps its number, and gives back what it used. */
export function nullify(call: CompanyCall, kind: DocumentKind): DocumentRow {
  const row = standing(call, kind, 'Only closed documents can be nullified')
  const reason = text(call.args, 'nullifiedReason').trim()
  if (reason === '' && needsReason(call))
    throw new Refusal(problem('nullifiedReason', 'Nullified reason is required'))
  undo(call, kind, row, { nullified: true, nullifiedReason: reason })
  return row
}

/** Makes a closed document a draft again; its number stays with it. */
export function backToDraft(call: CompanyCall, kind: DocumentKind): DocumentRow {
  const row = standing(call, kind, 'The document is not closed')
  if (!kind.draftable) throw new Refusal(problem('*', 'Documents of this type cannot be a draft again'))
  if (derivedFrom(call.company, row).length > 0) {
    throw new Refusal(problem('*', 'Other documents were made from the document'))
  }
  undo(call, kind, row, { status: 0, hash: null, hashControl: null })
  return row
}

function standing(call: CompanyCall, kind: DocumentKind, refusal: string): DocumentRow {
  const row = documentOf(call, kind, call.args.documentId)
  if (row.status !== 1 || kind.migrated) throw new Refusal(problem('*', refusal))
  if (row.nullified) throw new Refusal(problem('*', 'The document is nullified'))
  if (isInUse(call.company, row)) {
    throw new Refusal(problem('*', 'Document is in use as a payment in other document'))
  }
  return row
}

function undo(call: CompanyCall, kind: DocumentKind, row: DocumentRow, fields: object): void {
  const before = structuredClone(row)
  takeBack(call, kind, row)
  moveLines(call, kind, row, -1)
  Object.assign(row, fields)
  forgetPdf(call.state, row)
  touch(call, row)
  report(call, 'update', before, row)
}

function needsReason({ company }: CompanyCall): boolean {
  const zone = text(object(company.company, 'fiscalZone'), 'fiscalZone')
  return zone.startsWith('PT') || num(company.company, 'countryId') === 1
}
