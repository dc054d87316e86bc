import type { Issue } from '../../domain/index.ts'
import { isMoloniError, mayHaveTakenEffect } from '../../errors/index.ts'
import type { DocumentFile } from '../ports/host.ts'
import { type ExportRun, type LedgerEntry, transition } from './export-run.ts'
import { endsRun, pauseAfter } from './outcomes.ts'

/** After so many failures the host is told without the printed document. */
const PDF_TRIES = 3

interface Followed {
  readonly entry: LedgerEntry
  readonly issues: readonly Issue[]
}

const isClosed = ({ value }: LedgerEntry) => value.document?.state === 'closed'

/** The printed document that the settings ask for; undefined while it is tried again later. */
export async function printedDocument(
  run: ExportRun,
  entry: LedgerEntry,
): Promise<(Followed & { readonly pdf?: DocumentFile }) | undefined> {
  const { platform, settings, signal, clock } = run.work
  const { kind, documentId, pdfTries = 0 } = entry.value
  const want = settings.exports.after.pdf
  if (want === 'none' || documentId === undefined || !isClosed(entry)) return { entry, issues: [] }
  try {
    return { entry, issues: [], pdf: await platform.pdf(kind, documentId, want, { signal }) }
  } catch (error) {
    if (endsRun(run, error)) throw error
    const tries = pdfTries + 1
    if (tries >= PDF_TRIES) return { entry, issues: [warning('pdf_missing', error)] }
    await transition(run, entry, { pdfTries: tries, due: clock.now() + pauseAfter(tries) })
    return undefined
  }
}

/**
 * E-mails the document where the settings ask for it, at most once: that it was asked for is written before the call. What
 * goes wrong is a warning; the work order is done all the same. Undefined when somebody else has the entry.
 */
export async function mailOnce(run: ExportRun, entry: LedgerEntry): Promise<Followed | undefined> {
  const { platform, settings, signal } = run.work
  const { kind, documentId, mail, workOrder } = entry.value
  if (!settings.exports.after.mail || documentId === undefined || !isClosed(entry))
    return { entry, issues: [] }
  if (mail === 'asked') return { entry, issues: [{ code: 'mail_unknown', severity: 'warning' }] }
  if (mail !== undefined) return { entry, issues: [] }
  const party = workOrder.billTo?.email ? workOrder.billTo : workOrder.customer
  if (!party.email) {
    return { entry, issues: [{ code: 'no_mail_address', severity: 'warning', thing: workOrder.number }] }
  }
  const to = { name: party.name ?? party.email, email: party.email }
  const asked = await transition(run, entry, { mail: 'asked' })
  if (!asked) return undefined
  try {
    await platform.mail(kind, documentId, to, { signal })
  } catch (error) {
    if (endsRun(run, error)) throw error
    const issue = mayHaveTakenEffect(error)
      ? { code: 'mail_unknown', severity: 'warning' as const }
      : warning('mail_failed', error)
    const failed = await transition(run, asked, { mail: 'failed' })
    return failed && { entry: failed, issues: [issue] }
  }
  const sent = await transition(run, asked, { mail: 'sent' })
  return sent && { entry: sent, issues: [] }
}

function warning(code: string, error: unknown): Issue {
  const cause = isMoloniError(error) ? error.code : 'unexpected'
  return { code, severity: 'warning', details: { cause } }
}
