import { type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import { int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

/** What a template shows wherever it appears. */
export const templateFields = {
  name: text,
  business_name: text,
  email: text,
  address: text,
  city: text,
  zip_code: text,
  country_id: int,
  phone: text,
  fax: text,
  website: text,
  notes: text,
  documents_footnote: text,
  email_sender_name: text,
  email_sender_address: text,
  image: text,
}

const template = lazy(() =>
  row(
    { template_id: int },
    {
      ...templateFields,
      country: row({}, { country_id: int, name: text, iso_3166_1: text, image: text }),
    },
  ),
)

/** How a company shows itself on documents. */
export interface IdentificationTemplate extends OutOf<typeof template> {}

const required = {
  name: text,
  business_name: text,
  email: text,
  address: text,
  city: text,
  zip_code: text,
  country_id: int,
  email_sender_name: text,
  email_sender_address: text,
}
const sometimes = { phone: text, fax: text, website: text, notes: text, documents_footnote: text }

/** The fields of a template. */
export interface IdentificationTemplateFields extends Out<typeof required, typeof sometimes> {}

export const identificationTemplatesEndpoints = settingsEndpoints(
  template,
  'template_id',
  required,
  sometimes,
)

/** Templates of identification. Pages: https://www.moloni.pt/dev/settings/identification-templates/ */
export interface IdentificationTemplatesApi
  extends SettingsApi<IdentificationTemplate, 'template_id', IdentificationTemplateFields> {}
