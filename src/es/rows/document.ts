import type * as z from 'zod'
import type { Entity } from '../operation.ts'
import { expected, flag, int, list, nullable, num, row, text } from '../schema.ts'

/** What every kind of document has. */
const headFields = () => ({
  documentId: int,
  documentTypeId: expected(int),
  documentSetName: expected(text),
  number: nullable(int),
  year: nullable(int),
  date: nullable(text),
  status: nullable(int),
  nullified: nullable(flag),
  totalValue: expected(num),
  pdfExport: nullable(text),
})

/** What every kind of document has, but not the interface of them all. */
const partyFields = () => ({
  currencyExchangeTotalValue: nullable(num),
  entityName: nullable(text),
  entityNumber: nullable(text),
  entityVat: nullable(text),
  ourReference: nullable(text),
  yourReference: nullable(text),
  notes: nullable(text),
  customer: nullable(row(() => ({ customerId: int }))),
})

const line = row(() => ({
  documentProductId: nullable(int),
  productId: nullable(int),
  name: nullable(text),
  qty: nullable(num),
  price: nullable(num),
  discount: nullable(num),
}))

const totalFields = () => ({
  grossValue: nullable(num),
  taxesValue: nullable(num),
  products: list(line),
})

const noteFields = () => ({ ...headFields(), ...partyFields(), ...totalFields() })

/** What is asked for of a document with lines unless a call says otherwise. */
export const documentFields = () => ({
  ...noteFields(),
  documentSetId: nullable(int),
  expirationDate: nullable(text),
})

const anyRow = row(() => ({
  ...headFields(),
  documentType: nullable(row(() => ({ documentTypeId: int, apiCode: text, apiCodePlural: text }))),
}))

/** A document of any kind; `documentType.apiCode` says which, `invoice` for example. */
export interface AnyDocument extends z.output<typeof anyRow> {}

const documentRow = row(documentFields)

/**
 * A document with lines. `status` 0 draft, 1 closed; `totalValue` is what is paid, in the company's currency;
 * `price` of a line is net, `discount` in percent.
 */
export interface Document extends z.output<typeof documentRow> {}

const creditNoteRow = row(noteFields)

/** A credit note. */
export interface CreditNote extends z.output<typeof creditNoteRow> {}

const receiptRow = row(() => ({ ...headFields(), ...partyFields() }))

/** A receipt: it has no lines. */
export interface Receipt extends z.output<typeof receiptRow> {}

const fileTokenRow = row(() => ({ token: text, path: text, filename: nullable(text) }))

/** The key to a file on Moloni's media host. It lives for about ten seconds; whoever has it can read the file. */
export interface FileToken extends z.output<typeof fileTokenRow> {}

export const anyDocument: Entity = { type: 'DocumentRead', id: 'documentId', row: anyRow }
export const creditNote: Entity = { type: 'CreditNoteRead', id: 'documentId', row: creditNoteRow }
export const receipt: Entity = { type: 'ReceiptRead', id: 'documentId', row: receiptRow }
export const fileToken: Entity = { type: 'FileTokenRead', id: undefined, row: fileTokenRow }

/** A kind of document with lines. */
export function documentOf(type: string): Entity {
  return { type, id: 'documentId', row: documentRow }
}
