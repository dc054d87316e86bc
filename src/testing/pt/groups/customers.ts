import type { JsonObject } from '../../http/json.ts'
import { type CompanyCall, type Methods, pick, read } from '../method.ts'
import { isNif } from '../nif.ts'
import type { CompanyState, Row } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import type { Fields } from '../validation/rules.ts'
import { countryOf, pointedAt, related } from './relations.ts'
import { tableGroup } from './table-group.ts'

const contact: Fields = { email: 'email', website: 'url', phone: 'text', fax: 'text' }

const customerFields: Fields = {
  vat: 'text!',
  number: 'text! max=20',
  name: 'text!',
  language_id: 'id!',
  address: 'text!',
  zip_code: 'text',
  city: 'text!',
  country_id: 'id! ref=countries',
  ...contact,
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

const searches = {
  Search: { param: 'search', type: 'text', fields: ['name', 'number', 'vat', 'email'] },
  Vat: { param: 'vat', type: 'text', fields: ['vat'] },
  Number: { param: 'number', type: 'text', fields: ['number'] },
  Name: { param: 'name', type: 'text', fields: ['name'] },
  Email: { param: 'email', type: 'email', fields: ['email'] },
}

const shownFields = [
  'email website fax customer_id visibility_id salesman_id number name vat address city zip_code country_id',
  'phone contact_name contact_email contact_phone notes discount credit_limit qty_copies_document',
  'maturity_date_id payment_day field_notes language_id payment_method_id delivery_method_id price_class_id',
  'document_set_id geographic_zone_id exemption_reason print_document_notes',
].flatMap((line) => line.split(' '))

/** A customer as the API shows it. */
export function presentCustomer(row: Row, company: CompanyState): JsonObject {
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
    alternate_addresses: row.alternate_addresses ?? [],
    associated_taxes: row.associated_taxes ?? [],
  }
}

/** Number unique, Portuguese tax number and postal code right. */
function partyProblems(table: 'customers' | 'salesmen', id: string) {
  return ({ company, values }: CompanyCall, row: Row | undefined): Problem[] => {
    const problems: Problem[] = []
    const taken = company[table].some((other) => other[id] !== row?.[id] && other.number === values.number)
    if (values.number !== undefined && taken) problems.push({ code: 4, field: 'number' })
    const portuguese = (values.country_id ?? row?.country_id) === 1
    if (portuguese && values.vat && !isNif(String(values.vat))) problems.push({ code: 8, field: 'vat' })
    if (portuguese && values.zip_code && !isPostalCode(String(values.zip_code))) {
      problems.push({ code: 7, field: 'zip_code' })
    }
    return problems
  }
}

export function isPostalCode(text: string): boolean {
  return /^\d{4}-\d{3}$/.test(text)
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
    alternate_addresses: [],
    associated_taxes: [],
  },
  present: presentCustomer,
  paged: true,
  single: true,
  searches,
  problems: partyProblems('customers', 'customer_id'),
  frozen: ['vat', 'number'],
  inUse: (company, id) => pointedAt(company, 'customer_id', id, ['documents']),
})

/** The highest number that is only digits; empty when there is none. */
function lastNumber(company: CompanyState): string {
  const numbers = company.customers.map((row) => String(row.number)).filter((number) => /^\d+$/.test(number))
  return numbers.reduce((last, number) => (last === '' || Number(number) > Number(last) ? number : last), '')
}

const salesmen = tableGroup({
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
    ...contact,
  },
  present: (row) => ({
    ...pick(row, [
      ...'email website fax salesman_id number name vat address city country_id phone notes'.split(' '),
      ...['base_commission', 'qty_copies_document', 'language_id'],
    ]),
    zip_code: row.zip_code || '0000-000',
  }),
  single: true,
  searches,
  problems: partyProblems('salesmen', 'salesman_id'),
  inUse: (company, id) => pointedAt(company, 'salesman_id', id, ['documents', 'customers']),
})

export const customerMethods: Methods = {
  ...customers,
  ...salesmen,
  'customers/getLastNumber': read({}, ({ company }) => ({ number: lastNumber(company) })),
  'customers/getNextNumber': read({}, ({ company, behaviour }) => {
    const last = lastNumber(company)
    const next = String(Number(last) + 1).padStart(last.length, '0')
    return { number: behaviour.nextCustomerNumber ?? next }
  }),
}
