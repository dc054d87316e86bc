import type { JsonObject } from '../../http/json.ts'
import { log } from '../entities/logs.ts'
import { overLimit } from '../entities/plan.ts'
import { notHere } from '../entities/references.ts'
import { type CompanyCall, type Problem, problem, Refusal } from '../operation.ts'
import { touch } from '../rows.ts'
import { applyFields, blankDocument, signature } from './build.ts'
import { close, closingProblems } from './closing.ts'
import { documentById } from './derived.ts'
import { judgeDocument } from './judge.ts'
import { kindOf } from './kinds/all.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { partyField } from './party.ts'
import { paymentSumProblems } from './payments.ts'
import type { DocumentRow } from './row.ts'

/** The document with this id, of this kind, or a refusal. */
export function documentOf({ company }: CompanyCall, kind: DocumentKind, id: unknown): DocumentRow {
  const row = documentById(company, id)
  if (row?.documentTypeId === kind.typeId) return row
  throw new Refusal(problem('documentId', notHere('document')))
}

/** Makes a document, as a draft or closed at once, or refuses with everything that is wrong. */
export function createDocument(call: CompanyCall, kind: DocumentKind, data: JsonObject): DocumentRow {
  const sent = withoutNulls(kind, data)
  refuse([...overLimit(call, 'documents'), ...judgeDocument(call, kind, sent)])
  const row = blankDocument(call, kind)
  applyFields(call, kind, row, sent)
  finish(call, kind, row, sent)
  call.company.documents.push(row)
  report(call, 'create', undefined, row)
  return row
}

/** Changes a draft, and closes it when asked. */
export function updateDocument(call: CompanyCall, kind: DocumentKind, data: JsonObject): DocumentRow {
  const row = documentOf(call, kind, data.documentId)
  if (row.status !== 0) throw new Refusal(problem('*', 'Closed documents cannot be changed'))
  const sent = withoutNulls(kind, data)
  refuse(judgeDocument(call, kind, sent, row))
  const changed = structuredClone(row)
  applyFields(call, kind, changed, sent)
  if (changed.documentSetId !== row.documentSetId || changed.year !== row.year) changed.number = null
  finish(call, kind, changed, sent)
  const before = structuredClone(row)
  Object.assign(row, changed, { updated: signature(call) })
  touch(call, row)
  report(call, 'update', before, row)
  return row
}

/** Deletes drafts; what is not one is skipped without a word. */
export function removeDocuments(
  call: CompanyCall,
  ids: readonly unknown[],
  kind?: DocumentKind,
): DocumentRow[] {
  const { company } = call
  const own = (row: DocumentRow) => kind === undefined || row.documentTypeId === kind.typeId
  const gone = company.documents.filter((row) => ids.includes(row.documentId) && own(row) && row.status === 0)
  company.documents = company.documents.filter((row) => !gone.includes(row))
  for (const row of gone) report(call, 'delete', row, undefined)
  return gone
}

function finish(call: CompanyCall, kind: DocumentKind, row: DocumentRow, sent: JsonObject): void {
  if (call.behaviour.paymentsMatch === 'always') refuse(paymentSumProblems(kind, row))
  if (sent.status !== 1) return
  refuse(closingProblems(call, kind, row))
  close(call, kind, row)
}

/** Nothing cannot stand where a document needs something: such fields count as not sent. */
function withoutNulls(kind: DocumentKind, data: JsonObject): JsonObject {
  const needed = new Set([
    'date',
    'documentSetId',
    'documentCalculationsMode',
    'fiscalZone',
    partyField(kind),
  ])
  return Object.fromEntries(
    Object.entries(data).filter(([field, value]) => value !== null || !needed.has(field)),
  )
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(...problems)
}

/** Tells the log and the hooks. */
export function report(
  call: CompanyCall,
  operation: string,
  before: DocumentRow | undefined,
  after: DocumentRow | undefined,
): void {
  const row = after ?? before
  const kind = kindOf(row?.documentTypeId)
  if (!row || !kind) return
  const id = row.documentId
  log(call, kind.apiCode, operation, id, before, after)
  call.fire({ companyId: call.company.companyId, model: 'Document', operation, id })
}
