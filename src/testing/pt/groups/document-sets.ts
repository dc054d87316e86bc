import type { JsonObject } from '../../http/json.ts'
import { dayStart, lisbonDay, lisbonTime } from '../lisbon.ts'
import { num, pick, rows, text } from '../method.ts'
import { type CompanyState, findRow, type Row } from '../state.ts'
import { presentTemplate } from './identification-templates.ts'

/** Types that a series counts separately. */
const countedTypes = [1, 2, 3, 4, ...Array.from({ length: 32 }, (_, index) => index + 6), 47, 74, 75, 76, 77]

const registered = 'Série registada com sucesso.'

/** A series as the API shows it: with every type's first number and its codes of the tax authority. */
export function presentDocumentSet(row: Row, company: CompanyState): JsonObject {
  const { document_set_id } = row
  const activity = findRow(company.economicActivities, 'eac_id', row.eac_id)
  const template = findRow(company.identificationTemplates, 'template_id', row.template_id)
  return {
    ...pick(row, [
      'template_id',
      'cash_vat_scheme_indicator',
      'document_set_id',
      'name',
      'active_by_default',
    ]),
    ...pick(row, ['image', 'for_invoice_receipt', 'is_invisible', 'eac_id']),
    template: template && presentTemplate(template),
    eac: activity && pick(activity, ['eac_id', 'description']),
    document_types_numbers: countedTypes.map((document_type_id) => ({
      document_set_id,
      document_type_id,
      initial_number: seriesStart(row, document_type_id),
    })),
    document_set_at_codes: rows(row, 'at_codes').map((code) => ({
      document_set_wsat_id: num(code, 'id'),
      document_set_id,
      document_type_id: num(code, 'document_type_id'),
      initial_num: num(code, 'initial_num') || 1,
      initial_date: dayStart(text(code, 'initial_date') || lisbonDay(num(code, 'at'))),
      document_set_state: 0,
      end_num: null,
      document_set_at_code: text(code, 'code'),
      new_document_set: 1,
      can_be_nulled: 0,
      last_log: {
        document_set_wsat_logs_id: num(code, 'id'),
        document_set_wsat_id: num(code, 'id'),
        action: 0,
        processing_mode: 0,
        valid_document_set_at_code: 1,
        result_code: 2001,
        result_msg: `${registered} Código de validação: ${text(code, 'code')}`,
        document_set_state: 0,
        created_at: lisbonTime(num(code, 'at')),
        created_by: 'API',
      },
    })),
  }
}

/** The tax authority's code of a series for a type; undefined when it was not communicated. */
export function seriesCode(series: Row, documentTypeId: number): string | undefined {
  const found = rows(series, 'at_codes').find((code) => code.document_type_id === documentTypeId)
  return found && text(found, 'code')
}

/** The first number that the tax authority was told for a type; 1 unless said otherwise. */
export function seriesStart(series: Row, documentTypeId: number): number {
  const found = rows(series, 'at_codes').find((code) => code.document_type_id === documentTypeId)
  return (found && num(found, 'initial_num')) || 1
}
