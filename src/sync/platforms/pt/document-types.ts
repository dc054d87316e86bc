import type { MadeKind } from '../../../domain/index.ts'
import type { PtClient } from '../../../pt/index.ts'
import type { CallOptions } from '../platform.ts'

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

/** The numbers that are needed to tell documents of a kind; the account is asked for those that nobody published. */
export function documentTypes(
  pt: Pick<PtClient, 'documents'>,
): (kind: MadeKind, options: CallOptions) => Promise<KindsByType> {
  const published: KindsByType = new Map(entriesOf(PUBLISHED).map(([kind, type]) => [type, kind]))
  let all: Promise<KindsByType> | undefined

  async function ask({ signal }: CallOptions): Promise<KindsByType> {
    const types = await pt.documents.getAllDocumentTypes({ language_id: PORTUGUESE }, { signal })
    const known = new Map(published)
    for (const type of types) {
      const name = plain(type.name ?? type.titulo ?? '')
      const kind = entriesOf(NAMES).find(([, wanted]) => wanted === name)?.[0]
      if (kind) known.set(type.document_type_id, kind)
    }
    return known
  }

  return async (kind, options) => {
    if (PUBLISHED[kind] !== undefined) return published
    all ??= ask(options)
    all.catch(() => {
      all = undefined
    })
    return all
  }
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

// Object.entries widens the keys; the tables above name kinds only.
const entriesOf = <V>(table: Partial<Record<MadeKind, V>>) => Object.entries(table) as [MadeKind, V][]
