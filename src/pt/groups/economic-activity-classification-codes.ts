import type { CallOptions } from '../caller.ts'
import type { Done, Saved } from '../endpoint.ts'
import { type InCompany, type TableApi, tableEndpoints } from '../families/settings.ts'
import { int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const activity = lazy(() => row({ eac_id: int }, { code: text, description: text }))

/** A code of economic activity (CAE). The names of its fields are inferred. */
export interface EconomicActivityCode extends OutOf<typeof activity> {}

const required = { code: text, description: text }

/** The fields of a code of economic activity. */
export interface EconomicActivityCodeFields extends Out<typeof required> {}

export const economicActivityClassificationCodesEndpoints = tableEndpoints(activity, 'eac_id', required, {})

/**
 * Codes of economic activity (CAE), since 1.17.
 * Pages: https://www.moloni.pt/dev/settings/economic-activity-classification-codes/
 */
export interface EconomicActivityClassificationCodesApi
  extends TableApi<EconomicActivityCode, 'eac_id', EconomicActivityCodeFields> {
  /**
   * All codes at once.
   *
   * @experimental Known from client code only.
   */
  getAll(params?: InCompany, options?: CallOptions): Promise<EconomicActivityCode[]>
  /**
   * Adds a code and answers its id.
   *
   * @experimental Known from client code only.
   */
  insert(params: EconomicActivityCodeFields & InCompany, options?: CallOptions): Promise<Saved<'eac_id'>>
  /**
   * Deletes a code; `RefusedError` when it is in use.
   *
   * @experimental Known from client code only.
   */
  delete(params: InCompany & { eac_id: number }, options?: CallOptions): Promise<Done>
}
