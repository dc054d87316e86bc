import type * as z from 'zod'
import type { Entity } from '../operation.ts'
import { flag, int, list, nullable, row, text } from '../schema.ts'

/** What is asked for of a company unless a call says otherwise. */
export const companyFields = () => ({
  companyId: int,
  name: nullable(text),
  slug: nullable(text),
  vat: nullable(text),
  email: nullable(text),
  address: nullable(text),
  city: nullable(text),
  zipCode: nullable(text),
  documentCalculationsMode: nullable(int),
  country: nullable(row(() => ({ countryId: int, iso3166_1: nullable(text) }))),
  currency: nullable(row(() => ({ currencyId: int, iso4217: nullable(text) }))),
  fiscalZone: nullable(row(() => ({ fiscalZone: nullable(text) }))),
})

const companyRow = row(companyFields)

/** A company. `documentCalculationsMode`: where totals are rounded, 0 document, 1 line, 2 item. */
export interface Company extends z.output<typeof companyRow> {}

const summaryRow = row(() => ({
  companyId: int,
  name: nullable(text),
  slug: nullable(text),
  vat: nullable(text),
  isConfirmed: nullable(flag),
}))

/** A company in the list of Moloni ON. */
export interface CompanySummary extends z.output<typeof summaryRow> {}

const companyOfUser = row(() => ({ companyId: int, name: nullable(text) }))

const meRow = row(() => ({ userCompanies: list(row(() => ({ company: nullable(companyOfUser) }))) }))

/** Whoever is logged in, and the companies that they may use. */
export interface Me extends z.output<typeof meRow> {}

const mode = row(() => ({
  typeId: nullable(int),
  name: nullable(text),
  visible: nullable(text),
  type: nullable(text),
  values: list(row(() => ({ code: nullable(text), name: nullable(text) }))),
}))

const taxSettingsRow = row(() => ({ fiscalZone: nullable(text), fiscalZoneModes: list(mode) }))

/** How taxes work in a fiscal zone. */
export interface TaxSettings extends z.output<typeof taxSettingsRow> {}

export const companies = {
  company: { type: 'CompanyRead', id: 'companyId', row: companyRow },
  summary: { type: 'CompanyRead', id: 'companyId', row: summaryRow },
  me: { type: 'MeRead', id: undefined, row: meRow },
  taxSettings: { type: 'FiscalZoneTaxSettings', id: undefined, row: taxSettingsRow },
} satisfies Record<string, Entity>
