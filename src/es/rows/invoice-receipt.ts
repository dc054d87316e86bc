import type * as z from 'zod'
import type { Entity } from '../operation.ts'
import { int, nullable, row, text } from '../schema.ts'

const nextNumberRow = row(() => ({ number: nullable(int), name: nullable(text) }))

/** The number that the next document of a series gets. */
export interface NextNumber extends z.output<typeof nextNumberRow> {}

const logRow = row(() => ({
  logId: nullable(text),
  relatedId: nullable(text),
  operation: nullable(text),
  oldValues: nullable(text),
  newValues: nullable(text),
  username: nullable(text),
  operationTime: nullable(text),
}))

/** What was done to a record, when and by whom. */
export interface LogEntry extends z.output<typeof logRow> {}

const mailRow = row(() => ({
  documentMailId: nullable(text),
  deliveryId: nullable(text),
  email: nullable(text),
  content: nullable(text),
  createdAt: nullable(text),
}))

/** An e-mail that a document went out by. */
export interface DocumentMail extends z.output<typeof mailRow> {}

const recipientRow = row(() => ({
  recipientId: nullable(text),
  name: nullable(text),
  email: nullable(text),
  status: nullable(int),
}))

/** Somebody whom an e-mail went to. */
export interface MailRecipient extends z.output<typeof recipientRow> {}

export const followUps = {
  nextNumber: { type: 'DocumentNextNumberRead', id: undefined, row: nextNumberRow },
  log: { type: 'LogRead', id: 'logId', row: logRow },
  mail: { type: 'DocumentMailRead', id: 'documentMailId', row: mailRow },
  recipient: { type: 'RecipientRead', id: 'recipientId', row: recipientRow },
} satisfies Record<string, Entity>
