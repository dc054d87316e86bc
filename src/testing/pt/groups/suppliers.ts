import type { JsonObject } from '../../http/json.ts'
import { type Methods, pick } from '../method.ts'
import { contactFields, partyProblems, partySearches } from './parties.ts'
import { countryOf, languageOf, related } from './relations.ts'
import { tableGroup } from './table-group.ts'

const { Email: _unknownToSuppliers, ...searches } = partySearches

const shownFields = [
  'supplier_id number name vat address city zip_code country_id email website phone fax contact_name',
  'contact_email contact_phone notes discount credit_limit qty_copies_document maturity_date_id field_notes',
  'language_id payment_method_id delivery_method_id',
].flatMap((line) => line.split(' '))

/** No recording shows a supplier: its country follows the page, which calls the name `country`. */
function documentedCountry(id: unknown): JsonObject | undefined {
  const { name, ...country } = countryOf(id) ?? {}
  return name === undefined ? undefined : { ...country, country: name }
}

function documentedLanguage(id: unknown): JsonObject | undefined {
  const { title, ...language } = languageOf(id) ?? {}
  return title === undefined ? undefined : { ...language, name: title }
}

export const supplierMethods: Methods = tableGroup({
  group: 'suppliers',
  table: 'suppliers',
  id: 'supplier_id',
  fields: {
    vat: 'text!',
    number: 'text! max=20',
    name: 'text!',
    language_id: 'id!',
    address: 'text!',
    zip_code: 'text',
    city: 'text!',
    country_id: 'id! ref=countries',
    ...contactFields,
    contact_name: 'text',
    contact_email: 'text',
    contact_phone: 'text',
    notes: 'text',
    maturity_date_id: 'int! ref=maturityDates',
    discount: 'num >=0 <=100',
    credit_limit: 'num',
    qty_copies_document: 'int!',
    payment_method_id: 'int! ref=paymentMethods',
    delivery_method_id: 'int ref=deliveryMethods',
    field_notes: 'text',
  },
  present: (row, company) => ({
    ...pick(row, shownFields),
    country: documentedCountry(row.country_id),
    language: documentedLanguage(row.language_id),
    maturity_date: related(company, 'maturityDates', 'maturity_date_id', row.maturity_date_id, [
      'name',
      'days',
      'associated_discount',
    ]),
    payment_method: related(company, 'paymentMethods', 'payment_method_id', row.payment_method_id, ['name']),
    delivery_method: related(company, 'deliveryMethods', 'delivery_method_id', row.delivery_method_id, [
      'name',
    ]),
  }),
  paged: true,
  single: true,
  searches,
  problems: partyProblems('suppliers', 'supplier_id'),
  inUse: (company, id) =>
    company.documents.some((row) => row.supplier_id === id) ||
    company.products.some((row) => JSON.stringify(row.suppliers ?? []).includes(`"supplier_id":${id},`)),
})
