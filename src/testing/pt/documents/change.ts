import type { Json, JsonObject } from '../../http/json.ts'
import { isPostalCode } from '../groups/parties.ts'
import { type CompanyCall, type Method, num, refused, rows, text, write } from '../method.ts'
import type { Association, DocumentRow } from '../state.ts'
import { type Problem, Refusal } from '../validation/problem.ts'
import { associationProblems, associationsOf, reconcile } from './associations.ts'
import { chronologyProblems, close, closingProblems } from './closing.ts'
import { correctionProblems } from './corrections.ts'
import { insertFields, updateFields } from './fields.ts'
import { lineProblems } from './lines.ts'
import { settlePayments } from './payments.ts'
import { applyFields, blankDocument } from './row.ts'
import type { DocumentType } from './types.ts'

/** The changing methods of a document group. */
export function changers(type: DocumentType): Record<string, Method> {
  return {
    insert: write(
      insertFields(type),
      (call) => insert(call, type),
      ({ company, values }) => [
        ...zipCodeProblems(values),
        ...chronologyProblems(company, {
          document_type_id: type.typeId,
          document_set_id: num(values, 'document_set_id'),
          date: text(values, 'date').slice(0, 10),
        }),
      ],
    ),
    update: write(
      updateFields(type),
      (call) => update(call, type),
      ({ values }) => zipCodeProblems(values),
    ),
    delete: write({ document_id: 'id!' }, (call) => remove(call, type)),
    ...(type.group === 'invoices' ? { sendEmail: sendEmail(type) } : {}),
  }
}

function sendEmail(type: DocumentType): Method {
  return write({ document_id: 'id!', email: 'email!' }, (call) => {
    const row = documentOf(call, type, 1)
    if (!row) return refused
    mail(call, row, [text(call.values, 'email')])
    return { valid: 1 }
  })
}

/** Postal codes of Portuguese places are checked. */
function zipCodeProblems(values: JsonObject): Problem[] {
  return ['departure', 'destination'].flatMap((place) => {
    const field = `delivery_${place}_zip_code`
    const code = text(values, field)
    const wrong = values[`delivery_${place}_country`] === 1 && code !== '' && !isPostalCode(code)
    return wrong ? [{ code: 7, field }] : []
  })
}

function insert(call: CompanyCall, type: DocumentType): Json {
  const associations = associationsOf(call.values)
  judge(call, type, associations)
  const row = blankDocument(call, type)
  applyFields(call, row, type)
  settlePayments(call, row, type)
  if (call.values.status === 1) {
    refuse(closingProblems(call, row, type))
    finish(call, row, type)
  }
  call.company.documents.push(row)
  return { valid: 1, document_id: row.document_id }
}

function update(call: CompanyCall, type: DocumentType): Json {
  const { company, values } = call
  const row = documentOf(call, type, 0)
  if (!row) return refused
  const { document_id } = row
  const resent = values.associated_documents !== undefined
  judge(call, type, resent ? associationsOf(values) : row.associated_documents, row)
  const changed = structuredClone(row)
  applyFields(call, changed, type)
  if (values.date !== undefined || values.document_set_id !== undefined) {
    refuse(chronologyProblems(company, changed))
  }
  settlePayments(call, changed, type)
  if (values.status === 1) refuse(closingProblems(call, changed, type))
  if (resent && row.conciliated) {
    reconcile(company, row, -1)
    changed.conciliated = false
  }
  if (values.status === 1) finish(call, changed, type)
  Object.assign(row, changed)
  return { valid: 1, document_id }
}

/** The second stage: what nested rows say. */
function judge(
  call: CompanyCall,
  type: DocumentType,
  associations: readonly Association[],
  row?: DocumentRow,
): void {
  const sources = associations.map(({ associated_id }) => associated_id)
  refuse([
    ...associationProblems(call.company, type, associations, row),
    ...lineProblems(call),
    ...correctionProblems(call, type, sources),
  ])
}

function finish(call: CompanyCall, row: DocumentRow, type: DocumentType): void {
  close(call, row, type)
  const recipients = rows(call.values, 'send_email').map((one) => text(one, 'email'))
  mail(call, row, recipients)
}

function remove(call: CompanyCall, type: DocumentType): Json {
  const row = documentOf(call, type, 0)
  if (!row) return refused
  const { documents } = call.company
  documents.splice(documents.indexOf(row), 1)
  return { valid: 1 }
}

function documentOf({ company, values }: CompanyCall, type: DocumentType, status: number) {
  const id = num(values, 'document_id')
  return company.documents.find(
    (row) => row.document_id === id && row.document_type_id === type.typeId && row.status === status,
  )
}

function mail(
  { company, now }: CompanyCall,
  { document_id }: DocumentRow,
  recipients: readonly string[],
): void {
  for (const email of recipients) company.emails.push({ document_id, email, at: now })
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(...problems)
}
