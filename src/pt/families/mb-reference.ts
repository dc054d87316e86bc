import type { CallOptions } from '../caller.ts'
import { company, write } from '../endpoint.ts'
import { int, lazy, num, type OutOf, row, text } from '../schema.ts'
import type { InCompany } from './settings.ts'

const mbReference = lazy(() => row({ valid: int, entity: text, reference: text, value: text }))

/** A Multibanco payment reference. */
export interface MBReference extends OutOf<typeof mbReference> {}

/** The endpoint of kinds of documents that can be paid by Multibanco. */
export const mbReferenceEndpoints = {
  generateMBReference: write('act', mbReference, { document_id: int, value: num }, company),
}

/** A kind of document that can be paid by Multibanco. */
export interface WithMBReference {
  /**
   * Makes a Multibanco reference for a closed document; `RefusedError` or `ValidationError` without a gateway.
   * Page: `generatembreference/` of this kind.
   */
  generateMBReference(
    params: InCompany & { document_id: number; value: number },
    options?: CallOptions,
  ): Promise<MBReference>
}
