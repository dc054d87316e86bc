import type { JsonObject } from '../../http/json.ts'
import { documentGroups } from '../documents/types.ts'
import { type CompanyCall, type Methods, num, refused, text, write } from '../method.ts'
import { findRow, takeId } from '../state.ts'
import { seriesCode } from './document-sets.ts'

/** Registers a series with the tax authority for one document type. */
function communicateSeries({ company, state, values, now }: CompanyCall): JsonObject {
  const series = findRow(company.documentSets, 'document_set_id', num(values, 'document_set_id'))
  if (!series) return refused
  const codes = Array.isArray(series.at_codes) ? series.at_codes : []
  const id = takeId(state)
  codes.push({
    id,
    document_type_id: num(values, 'document_type_id'),
    code: text(values, 'document_set_at_code') || madeUpCode(id),
    initial_num: num(values, 'initial_num') || 1,
    initial_date: text(values, 'initial_date').slice(0, 10),
    at: now,
  })
  series.at_codes = codes
  return { valid: 1 }
}

const madeUpCode = (id: number) => `AT${id.toString(36).toUpperCase().padStart(6, '0')}`

/** Registers series for every type that lacks a code; only where the company communicates by itself. */
function communicateAll({ company, state, values, now }: CompanyCall): JsonObject {
  const wanted = Array.isArray(values.document_set_id) ? values.document_set_id : []
  const found = company.documentSets.filter((row) => wanted.includes(num(row, 'document_set_id')))
  if (!company.automaticCommunication || found.length < wanted.length) return refused
  for (const series of found) {
    const missing = documentGroups.filter(
      ({ typeId, supplier }) => !supplier && seriesCode(series, typeId) === undefined,
    )
    const codes = missing.map(({ typeId }) => {
      const id = takeId(state)
      return { id, document_type_id: typeId, code: madeUpCode(id), initial_num: 1, initial_date: '', at: now }
    })
    series.at_codes = [...(Array.isArray(series.at_codes) ? series.at_codes : []), ...codes]
  }
  return { valid: 1 }
}

/** Communicating series to the tax authority. */
export const seriesCodeMethods: Methods = {
  'documentSets/ATInsertCode': write(
    {
      document_set_id: 'id!',
      document_type_id: 'id!',
      document_set_at_code: 'text',
      initial_num: 'int',
      initial_date: 'date',
    },
    communicateSeries,
  ),
  'documentSets/ATInsertCodeBulk': write({ document_set_id: 'ids!' }, communicateAll),
}
