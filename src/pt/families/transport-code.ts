import type { CallOptions } from '../caller.ts'
import { company, type Done, done, write } from '../endpoint.ts'
import { int, text } from '../schema.ts'
import type { InCompany } from './settings.ts'

/** The endpoint of kinds of documents that go with goods. */
export const transportCodeEndpoints = {
  setTransportCode: write('update', done, { document_id: int, transport_code: text }, company),
}

/** A kind of document that goes with goods. */
export interface WithTransportCode {
  /**
   * Notes the code that the tax authority gave for the transport; `RefusedError` when it cannot be noted.
   * Page: `settransportcode/` of this kind.
   */
  setTransportCode(
    params: InCompany & { document_id: number; transport_code: string },
    options?: CallOptions,
  ): Promise<Done>
}
