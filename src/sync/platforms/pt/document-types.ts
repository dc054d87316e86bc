import type { MadeKind } from '../../../domain/index.ts'
import type { PtClient } from '../../../pt/index.ts'
import type { CallOptions } from '../platform.ts'
import { readOnce } from '../read-once.ts'
import { plainName } from '../service-sheet-types.ts'

/** Moloni's document types of the kinds whose numbers are published. */
const PUBLISHED: Partial<Record<MadeKind, number>> = {
  invoice: 1,
  creditNote: 3,
  invoiceReceipt: 27,
  purchaseOrder: 28,
}
/** Names of the others in Moloni's own list, without case and accents. */
const NAMES: Partial<Record<MadeKind, string>> = { internalDocument: 'documento interno' }
const PORTUGUESE = 1

/** Kinds by Moloni's number of the document type. */
export type KindsByType = ReadonlyMap<number, MadeKind>

/** The numbers that are needed to tell documents of a kind, those of service sheets given; the account is asked for those that nobody published. */
export function documentTypes(
  pt: Pick<PtClient, 'documents'>,
  sheetTypes: readonly number[],
): (kind: MadeKind, options: CallOptions) => Promise<KindsByType> {
  const published: KindsByType = new Map([
    ...entriesOf(PUBLISHED).map(([kind, type]) => [type, kind] as const),
    ...sheetTypes.map((type) => [type, 'serviceSheet'] as const),
  ])
  const all = readOnce(async (options): Promise<KindsByType> => {
    const known = new Map(published)
    for (const { id, name } of await allDocumentTypes(pt, options)) {
      const kind = entriesOf(NAMES).find(([, wanted]) => wanted === plainName(name))?.[0]
      if (kind) known.set(id, kind)
    }
    return known
  })

  return async (kind, options) => {
    if (PUBLISHED[kind] !== undefined || kind === 'serviceSheet') return published
    return all(options)
  }
}

/** The types of documents that the account lists, under their Portuguese names. */
export async function allDocumentTypes(
  pt: Pick<PtClient, 'documents'>,
  { signal }: CallOptions,
): Promise<{ id: number; name: string }[]> {
  const types = await pt.documents.getAllDocumentTypes({ language_id: PORTUGUESE }, { signal })
  return types.map(({ document_type_id, name, titulo }) => ({
    id: document_type_id,
    name: name ?? titulo ?? '',
  }))
}

// Object.entries widens the keys; the tables above name kinds only.
const entriesOf = <V>(table: Partial<Record<MadeKind, V>>) => Object.entries(table) as [MadeKind, V][]
