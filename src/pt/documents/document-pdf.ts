import { ContractError } from '../../errors/index.ts'
import { type Download, type DownloadParts, download, type Fetch } from '../../http/index.ts'
import { type Clock, systemClock } from '../../internal/clock.ts'
import { isPdf, isWholePdf, latin } from '../../internal/pdf.ts'
import type { CallOptions } from '../caller.ts'
import type { PtGroups } from '../groups/index.ts'
import type { DocumentRef } from './document-group.ts'

/** How a file is fetched. */
export interface PdfOptions extends CallOptions {
  /** Default the platform's `fetch`. It must show and send cookies, which browsers do not allow. */
  fetch?: Fetch | undefined
  /** Milliseconds for each step, body included. Default 30,000; `false` for no limit. */
  timeout?: number | false | undefined
  clock?: Clock | undefined
}

/** The printed form of a document. */
export interface DocumentPdf {
  /** Moloni's link, which opens a web page in a browser. Whoever has it can read the document. */
  readonly url: string
  readonly bytes: Uint8Array
  readonly fileName: string
}

/**
 * The PDF of a closed document. Moloni's link is a web page that names the file and sets cookies for it; this opens
 * the page, takes the file and looks whether it is a whole PDF. The login is not sent to the page.
 *
 * Errors: those of `documents.getPDFLink` (`RefusedError` or `NotFoundError` for drafts); `HttpError`, `NetworkError`,
 * `TimeoutError`; `ContractError` `unexpected_answer` when the page has no file or the file is no whole PDF.
 *
 * @example
 * ```ts
 * import { createPtClient, documentPdf } from 'moloni-sdk/pt'
 *
 * const pt = createPtClient({ token: 'an access token', companyId: 1234 })
 * const { bytes, fileName } = await documentPdf(pt, { document_id: 5001 })
 * process.stdout.write(`${fileName}: ${bytes.length} bytes\n`)
 * ```
 */
export async function documentPdf(
  pt: Pick<PtGroups, 'documents'>,
  document: DocumentRef,
  options: PdfOptions = {},
): Promise<DocumentPdf> {
  const { fetch = (request) => globalThis.fetch(request), timeout = 30_000, clock = systemClock } = options
  const { url } = await pt.documents.getPDFLink(document, { signal: options.signal })
  const label = `PDF of document ${document.document_id}`
  const parts = { label, fetch, timeout, clock, signal: options.signal }
  const page = await download(webAddress(url, label), parts)
  const file = isPdf(page.bytes) ? page : await fileBehind(page, parts)
  if (!isWholePdf(file.bytes)) {
    throw noPdf(`${label}: what came is not a whole PDF.`)
  }
  return { url, bytes: file.bytes, fileName: nameOf(file) ?? `${document.document_id}.pdf` }
}

function fileBehind(page: Download, parts: DownloadParts): Promise<Download> {
  const [, link] = /["']([^"']*\baction=getDownload\b[^"']*)["']/.exec(latin(page.bytes)) ?? []
  if (link === undefined) throw noPdf(`${parts.label}: the page behind the link names no file.`)
  const written = link.replaceAll('&amp;', '&')
  const url = URL.canParse(written, page.url.href) ? new URL(written, page.url) : undefined
  if (url?.origin !== page.url.origin) throw noPdf(`${parts.label}: the page names a file somewhere else.`)
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])
  return download(url, cookies.length > 0 ? { ...parts, headers: { cookie: cookies.join('; ') } } : parts)
}

function webAddress(link: string, label: string): URL {
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url
  throw noPdf(`${label}: the link is no web address.`)
}

/** The name in the answer, without folders. */
function nameOf({ headers }: Download): string | undefined {
  const [, name = ''] = /filename="?([^";]+)"?/i.exec(headers.get('content-disposition') ?? '') ?? []
  const last = name.split(/[/\\]/).at(-1)?.trim()
  return last === '' ? undefined : last
}

function noPdf(message: string): ContractError {
  return new ContractError(message, 'unexpected_answer', [], {
    hint: 'Open the link in a browser to see what Moloni shows.',
  })
}
