import type { DocumentKind } from './kind.ts'
import { migratedKinds } from './migrated.ts'
import { saleKinds } from './sales.ts'
import { settlementKinds } from './settlements.ts'
import { supplierKinds } from './suppliers.ts'

/**
 * Every kind of document. Type ids of invoices, receipts, credit notes, pro formas, estimates and invoice-receipts are
 * Moloni's; nobody published the others, which are the emulator's own.
 */
export const documentKinds: readonly DocumentKind[] = [
  ...saleKinds,
  ...settlementKinds,
  ...supplierKinds,
  ...migratedKinds,
]

const byCode = new Map(documentKinds.map((kind) => [kind.apiCode, kind]))
const byId = new Map(documentKinds.map((kind) => [kind.typeId, kind]))

export function kindNamed(apiCode: string): DocumentKind | undefined {
  return byCode.get(apiCode)
}

/** The kind of a type id; undefined for an unknown one. */
export function kindOf(typeId: unknown): DocumentKind | undefined {
  return byId.get(Number(typeId))
}

/** Whether a document of one kind is made from one of the other. */
export function isSource(kind: DocumentKind, source: DocumentKind): boolean {
  return kind.sources?.includes(source.apiCode) ?? false
}

/** Its object type in the schema. */
export function typeNameOf({ apiCode }: DocumentKind): string {
  return `${apiCode.slice(0, 1).toUpperCase()}${apiCode.slice(1)}Read`
}
