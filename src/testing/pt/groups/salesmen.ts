import { type Methods, pick } from '../method.ts'
import { contactFields, partyProblems, partySearches } from './parties.ts'
import { pointedAt } from './relations.ts'
import { tableGroup } from './table-group.ts'

export const salesmanMethods: Methods = tableGroup({
  group: 'salesmen',
  table: 'salesmen',
  id: 'salesman_id',
  fields: {
    vat: 'text!',
    number: 'text! max=20',
    name: 'text!',
    base_commission: 'num!',
    language_id: 'id!',
    qty_copies_document: 'int!',
    notes: 'text',
    address: 'text',
    zip_code: 'text',
    city: 'text!',
    country_id: 'id! ref=countries',
    ...contactFields,
  },
  present: (row) => ({
    ...pick(row, [
      ...'email website fax salesman_id number name vat address city country_id phone notes'.split(' '),
      ...['base_commission', 'qty_copies_document', 'language_id'],
    ]),
    zip_code: row.zip_code || '0000-000',
  }),
  single: true,
  searches: partySearches,
  without: ['countByEmail'],
  problems: partyProblems('salesmen', 'salesman_id'),
  inUse: (company, id) => pointedAt(company, 'salesman_id', id, ['documents', 'customers']),
})
