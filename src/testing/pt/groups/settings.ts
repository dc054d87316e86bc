import { type CompanyCall, type Methods, pick, read } from '../method.ts'
import type { Row } from '../state.ts'
import { presentDocumentSet } from './document-sets.ts'
import { countryOf, pointedAt } from './relations.ts'
import { forgetWarehouse, receiveAll } from './stock-moves.ts'
import { type TableGroup, tableGroup } from './table-group.ts'
import { taxes } from './taxes.ts'

const words = (line: string) => line.split(' ')

/** Only one row of the table may carry the flag: the last one that got it. */
function onlyOne(table: 'documentSets' | 'warehouses', flag: string) {
  return ({ company }: CompanyCall, row: Row) => {
    if (row[flag] === 1) for (const other of company[table]) if (other !== row) other[flag] = 0
  }
}

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
  taxes,
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

export const settingsMethods: Methods = {
  ...Object.assign({}, ...settings.map(tableGroup)),
  'warehouses/getDefaultWarehouse': read({}, ({ company }) => ({
    warehouse_id: company.warehouses.find((row) => row.is_default === 1)?.warehouse_id ?? 0,
  })),
}
