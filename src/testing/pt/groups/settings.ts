import type { JsonObject } from '../../http/json.ts'
import { documentGroups } from '../documents/types.ts'
import { lisbonTime } from '../lisbon.ts'
import { type CompanyCall, type Methods, num, pick, read, refused, text, write } from '../method.ts'
import { findRow, type Row, takeId } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import { presentDocumentSet, seriesCode } from './document-sets.ts'
import { taxExemptions } from './globals-data.ts'
import { countryOf, pointedAt } from './relations.ts'
import { forgetWarehouse, receiveAll } from './stock-moves.ts'
import { type TableGroup, tableGroup } from './table-group.ts'

const words = (line: string) => line.split(' ')

/** Only one row of the table may carry the flag: the last one that got it. */
function onlyOne(table: 'documentSets' | 'warehouses', flag: string) {
  return ({ company }: CompanyCall, row: Row) => {
    if (row[flag] === 1) for (const other of company[table]) if (other !== row) other[flag] = 0
  }
}

function onProducts(company: CompanyCall['company'], taxId: number): boolean {
  return [...company.products, ...company.documents.flatMap((row) => row.products)].some(
    (row) => Array.isArray(row.taxes) && JSON.stringify(row.taxes).includes(`"tax_id":${taxId},`),
  )
}

function taxProblems({ values }: CompanyCall): Problem[] {
  const problems: Problem[] = []
  if (num(values, 'saft_type') === 1 && !values.vat_type) problems.push({ code: 1, field: 'vat_type' })
  if (num(values, 'saft_type') === 2 && !values.stamp_tax) problems.push({ code: 1, field: 'stamp_tax' })
  const reason = text(values, 'exemption_reason')
  if (num(values, 'value') === 0 && reason === '') problems.push({ code: 1, field: 'exemption_reason' })
  if (reason !== '' && !taxExemptions.some(([code]) => code === reason)) {
    const codes = JSON.stringify(taxExemptions.map(([code]) => code))
    problems.push({ code: 5, field: 'exemption_reason', parameters: [codes] })
  }
  return problems
}

const taxFilters = ['country_id', 'fiscal_zone', 'value', 'type', 'active_by_default']

const settings: readonly TableGroup[] = [
  {
    group: 'measurementUnits',
    table: 'measurementUnits',
    id: 'unit_id',
    fields: { name: 'text!', short_name: 'text!' },
    present: (row) => pick(row, ['unit_id', 'name', 'short_name']),
    inUse: (company, id) => pointedAt(company, 'unit_id', id, ['products']),
  },
  {
    group: 'paymentMethods',
    table: 'paymentMethods',
    id: 'payment_method_id',
    fields: { name: 'text!', is_numerary: 'flag', is_mb: 'flag', is_credit: 'flag' },
    defaults: { is_tpa: 0 },
    present: (row) => pick(row, words('is_tpa payment_method_id name is_numerary is_mb is_credit')),
    inUse: (company, id) => pointedAt(company, 'payment_method_id', id, ['customers', 'documents']),
  },
  {
    group: 'maturityDates',
    table: 'maturityDates',
    id: 'maturity_date_id',
    fields: { name: 'text!', days: 'int!', associated_discount: 'num! >=0 <=100' },
    present: (row) => pick(row, words('maturity_date_id name days associated_discount')),
    inUse: (company, id) => pointedAt(company, 'maturity_date_id', id, ['customers', 'documents']),
  },
  {
    group: 'deliveryMethods',
    table: 'deliveryMethods',
    id: 'delivery_method_id',
    fields: { name: 'text!' },
    present: (row) => pick(row, ['delivery_method_id', 'name']),
    inUse: (company, id) => pointedAt(company, 'delivery_method_id', id, ['customers', 'documents']),
  },
  {
    group: 'deductions',
    table: 'deductions',
    id: 'deduction_id',
    fields: { name: 'text!', value: 'num! >=0 <=100' },
    present: (row) => pick(row, ['deduction_id', 'name', 'value']),
    inUse: (company, id) =>
      company.documents.some(({ products }) => products.some((line) => line.deduction_id === id)),
  },
  {
    group: 'taxes',
    table: 'taxes',
    id: 'tax_id',
    fields: {
      name: 'text!',
      value: 'num! >=0',
      type: 'int! in=1,2,3',
      saft_type: 'int! in=1,2,3',
      vat_type: 'text in=RED,INT,NOR,ISE,OUT',
      stamp_tax: 'text',
      exemption_reason: 'text',
      fiscal_zone: 'text!',
      active_by_default: 'flag!',
    },
    defaults: { lastmodifiedby: 'API', recem_importado: 0, country_id: 0, visibility: 1 },
    present: (row, company) => ({
      ...pick(row, [
        ...words('lastmodifiedby recem_importado tax_id type saft_type vat_type stamp_tax name value'),
        ...words('fiscal_zone active_by_default exemption_reason country_id visibility'),
      ]),
      lastmodified: lisbonTime(row.lastmodified),
      company_id: company.company_id,
    }),
    filters: {
      country_id: 'int',
      fiscal_zone: 'text',
      value: 'num',
      type: 'int',
      active_by_default: 'flag',
      with_invisible: 'flag',
    },
    matches: (row, values) =>
      (row.visibility === 1 || values.with_invisible === 1) &&
      taxFilters.every((field) => values[field] === undefined || values[field] === row[field]),
    problems: taxProblems,
    inUse: onProducts,
  },
  {
    group: 'warehouses',
    table: 'warehouses',
    id: 'warehouse_id',
    fields: {
      title: 'text!',
      is_default: 'flag',
      code: 'text!',
      address: 'text!',
      city: 'text!',
      zip_code: 'text!',
      country_id: 'id! ref=countries',
      phone: 'text',
      fax: 'text',
      contact_name: 'text',
      contact_email: 'email',
    },
    defaults: { visibility_id: 1 },
    present: (row, company) => ({
      ...pick(row, [
        ...words('is_default fax warehouse_id title code address city zip_code country_id phone'),
        ...words('contact_name contact_email visibility_id'),
      ]),
      company_id: company.company_id,
      country: countryOf(row.country_id),
    }),
    settle: (call, row) => {
      if (call.company.warehouses.length === 1) receiveAll(call.company, row)
      onlyOne('warehouses', 'is_default')(call, row)
    },
    removed: (company, gone) => {
      forgetWarehouse(company, gone)
      const heir = company.warehouses[0]
      if (gone.is_default === 1 && heir) heir.is_default = 1
    },
  },
  {
    group: 'documentSets',
    table: 'documentSets',
    id: 'document_set_id',
    fields: {
      name: 'text!',
      cash_vat_scheme_indicator: 'flag',
      active_by_default: 'flag',
      template_id: 'int ref=identificationTemplates',
    },
    defaults: { image: '', for_invoice_receipt: 0, is_invisible: 0, eac_id: 0, at_codes: [] },
    present: presentDocumentSet,
    settle: onlyOne('documentSets', 'active_by_default'),
    inUse: (company, id) => pointedAt(company, 'document_set_id', id, ['documents']),
    textId: true,
  },
]

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

export const settingsMethods: Methods = {
  ...Object.assign({}, ...settings.map(tableGroup)),
  'warehouses/getDefaultWarehouse': read({}, ({ company }) => ({
    warehouse_id: company.warehouses.find((row) => row.is_default === 1)?.warehouse_id ?? 0,
  })),
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
