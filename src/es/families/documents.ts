import type * as z from 'zod'
import { act, company, type Entity, list, one, write } from '../operation.ts'
import type { CallOptions, CompanyCallOptions, Translated } from '../options.ts'
import { type FileToken, fileToken } from '../rows/document.ts'
import type { FileTokenRead, MailData } from '../types/documents.ts'
import type { FieldNames, Gets, ListOptions, Lists, OwnRow, Selecting } from './records.ts'

/** How the wire names a kind of document. */
export interface KindNames {
  /** Begins the names of its operations: `invoice`. */
  readonly apiCode: string
  /** Names its list: `invoices`. */
  readonly plural: string
  /** Begins the names of its types: `Invoice`. */
  readonly type: string
}

const byId = { ...company, documentId: 'Int!' }

/** Reading the documents of a kind. */
export function documentReads({ apiCode, plural, type }: KindNames, entity: Entity) {
  return {
    list: list(plural, entity, { ...company, options: `${type}Options` }),
    get: one(apiCode, entity, { ...byId, options: `${type}OptionsSingle` }),
  }
}

export function documentCreate({ apiCode, type }: KindNames, entity: Entity) {
  return write('create', `${apiCode}Create`, entity, { ...company, data: `${type}Insert!` })
}

export function documentUpdate({ apiCode, type }: KindNames, entity: Entity) {
  return write('update', `${apiCode}Update`, entity, { ...company, data: `${type}Update!` })
}

export function documentFile({ apiCode }: KindNames) {
  return {
    getPdf: act(`${apiCode}GetPDF`, byId),
    getPdfToken: one(`${apiCode}GetPDFToken`, fileToken, { documentId: 'Int!' }),
  }
}

export function documentMail({ apiCode }: KindNames) {
  return act(`${apiCode}SendMail`, { ...company, documents: '[Int]!', mailData: 'MailData' })
}

export function documentNullify({ apiCode }: KindNames, entity: Entity) {
  return write('act', `${apiCode}Nullify`, entity, { ...byId, nullifiedReason: 'String' })
}

/** Everything that a kind of document has on both platforms. */
export function documentOperations(names: KindNames, entity: Entity) {
  return {
    ...documentReads(names, entity),
    create: documentCreate(names, entity),
    update: documentUpdate(names, entity),
    ...documentFile(names),
    sendMail: documentMail(names),
  }
}

/** Documents of a kind that can be listed and read. */
export interface DocumentReads<Row, T, F extends FieldNames>
  extends Lists<Row, T, ListOptions<F>>,
    Gets<Row, T, number, CompanyCallOptions & Translated> {}

/** The printed form of documents. What takes several calls is `documentPdf`. */
export interface DocumentFiles {
  /** Asks Moloni to make the PDF of a closed document, which takes some seconds. `RefusedError` for drafts. */
  getPdf(documentId: number, options?: CompanyCallOptions): Promise<true>
  /** The key to the PDF once it is there. Before that an error, mostly a `RefusedError` `not_ready`. */
  getPdfToken(documentId: number, options?: CallOptions & OwnRow): Promise<FileToken>
  getPdfToken<S extends z.core.$ZodType>(
    documentId: number,
    options: CallOptions & Selecting<S, FileTokenRead>,
  ): Promise<z.output<S>>
}

/** E-mailing documents. */
export interface DocumentMails {
  /** E-mails closed documents. An empty message uses Moloni's own text. `RefusedError` when Moloni says no. */
  sendMail(
    mail: { documents: readonly number[]; mailData: MailData },
    options?: CompanyCallOptions,
  ): Promise<true>
}

/** Voiding documents on Moloni ON. */
export interface NullifiesOnOn<Row, T> {
  /**
   * Voids a closed document; Portuguese companies have to give a reason. `RefusedError` `in_use` while a receipt
   * pays it.
   *
   * @experimental Seen on Moloni ON only.
   */
  nullify(
    document: { documentId: number; nullifiedReason?: string | undefined },
    options?: CompanyCallOptions & OwnRow,
  ): Promise<Row>
  nullify<S extends z.core.$ZodType>(
    document: { documentId: number; nullifiedReason?: string | undefined },
    options: CompanyCallOptions & Selecting<S, T>,
  ): Promise<z.output<S>>
}
