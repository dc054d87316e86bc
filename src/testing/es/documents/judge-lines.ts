import type { JsonObject } from '../../http/json.ts'
import { notHere } from '../entities/references.ts'
import { type CompanyCall, num, object, objects, type Problem, problem, text } from '../operation.ts'
import { hasVat } from '../products/product.ts'
import { findRow } from '../state.ts'
import { exemptionOf, sentTaxes } from './lines.ts'

/** What is wrong with the sent lines, each problem once. */
export function lineProblems(call: CompanyCall, sent: readonly JsonObject[]): Problem[] {
  if (sent.length === 0) return [problem('products', 'At least one product is required')]
  const found = sent.flatMap((line) => judgeLine(call, line))
  return [...new Map(found.map((one) => [`${one.field}: ${one.msg}`, one])).values()]
}

function judgeLine(call: CompanyCall, line: JsonObject): Problem[] {
  const { company } = call
  const found: Problem[] = []
  if (!findRow(company, 'products', line.productId)) found.push(problem('productId', notHere('product')))
  if (num(line, 'qty') <= 0) found.push(problem('qty', 'Quantity must be greater than zero'))
  if (!isPercent(line.discount)) found.push(problem('discount', 'Discount must be between 0 and 100'))
  for (const [field, table] of [
    ['warehouseId', 'warehouses'],
    ['retentionId', 'retentions'],
  ] as const) {
    if (line[field] && !findRow(company, table, line[field])) {
      found.push(problem(field, notHere(field.slice(0, -2))))
    }
  }
  return [...found, ...taxProblems(call, line), ...exemptionProblems(call, line)]
}

export function isPercent(value: unknown): boolean {
  return value === undefined || value === null || (Number(value) >= 0 && Number(value) <= 100)
}

function taxProblems({ company, behaviour }: CompanyCall, line: JsonObject): Problem[] {
  return objects(line, 'taxes').flatMap((own) => {
    if (!findRow(company, 'taxes', own.taxId)) return [problem('taxId', notHere('tax'))]
    const valued = typeof own.value === 'number' || behaviour.taxValueOptional
    return valued ? [] : [problem('value', 'Tax value is required')]
  })
}

/** Without VAT there is a reason; where a company has a list of reasons, it is one of their codes. */
function exemptionProblems(call: CompanyCall, line: JsonObject): Problem[] {
  const { company } = call
  const taxes = sentTaxes(call, line).map(({ taxId }) => ({ taxId: taxId ?? null }))
  if (taxes.some(({ taxId }) => !findRow(company, 'taxes', taxId)) || hasVat(company.taxes, { taxes }))
    return []
  const reason = exemptionOf(call, line).trim()
  if (reason === '') return [problem('exemptionReason', 'Exemption Reason is required')]
  const { type } = object(object(company.company, 'fiscalZone'), 'exemption')
  const listed = text({ type }, 'type') !== 'VALUES' || /^M\d{2}$/.test(reason)
  return listed ? [] : [problem('exemptionReason', 'Invalid exemption reason')]
}
