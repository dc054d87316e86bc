import type { JsonObject } from '../../http/json.ts'
import { type Methods, pick } from '../method.ts'
import { countryOf, pointedAt } from './relations.ts'
import { tableGroup } from './table-group.ts'

const shownFields = [
  'template_id name business_name email address city zip_code country_id phone fax website notes',
  'documents_footnote email_sender_name email_sender_address image',
].flatMap((line) => line.split(' '))

/** A template without what hangs on it. */
export function presentTemplate(row: JsonObject): JsonObject {
  return pick(row, shownFields)
}

/** Letterheads that series print. */
export const identificationTemplateMethods: Methods = tableGroup({
  group: 'identificationTemplates',
  table: 'identificationTemplates',
  id: 'template_id',
  fields: {
    name: 'text!',
    business_name: 'text!',
    email: 'email!',
    address: 'text!',
    city: 'text!',
    zip_code: 'text!',
    country_id: 'id! ref=countries',
    phone: 'text',
    fax: 'text',
    website: 'url',
    notes: 'text',
    documents_footnote: 'text',
    email_sender_name: 'text!',
    email_sender_address: 'text!',
  },
  defaults: { image: '' },
  present: (row) => ({
    ...presentTemplate(row),
    country: { ...countryOf(row.country_id), image: '' },
  }),
  presentDelta: presentTemplate,
  inUse: (company, id) => pointedAt(company, 'template_id', id, ['documentSets']),
})
