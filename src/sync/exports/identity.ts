import type { WorkOrder } from '../../domain/index.ts'
import { contentHash, sha256 } from '../../internal/hash.ts'
import { keyPart } from '../records/keys.ts'
import type { Work } from '../work.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/**
 * What documents of work orders are made for. The kind of document is no part of it: a rule that changes must not make
 * a second document of another kind.
 */
const PURPOSE = 'billing'

/** Where the export of a work order is kept. */
export async function ledgerKey(work: Work, workOrderKey: string): Promise<string> {
  return `export/${work.scope}/${PURPOSE}/${await keyPart(workOrderKey)}`
}

/** Where a collective document is kept. */
export const groupKey = (work: Work, id: string) => `export/${work.scope}/collective/${id}`

/** Where the credit note is kept that takes a document back. */
export async function creditNoteKey(work: Work, documentId: number): Promise<string> {
  return `export/${work.scope}/creditNote/${documentId}`
}

/** What our keys look like. */
export const isOurReference = (text: string) => /^WO-[0-9A-HJKMNP-TV-Z]{16}$/.test(text)

/** Our key on the document: a digest that only this work order, purpose and company give. */
export async function referenceOf(key: string): Promise<string> {
  const bytes = (await sha256(key)).match(/../g) ?? []
  return `WO-${bytes
    .slice(0, LENGTH)
    .map((byte) => ALPHABET[Number.parseInt(byte, 16) % ALPHABET.length])
    .join('')}`
}

/** Hash of what is billed; the host's own states and internal texts do not count. */
export function fingerprintOf(workOrder: WorkOrder): Promise<string> {
  const { status, workStatus, archived, pdfUrl, internalDescription, comment, ...billed } = workOrder
  return contentHash(billed)
}
