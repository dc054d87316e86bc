import type { Json } from '../../http/json.ts'
import { type CompanyCall, type Method, num, refused, rows, text, write } from '../method.ts'
import type { DocumentRow } from '../state.ts'
import { type Problem, Refusal } from '../validation/problem.ts'
import { associationProblems, chronologyProblems, close, closingProblems } from './closing.ts'
import { insertFields, updateFields } from './fields.ts'
import { lineProblems } from './lines.ts'
import { applyFields, associationsOf, blankDocument } from './row.ts'
import type { DocumentType } from './types.ts'

/** The changing methods of a document group. */
export function changers(type: DocumentType): Record<string, Method> {
  return {
    insert: write(
      insertFields(type),
      (call) => insert(call, type),
      ({ company, values }) =>
        chronologyProblems(company, {
          document_type_id: type.typeId,
          document_set_id: num(values, 'document_set_id'),
          date: text(values, 'date').slice(0, 10),
        }),
    ),
    update: write(updateFields(type), (call) => update(call, type)),
    delete: write({ document_id: 'id!' }, (call) => remove(call, type)),
    sendEmail: write({ document_id: 'id!', email: 'email!' }, (call) => {
      const row = closedDocument(call, type)
      if (!row) return refused
      mail(call, row, [text(call.values, 'email')])
      return { valid: 1 }
    }),
  }
}

function insert(call: CompanyCall, type: DocumentType): Json {
  const { company, values } = call
  refuse([
    ...associationProblems(company, type, { associated_documents: associationsOf(values) }),
    ...lineProblems(call),
  ])
  const row = blankDocument(call, type)
  applyFields(call, row)
  if (values.status === 1) settle(call, row)
  company.documents.push(row)
  return { valid: 1, document_id: row.document_id }
}

function update(call: CompanyCall, type: DocumentType): Json {
  const { company, values } = call
  const row = draftOf(call, type)
  if (!row) return refused
  const { document_id } = row
  const associated_documents = values.associated_documents === undefined ? [] : associationsOf(values)
  refuse([...associationProblems(company, type, { associated_documents }), ...lineProblems(call)])
  const changed = structuredClone(row)
  applyFields(call, changed)
  if (values.date !== undefined || values.document_set_id !== undefined) {
    refuse(chronologyProblems(company, changed))
  }
  if (values.status === 1) settle(call, changed)
  Object.assign(row, changed)
  return { valid: 1, document_id }
}

/** Closes, or refuses and leaves everything as it was. */
function settle(call: CompanyCall, row: DocumentRow): void {
  refuse(closingProblems(call, row))
  close(call, row)
  const recipients = rows(call.values, 'send_email').map((one) => text(one, 'email'))
  mail(call, row, recipients)
}

function remove(call: CompanyCall, type: DocumentType): Json {
  const row = draftOf(call, type)
  if (!row) return refused
  const { documents } = call.company
  documents.splice(documents.indexOf(row), 1)
  return { valid: 1 }
}

function draftOf(call: CompanyCall, type: DocumentType): DocumentRow | undefined {
  return documentOf(call, type, 0)
}

function closedDocument(call: CompanyCall, type: DocumentType): DocumentRow | undefined {
  return documentOf(call, type, 1)
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
