import { rounded, toNumber } from '../../http/decimal.ts'
import type { JsonObject } from '../../http/json.ts'
import { appliedTaxes, exemptionProblems, taxRowProblems, taxValue } from '../groups/tax-rows.ts'
import { type CompanyCall, num, pick, rows, text } from '../method.ts'
import { findRow, type LineRow, type LineTax, takeId } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import { baseOf, taxAmounts } from './totals.ts'

/** What is wrong inside the sent lines. */
export function lineProblems({ company, values, behaviour }: CompanyCall): Problem[] {
  return rows(values, 'products').flatMap((line, index) => [
    ...exemptionProblems(company, line, `products[${index}][exemption_reason]`),
    ...taxRowProblems(company, rows(line, 'taxes'), `products[${index}][taxes]`, behaviour),
  ])
}

/** The sent lines as the document keeps them: a snapshot of product, unit, taxes and withholding. */
export function buildLines(
  call: CompanyCall,
  sent: readonly JsonObject[],
  financialPercent: number,
): LineRow[] {
  return sent.map((line, index) => buildLine(call, line, index, financialPercent))
}

function buildLine(call: CompanyCall, sent: JsonObject, index: number, financialPercent: number): LineRow {
  const { company, state, values } = call
  const product: JsonObject = findRow(company.products, 'product_id', sent.product_id) ?? {}
  const unit: JsonObject = findRow(company.measurementUnits, 'unit_id', product.unit_id) ?? {}
  const deductionId = num(sent, 'deduction_id') || num(values, 'deduction_id')
  const deduction: JsonObject = findRow(company.deductions, 'deduction_id', deductionId) ?? {}
  const line: LineRow = {
    document_product_id: takeId(state),
    ean: text(product, 'ean'),
    order: num(sent, 'order') || index + 1,
    origin_id: num(sent, 'origin_id'),
    related_id: num(sent, 'related_id'),
    product_id: num(sent, 'product_id'),
    category_id: num(product, 'category_id'),
    reference: text(product, 'reference'),
    name: text(sent, 'name'),
    summary: text(sent, 'summary'),
    price: num(sent, 'price'),
    unit_id: num(product, 'unit_id'),
    unit_name: text(unit, 'name'),
    unit_short_name: text(unit, 'short_name'),
    discount: num(sent, 'discount'),
    qty: num(sent, 'qty'),
    deduction_id: deductionId,
    deduction: num(deduction, 'value'),
    deduction_name: text(deduction, 'name'),
    exemption_reason: text(sent, 'exemption_reason'),
    warehouse_id: num(sent, 'warehouse_id'),
    has_stock: sent.has_stock ?? 1,
    supplier_id: num(rows(product, 'suppliers')[0] ?? {}, 'supplier_id'),
    properties: rows(sent, 'properties'),
    taxes: [],
  }
  line.taxes = lineTaxes(call, line, rows(sent, 'taxes'), financialPercent)
  return line
}

const taxFields = 'tax_id type saft_type vat_type stamp_tax name fiscal_zone'

function lineTaxes(
  { company }: CompanyCall,
  line: LineRow,
  sent: readonly JsonObject[],
  financialPercent: number,
): LineTax[] {
  const plain = appliedTaxes(company, sent).map((applied) => ({
    ...pickTax(applied.tax),
    value: taxValue(applied),
    order: num(applied.sent, 'order'),
    cumulative: num(applied.sent, 'cumulative'),
    incidence_value: 0,
    total_value: 0,
  }))
  return taxAmounts(plain, baseOf(line, financialPercent), line.qty).map(({ tax, incidence, total }) => ({
    ...tax,
    incidence_value: toNumber(rounded(incidence)),
    total_value: toNumber(rounded(total)),
  }))
}

function pickTax(tax: JsonObject) {
  return {
    ...pick(tax, taxFields.split(' ')),
    tax_id: num(tax, 'tax_id'),
    type: num(tax, 'type'),
    saft_type: num(tax, 'saft_type'),
    vat_type: text(tax, 'vat_type'),
    stamp_tax: text(tax, 'stamp_tax'),
    name: text(tax, 'name'),
    fiscal_zone: text(tax, 'fiscal_zone'),
  }
}
