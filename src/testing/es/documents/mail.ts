import type { JsonObject } from '../../http/json.ts'
import { nextUuid } from '../entities/uuid.ts'
import { page } from '../lists/page.ts'
import {
  type CompanyCall,
  num,
  type Operations,
  object,
  objects,
  ofCompany,
  problem,
  Refusal,
  text,
} from '../operation.ts'
import { newRow } from '../rows.ts'
import { documentOf } from './change.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { partyOf } from './party.ts'
import type { DocumentRow, Recipient } from './row.ts'

/** Sending documents by e-mail, and what was sent. */
export function mailOperations(kind: DocumentKind): Operations {
  const { apiCode } = kind
  return {
    [`${apiCode}SendMail`]: ofCompany((call) => send(call, kind)),
    [`${apiCode}MailsHistory`]: ofCompany((call) => {
      const { documentId } = documentOf(call, kind, call.args.documentId)
      const rows = call.company.mails
        .filter((mail) => mail.documentId === documentId)
        .map((mail) => ({ ...mail, email: mail.to[0]?.email ?? '', content: mail.message }))
      return page(call, rows, 'DocumentMailRead')
    }),
    [`${apiCode}MailRecipients`]: ofCompany((call) => {
      const mail = call.company.mails.find(({ deliveryId }) => deliveryId === call.args.deliveryId)
      const all = mail ? [...mail.to, ...mail.cc, ...mail.bcc] : []
      const rows = all.map((one, index) => ({
        ...one,
        recipientId: `${mail?.deliveryId}-${index + 1}`,
        internalStatus: 1,
        status: 1,
        mailServiceResponseId: null,
      }))
      return page(call, rows, 'RecipientRead')
    }),
  }
}

/** One sending to the same people for all documents, each of which is closed; nobody else is told. */
function send(call: CompanyCall, kind: DocumentKind): boolean {
  const ids = Array.isArray(call.args.documents) ? call.args.documents : []
  const rows = ids.map((id) => documentOf(call, kind, id))
  if (rows.length === 0) throw new Refusal(problem('documents', 'At least one document is required'))
  if (rows.some(({ status }) => status !== 1)) {
    throw new Refusal(problem('documents', 'Drafts cannot be sent'))
  }
  const mailData = object(call.args, 'mailData')
  const shared = {
    deliveryId: nextUuid(call.state),
    message: text(mailData, 'message'),
    attachment: mailData.attachment === true,
    cc: recipients(mailData, 'cc'),
    bcc: recipients(mailData, 'bcc'),
  }
  const mails = rows.map((row) => ({ row, to: addressees(call, kind, row, mailData) }))
  const everybody = mails.flatMap(({ to }) => [...to, ...shared.cc, ...shared.bcc])
  if (mails.some(({ to }) => to.length === 0) || everybody.some(({ email }) => !isAddress(email))) {
    throw new Refusal(problem('mailData', 'Invalid e-mail address'))
  }
  for (const { row, to } of mails) {
    const documentMailId = nextUuid(call.state)
    call.company.mails.push(newRow(call, { documentMailId, documentId: row.documentId, to, ...shared }))
  }
  return true
}

/** Without any recipients, it goes to whom the document is for. */
function addressees(
  call: CompanyCall,
  kind: DocumentKind,
  row: DocumentRow,
  mailData: JsonObject,
): Recipient[] {
  const sent = recipients(mailData, 'to')
  if (sent.length > 0) return sent
  const party: JsonObject = partyOf(call, kind, row) ?? {}
  const email = text(party, 'email')
  return email === '' ? [] : [{ email, name: text(party, 'name') }]
}

function recipients(mailData: JsonObject, field: 'to' | 'cc' | 'bcc'): Recipient[] {
  return objects(mailData, field).map((one) => ({ email: text(one, 'email'), name: text(one, 'name') }))
}

function isAddress(email: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)
}

/** How often a document was sent. */
export function emailsCount({ mails }: CompanyCall['company'], row: JsonObject): number {
  return mails.filter(({ documentId }) => documentId === num(row, 'documentId')).length
}
