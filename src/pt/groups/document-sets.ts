import type { CallOptions } from '../caller.ts'
import { company, type Done, done, write } from '../endpoint.ts'
import { type InCompany, type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import {
  anything,
  array,
  date,
  datetime,
  flag,
  int,
  lazy,
  nullable,
  type Out,
  type OutOf,
  row,
  text,
} from '../schema.ts'
import { templateFields } from './identification-templates.ts'

const log = lazy(() =>
  row(
    {},
    {
      document_set_wsat_logs_id: int,
      document_set_wsat_id: int,
      action: int,
      processing_mode: int,
      valid_document_set_at_code: int,
      result_code: int,
      result_msg: text,
      document_set_state: int,
      created_at: datetime,
      created_by: text,
    },
  ),
)

const atCode = lazy(() =>
  row(
    {},
    {
      document_set_wsat_id: int,
      document_set_id: int,
      document_type_id: int,
      initial_num: int,
      initial_date: datetime,
      document_set_state: int,
      end_num: nullable(anything),
      document_set_at_code: text,
      new_document_set: int,
      can_be_nulled: int,
      last_log: log,
    },
  ),
)

const template = lazy(() => row({}, { template_id: int, ...templateFields }))

const documentSet = lazy(() =>
  row(
    { document_set_id: int, name: text },
    {
      cash_vat_scheme_indicator: int,
      active_by_default: int,
      template_id: int,
      img_gr_1: text,
      image: text,
      for_invoice_receipt: int,
      is_invisible: int,
      eac_id: int,
      eac: row({}, { eac_id: int, description: text }),
      template,
      document_types_numbers: array(
        row({}, { document_set_id: int, document_type_id: int, initial_number: int }),
      ),
      document_set_at_codes: array(atCode),
    },
  ),
)

/**
 * A series of documents. `document_set_at_codes` lists the types of document that the tax authority was told of;
 * one that it was not told of cannot be used.
 */
export interface DocumentSet extends OutOf<typeof documentSet> {}

const required = { name: text }
const sometimes = { cash_vat_scheme_indicator: flag, active_by_default: flag, template_id: int }

/** The fields of a series. Making one the default takes that from the others. */
export interface DocumentSetFields extends Out<typeof required, typeof sometimes> {}

export const documentSetsEndpoints = {
  ...settingsEndpoints(documentSet, 'document_set_id', required, sometimes),
  ATInsertCode: write(
    'act',
    done,
    { document_set_id: int, document_type_id: int },
    { ...company, document_set_at_code: text, initial_num: int, initial_date: date },
  ),
  ATInsertCodeBulk: write('act', done, { document_set_id: array(int) }, company),
}

/** Series of documents. Pages: https://www.moloni.pt/dev/settings/document-sets/ */
export interface DocumentSetsApi extends SettingsApi<DocumentSet, 'document_set_id', DocumentSetFields> {
  /**
   * Tells the tax authority of a series for one type of document. Code, first number and date are needed when the
   * company has no automatic communication. Page: https://www.moloni.pt/dev/settings/document-sets/atinsertcode/
   */
  ATInsertCode(
    params: InCompany & {
      document_set_id: number
      document_type_id: number
      document_set_at_code?: string | undefined
      initial_num?: number | undefined
      initial_date?: string | undefined
    },
    options?: CallOptions,
  ): Promise<Done>
  /** The same for all types of several series, queued. Page: https://www.moloni.pt/dev/settings/document-sets/atinsertcodebulk/ */
  ATInsertCodeBulk(params: InCompany & { document_set_id: number[] }, options?: CallOptions): Promise<Done>
}
