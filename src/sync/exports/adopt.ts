import type { FoundDocument } from '../platforms/platform.ts'
import { type ExportRun, type LedgerEntry, transition } from './export-run.ts'
import { block, type Stepped } from './outcomes.ts'

/** Documents that count: an annulled one is history. */
export const living = (documents: readonly FoundDocument[]) =>
  documents.filter(({ status }) => status !== 'annulled')

/** Where it is kept whose a document is. */
export const claimKey = (run: ExportRun, documentId: number) => `doc/${run.work.scope}/${documentId}`

/**
 * Takes a document as the entry's own. The claim is written first, so that two exports can never adopt one
 * document; then the ledger remembers its id.
 */
export async function takeDocument(
  run: ExportRun,
  entry: LedgerEntry,
  documentId: number,
  adopted: boolean,
): Stepped {
  const { documentClaims } = run.work.records
  const key = claimKey(run, documentId)
  const claimed = await documentClaims.put({ key, expected: 'absent', value: { ledgerKey: entry.key } })
  if (!claimed && (await documentClaims.get(key))?.value.ledgerKey !== entry.key) {
    return block(run, entry, [{ code: 'document_taken', severity: 'error', details: { documentId } }])
  }
  return transition(run, entry, { state: 'draft', documentId, adopted, tries: 0, looks: 0, issues: [] })
}

/** What a look before making a document means: adopt, stop, or undefined where there is none. */
export function adoptOrStop(
  run: ExportRun,
  entry: LedgerEntry,
  documents: readonly FoundDocument[],
): { readonly next: Stepped } | undefined {
  const alive = living(documents)
  const [only] = alive
  if (only && alive.length === 1) return { next: takeDocument(run, entry, only.documentId, true) }
  if (alive.length > 1) return { next: block(run, entry, [twins(alive)]) }
  const [annulled] = documents
  if (annulled) return { next: block(run, entry, [annulledIssue(annulled.documentId)]) }
  return undefined
}

export function twins(documents: readonly FoundDocument[]) {
  const ids = documents.map(({ documentId }) => documentId).join(', ')
  return { code: 'twin_documents', severity: 'error' as const, details: { documents: ids } }
}

export function annulledIssue(documentId: number) {
  return { code: 'document_annulled', severity: 'error' as const, details: { documentId } }
}

export function oldDocument({ documentId, name }: FoundDocument) {
  const document = name ?? String(documentId)
  return { code: 'old_document', severity: 'error' as const, thing: document, details: { documentId } }
}
