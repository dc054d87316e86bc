import type { JsonObject } from '../../http/json.ts'
import { type Methods, pick, read, rows } from '../method.ts'
import type { CompanyState, Row } from '../state.ts'
import type { Fields } from '../validation/rules.ts'
import { addressesOf } from './alternate-addresses.ts'
import { contactFields, partyProblems, partySearches } from './parties.ts'
import { countryOf, pointedAt, related } from './relations.ts'
import { tableGroup } from './table-group.ts'

const customerFields: Fields = {
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
  contact_email: 'email',
  contact_phone: 'text',
  notes: 'text',
  salesman_id: 'int! ref=salesmen',
  price_class_id: 'int',
  maturity_date_id: 'int! ref=maturityDates',
  payment_day: 'int!',
  discount: 'num! >=0 <=100',
  credit_limit: 'num!',
  copies: { rows: { document_type_id: 'id!', copies: 'int!' } },
  payment_method_id: 'int! ref=paymentMethods',
  delivery_method_id: 'int! ref=deliveryMethods',
  field_notes: 'text',
  qty_copies_document: 'int',
}

const shownFields = [
  'email website fax customer_id visibility_id salesman_id number name vat address city zip_code country_id',
  'phone contact_name contact_email contact_phone notes discount credit_limit qty_copies_document',
  'maturity_date_id payment_day field_notes language_id payment_method_id delivery_method_id price_class_id',
  'document_set_id geographic_zone_id exemption_reason print_document_notes',
].flatMap((line) => line.split(' '))

/** A customer as the API shows it. */
function presentCustomer(row: Row, company: CompanyState): JsonObject {
  return {
    ...pick(row, shownFields),
    country: countryOf(row.country_id),
    maturity_date: related(company, 'maturityDates', 'maturity_date_id', row.maturity_date_id, [
      'name',
      'days',
      'associated_discount',
    ]),
    payment_method: related(company, 'paymentMethods', 'payment_method_id', row.payment_method_id, ['name']),
    delivery_method: related(company, 'deliveryMethods', 'delivery_method_id', row.delivery_method_id, [
      'name',
    ]),
    salesman: related(company, 'salesmen', 'salesman_id', row.salesman_id, [
      'number',
      'name',
      'base_commission',
    ]),
    price_class: related(company, 'priceClasses', 'price_class_id', row.price_class_id, ['title']),
    alternate_addresses: addressesOf(company, row.customer_id),
    associated_taxes: row.associated_taxes ?? [],
  }
}

const customers = tableGroup({
  group: 'customers',
  table: 'customers',
  id: 'customer_id',
  fields: customerFields,
  optionalOnUpdate: ['salesman_id', 'payment_day', 'discount', 'credit_limit', 'delivery_method_id'],
  defaults: {
    visibility_id: 1,
    qty_copies_document: null,
    document_set_id: 0,
    geographic_zone_id: 0,
    exemption_reason: '',
    print_document_notes: 0,
    associated_taxes: [],
  },
  present: presentCustomer,
  presentOne: (row, company) => ({ ...presentCustomer(row, company), copies: rows(row, 'copies') }),
  paged: true,
  single: true,
  searches: partySearches,
  problems: partyProblems('customers', 'customer_id'),
  frozen: ['vat', 'number'],
  inUse: (company, id) => pointedAt(company, 'customer_id', id, ['documents']),
  removed: (company, gone) => {
    const kept = company.alternateAddresses.filter(({ customer_id }) => customer_id !== gone.customer_id)
    company.alternateAddresses = kept
  },
})

/** The highest number that is only digits; empty when there is none. */
function lastNumber(company: CompanyState): string {
  const numbers = company.customers.map((row) => String(row.number)).filter((number) => /^\d+$/.test(number))
  return numbers.reduce((last, number) => (last === '' || Number(number) > Number(last) ? number : last), '')
}

export const customerMethods: Methods = {
  ...customers,
  'customers/getLastNumber': read({}, ({ company }) => ({ number: lastNumber(company) })),
  'customers/getNextNumber': read({}, ({ company, behaviour }) => {
    const last = lastNumber(company)
    const next = String(Number(last) + 1).padStart(last.length, '0')
    return { number: behaviour.nextCustomerNumber ?? next }
  }),
}
