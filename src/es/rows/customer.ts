import type * as z from 'zod'
import type { Entity } from '../operation.ts'
import { expected, flag, int, nullable, num, row, text } from '../schema.ts'
import { country, language } from './global.ts'

const maturityDate = row(() => ({ maturityDateId: int, name: nullable(text), days: nullable(int) }))

/** What is asked for of a customer unless a call says otherwise. */
export const customerFields = () => ({
  customerId: int,
  number: expected(text),
  name: expected(text),
  vat: nullable(text),
  visible: nullable(int),
  isDefault: expected(flag),
  address: nullable(text),
  city: nullable(text),
  zipCode: nullable(text),
  email: nullable(text),
  website: nullable(text),
  phone: nullable(text),
  fax: nullable(text),
  contactName: nullable(text),
  contactEmail: nullable(text),
  contactPhone: nullable(text),
  notes: nullable(text),
  discount: nullable(num),
  creditLimit: nullable(num),
  paymentDay: nullable(int),
  exemptionReason: nullable(text),
  countryId: expected(int),
  country: nullable(country),
  languageId: nullable(int),
  language: nullable(language),
  maturityDateId: nullable(int),
  maturityDate: nullable(maturityDate),
  paymentMethodId: nullable(int),
  deliveryMethodId: nullable(int),
  documentSetId: nullable(int),
  priceClassId: nullable(int),
  salespersonId: nullable(int),
})

const customerRow = row(customerFields)

/** A customer. Page: https://api.moloni.es/v1/docs/objects/CustomerRead.html */
export interface Customer extends z.output<typeof customerRow> {}

export const customer: Entity = { type: 'CustomerRead', id: 'customerId', row: customerRow }
