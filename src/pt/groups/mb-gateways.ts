import type { CallOptions } from '../caller.ts'
import { type GlobalTableApi, globalTableEndpoints, type SinceMoment } from '../families/global.ts'
import { int, lazy, type OutOf, row, text } from '../schema.ts'

const gateway = lazy(() =>
  row(
    { gateway_id: int },
    { name: text, slug: text, entity: int, callback: text, show_hash: int, help_faq_id: int },
  ),
)

/** A service that makes Multibanco references. */
export interface MBGateway extends OutOf<typeof gateway> {}

export const mBGatewaysEndpoints = globalTableEndpoints(gateway)

/** Multibanco gateways, since 1.12. Pages: https://www.moloni.pt/dev/global-data/multibanco-gateways/ */
export interface MBGatewaysApi extends GlobalTableApi<MBGateway> {
  /**
   * Gateways changed since a moment.
   *
   * @experimental Known from client code only.
   */
  getModifiedSince(params: SinceMoment, options?: CallOptions): Promise<MBGateway[]>
}
