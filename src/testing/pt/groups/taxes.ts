import { lisbonTime } from '../lisbon.ts'
import { type CompanyCall, num, pick, text } from '../method.ts'
import type { Problem } from '../validation/problem.ts'
import { taxExemptions } from './globals-data.ts'
import type { TableGroup } from './table-group.ts'

const words = (line: string) => line.split(' ')

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

export const taxes: TableGroup = {
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
}
