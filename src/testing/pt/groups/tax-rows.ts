import type { JsonObject } from '../../http/json.ts'
import { num, rows, text } from '../method.ts'
import type { PtBehaviour } from '../options.ts'
import { type CompanyState, findRow, type Row } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import type { Fields } from '../validation/rules.ts'
import { taxExemptions } from './globals-data.ts'

/** The tax rows that products take: the documentation wants all of it, where lines may leave the order out. */
export const productTaxFields: Fields = {
  tax_id: 'id! ref=taxes',
  value: 'num',
  order: 'int!',
  cumulative: 'flag!',
}

/** The tax rows that lines take. */
export const taxRowFields: Fields = {
  tax_id: 'id! ref=taxes',
  value: 'num',
  order: 'int',
  cumulative: 'flag',
}

/** A sent tax row with the tax it means, in the order of taxation. */
export interface AppliedTax {
  readonly tax: Row
  readonly sent: JsonObject
}

export function appliedTaxes(company: CompanyState, sentRows: readonly JsonObject[]): AppliedTax[] {
  return sentRows
    .flatMap((sent) => {
      const tax = findRow(company.taxes, 'tax_id', sent.tax_id)
      return tax ? [{ tax, sent }] : []
    })
    .sort((a, b) => num(a.sent, 'order') - num(b.sent, 'order'))
}

/** The stored value of a tax; of a tax by article (type 3) the value that was sent. */
export function taxValue({ tax, sent }: AppliedTax): number {
  return tax.type === 3 ? num(sent, 'value') : num(tax, 'value')
}

/** Whether some IVA above zero applies. */
function hasVat(company: CompanyState, sentRows: readonly JsonObject[]): boolean {
  return appliedTaxes(company, sentRows).some(({ tax }) => tax.saft_type === 1 && num(tax, 'value') > 0)
}

/**
 * What is wrong with the tax rows of a product or a line. A value that is missing is code 1 on products, where it is
 * documented as required, and code 2 on lines, as accounts were seen to answer.
 */
export function taxRowProblems(
  company: CompanyState,
  sentRows: readonly JsonObject[],
  field: string,
  { taxValue: rule }: Pick<PtBehaviour, 'taxValue'>,
  absent: 1 | 2 = 2,
): Problem[] {
  const applied = appliedTaxes(company, sentRows)
  const problems: Problem[] = []
  sentRows.forEach((sent, index) => {
    const byArticle = applied.some((one) => one.sent === sent && one.tax.type === 3)
    const value = sent.value
    const missing = value === undefined && (rule !== 'optional' || byArticle)
    const low = typeof value === 'number' && (rule === 'required' ? value <= 0 : value < 0)
    const at = `${field}[${index}][value]`
    if (missing && absent === 1) problems.push({ code: 1, field: at })
    else if (missing || low) problems.push({ code: 2, field: at, parameters: ['0', '0'] })
  })
  const vats = applied.filter(({ tax }) => tax.saft_type === 1)
  if (vats.length > 1) problems.push({ code: 15, field })
  const vat = vats[0]
  const others = applied.filter(({ tax }) => tax.saft_type === 3)
  if (vat && others.length > 0) {
    const last = applied.at(-1) === vat
    if (!last || num(vat.sent, 'cumulative') !== 1) problems.push({ code: 14, field })
  }
  return problems
}

/** Without an IVA above zero a legal reason is required, and any reason must be one of the legal codes. */
export function exemptionProblems(company: CompanyState, values: JsonObject, field: string): Problem[] {
  const reason = text(values, 'exemption_reason')
  if (reason === '') return hasVat(company, rows(values, 'taxes')) ? [] : [{ code: 1, field }]
  const codes = taxExemptions.map(([code]) => code)
  return codes.includes(reason) ? [] : [{ code: 5, field, parameters: [JSON.stringify(codes)] }]
}
