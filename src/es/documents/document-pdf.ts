import { ContractError, isError, TimeoutError, UsageError } from '../../errors/index.ts'
import { type DownloadParts, download, type Fetch } from '../../http/index.ts'
import { type Clock, systemClock } from '../../internal/clock.ts'
import { isWholePdf } from '../../internal/pdf.ts'
import type { EsGroups } from '../groups/index.ts'
import type { CallOptions } from '../options.ts'
import type { FileToken } from '../rows/document.ts'

/** The kinds of documents that can be printed, under the names of their groups. */
export type DocumentGroup =
  | 'billsOfLading'
  | 'creditNotes'
  | 'estimates'
  | 'invoiceReceipts'
  | 'invoices'
  | 'proFormaInvoices'
  | 'purchaseOrders'
  | 'receipts'
  | 'simplifiedInvoices'

/** One document of a known kind. */
export interface DocumentOfGroup {
  group: DocumentGroup
  documentId: number
  /** Default the client's. */
  companyId?: number | undefined
}

/** How a file is waited for and fetched. */
export interface PdfOptions extends CallOptions {
  /** Milliseconds for all of it. Default 60,000; Moloni takes 2 to 10 seconds to make a file. */
  deadline?: number | undefined
  /** Milliseconds between two looks whether the file is there. Default 1,500. */
  pause?: number | undefined
  /** Another host of files in place of `https://mediaapi.moloni.org`, for example an emulator's address. */
  mediaUrl?: string | URL | undefined
  /** Default the platform's `fetch`. */
  fetch?: Fetch | undefined
  /** Milliseconds for the download. Default 30,000; `false` for no limit. */
  timeout?: number | false | undefined
  clock?: Clock | undefined
}

/** The printed form of a document. */
export interface DocumentPdf {
  readonly bytes: Uint8Array
  readonly fileName: string
}

/**
 * The PDF of a closed document: asks Moloni to make it, looks again and again whether it is there, and takes it with a
 * key that lives for seconds. The login is not sent to the host of files. Looks whether it is a whole PDF.
 *
 * Errors: those of `getPdf` (`RefusedError` for drafts); `TimeoutError` when the file does not come in time;
 * `HttpError`, `NetworkError`; `ContractError` `unexpected_answer` when what comes is no whole PDF.
 *
 * @example
 * ```ts
 * import { createEsClient, documentPdf } from 'moloni-sdk/es'
 *
 * const es = createEsClient({ token: 'an access token', companyId: 1234 })
 * const { bytes, fileName } = await documentPdf(es, { group: 'invoices', documentId: 5001 })
 * process.stdout.write(`${fileName}: ${bytes.length} bytes\n`)
 * ```
 */
export async function documentPdf(
  es: Pick<EsGroups, DocumentGroup>,
  document: DocumentOfGroup,
  options: PdfOptions = {},
): Promise<DocumentPdf> {
  const { deadline = 60_000, pause = 1_500, timeout = 30_000, clock = systemClock, signal } = options
  const { fetch = (request: Request) => globalThis.fetch(request) } = options
  const media = mediaHost(options.mediaUrl ?? 'https://mediaapi.moloni.org')
  const label = `PDF of document ${document.documentId}`
  const end = clock.now() + deadline
  await request(es, document, signal)
  for (;;) {
    const file = await fileIfReady(es, document, media, { label, fetch, clock, timeout, signal })
    if (file) return file
    if (clock.now() + pause > end) {
      throw new TimeoutError(`${label}: Moloni did not finish it within ${deadline} ms.`, deadline, {
        hint: 'Ask for it again later.',
      })
    }
    await clock.sleep(pause, signal)
  }
}

/** A refusal counts unless the file was asked for before: then it is there, or being made. */
async function request(
  es: Pick<EsGroups, DocumentGroup>,
  { group, documentId, companyId }: DocumentOfGroup,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await es[group].getPdf(documentId, { companyId, signal })
  } catch (error) {
    if (!isError(error, 'RefusedError')) throw error
    const { pdfExport } = await es[group].get(documentId, { companyId, signal })
    if (pdfExport === null) throw error
  }
}

async function fileIfReady(
  es: Pick<EsGroups, DocumentGroup>,
  { group, documentId }: DocumentOfGroup,
  media: URL,
  parts: DownloadParts,
): Promise<DocumentPdf | undefined> {
  try {
    const token = await es[group].getPdfToken(documentId, { signal: parts.signal })
    const { bytes } = await download(addressOf(token, media, parts.label), parts)
    if (isWholePdf(bytes)) return { bytes, fileName: token.filename || `${documentId}.pdf` }
  } catch (error) {
    if (isNotYet(error)) return undefined
    throw error
  }
  throw new ContractError(`${parts.label}: what came is not a whole PDF.`, 'unexpected_answer', [], {
    hint: 'Ask for it again later.',
  })
}

/** There is no key yet, or it died on the way to the file. */
function isNotYet(error: unknown): boolean {
  if (isError(error, 'HttpError')) return [401, 403, 404].includes(error.status)
  return (
    isError(error, 'RefusedError') || isError(error, 'NotFoundError') || isError(error, 'ValidationError')
  )
}

function addressOf({ path, token }: FileToken, media: URL, label: string): URL {
  const url = URL.canParse(path, media.href) ? new URL(path, media) : undefined
  if (url?.origin !== media.origin) {
    throw new ContractError(`${label}: the key is for a file somewhere else.`, 'unexpected_answer', ['path'])
  }
  url.searchParams.set('jwt', token)
  return url
}

function mediaHost(address: string | URL): URL {
  const url = URL.canParse(String(address)) ? new URL(address) : undefined
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url
  throw new UsageError('The option mediaUrl must be an http(s) address.', { code: 'invalid_option' })
}
