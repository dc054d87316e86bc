import type { Issue } from '../../domain/index.ts'
import { addDays } from '../../mappers/index.ts'
import type { FoundDocument, SearchQuery } from '../platforms/platform.ts'
import { today } from '../today.ts'
import { claimKey, living } from './adopt.ts'
import type { ExportRun, LedgerEntry } from './export-run.ts'
import { isOurReference } from './identity.ts'

/** What a look for our own document found. */
export interface Look {
  /** Documents that carry our key, annulled ones included. */
  readonly documents: readonly FoundDocument[]
  /** False when more may exist than the look could see. */
  readonly certain: boolean
}

const lookupKey = (run: ExportRun, { value }: LedgerEntry) => `${run.work.scope}/${value.kind}`

/**
 * Looks for the entry's document by our key. Every row is compared again by us: kind and exact text. The
 * first time that the server's filter finds a document which we know, it is proven for this account.
 */
export async function look(run: ExportRun, entry: LedgerEntry): Promise<Look> {
  const field = run.work.platform.referenceField(entry.value.kind)
  const proven = await searchProven(run, entry)
  const found = await search(run, entry, { field, text: entry.value.reference, filterProven: proven })
  const own = found.documents.some(({ documentId }) => documentId === entry.value.documentId)
  if (found.honoured && own && !proven) await recordProof(run, entry)
  return found
}

/** Documents that the 2018 connector made for the work order, where the setting says to look for them. */
export async function lookForOld(run: ExportRun, entry: LedgerEntry): Promise<readonly FoundDocument[]> {
  if (!run.work.settings.exports.stopAtOldDocuments) return []
  const text = entry.value.workOrder.number
  return (await search(run, entry, { field: 'your_reference', text, filterProven: true })).documents
}

/**
 * A reason to doubt that the ledger knows everything that was made: a document with a key of ours that no record claims. A
 * collective document cannot be found by the work orders that it is for, so none is made while there is such a doubt.
 */
export async function unknownOfOurs(run: ExportRun, { value }: LedgerEntry): Promise<Issue | undefined> {
  if (value.statedNew) return undefined
  const { platform, records, settings, signal } = run.work
  const days = (value.members ?? []).flatMap(({ workOrder: { workDate } }) => workDate ?? [])
  const [from = today(value.createdAt, settings.timeZone)] = days.sort()
  const { documents, certain } = await platform.recent({ kind: value.kind, from }, { signal })
  const doubt = { code: 'ledger_incomplete', severity: 'error' as const }
  if (!certain) return doubt
  const field = platform.referenceField(value.kind) === 'our_reference' ? 'ourReference' : 'yourReference'
  for (const document of living(documents)) {
    if (!isOurReference(document[field])) continue
    const claim = await records.documentClaims.get(claimKey(run, document.documentId))
    if (!claim) return { ...doubt, details: { documentId: document.documentId } }
  }
  return undefined
}

async function search(
  run: ExportRun,
  { value }: LedgerEntry,
  query: Pick<SearchQuery, 'field' | 'text' | 'filterProven'>,
) {
  const { platform, settings, signal } = run.work
  const made = today(value.createdAt, settings.timeZone)
  const planned = value.plan?.date ?? made
  const [earliest = made] = [planned, made].sort()
  const from = addDays(earliest, -1)
  const found = await platform.search({ ...query, kind: value.kind, from }, { signal })
  const text = query.field === 'our_reference' ? 'ourReference' : 'yourReference'
  return {
    ...found,
    documents: found.documents.filter((row) => row.kind === value.kind && row[text] === query.text),
  }
}

/** Whether the search has been seen to find a document that we made. */
export async function searchProven(run: ExportRun, entry: LedgerEntry): Promise<boolean> {
  return (await run.work.records.lookups.get(lookupKey(run, entry)))?.value.proven ?? false
}

async function recordProof(run: ExportRun, entry: LedgerEntry): Promise<void> {
  await run.work.records.lookups.put({
    key: lookupKey(run, entry),
    expected: 'any',
    value: { proven: true, at: run.work.clock.now() },
  })
}
