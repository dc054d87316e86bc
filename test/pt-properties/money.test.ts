import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { closed, documentGiven, documentGroups } from '../../scripts/coverage/pt/emulated/documents.ts'
import { furnish, insert, readRows } from '../../scripts/coverage/pt/emulated/furnish.ts'
import type { Given } from '../../scripts/coverage/pt/emulated/sample.ts'
import { createWorld, type Row, type World } from '../../scripts/coverage/pt/emulated/world.ts'
import { fieldsOf } from '../../scripts/coverage/pt/schemas.ts'

const RUNS = 25
vi.setConfig({ testTimeout: 60_000 })

/** A number with so many decimals, from 0 to a limit. */
const decimal = (limit: number, decimals: number) =>
  fc.integer({ min: 0, max: limit * 10 ** decimals }).map((value) => value / 10 ** decimals)

/** What lines may cost, and what comes off: the taxes and deductions by their place in the company's tables. */
const lines = fc.array(
  fc.record({
    qty: decimal(40, 3).filter((qty) => qty > 0),
    price: decimal(20, 4),
    discount: decimal(100, 2),
    tax: fc.option(fc.nat({ max: 9 })),
    deduction: fc.option(fc.nat({ max: 9 })),
  }),
  { minLength: 1, maxLength: 6 },
)
const document = fc.record({
  lines,
  financial_discount: decimal(100, 2),
  special_discount: decimal(5, 2),
  closed: fc.boolean(),
})
type Line = { qty: number; price: number; discount: number; tax: number | null; deduction: number | null }

/** A company with a tax of every type, and withholdings. */
async function company(rounding: 'document' | 'line'): Promise<World> {
  const world = createWorld(rounding)
  await furnish(world)
  const other = { saft_type: 3, vat_type: undefined, stamp_tax: undefined, exemption_reason: undefined }
  const others = [
    { type: 2, value: 0.37 },
    { type: 3, value: 0.119 },
    { type: 1, value: 1.5 },
  ]
  for (const { type, value } of others) await insert(world, 'taxes', 'tax_id', { ...other, type, value })
  for (const value of [11.5, 25]) await insert(world, 'deductions', 'deduction_id', { value })
  return world
}

function lineOf({ known, company: { taxes, deductions } }: World, drawn: Line): Given {
  const { tax, deduction, ...amounts } = drawn
  const usable = taxes.filter(({ value }) => Number(value) > 0)
  const chosen = tax === null ? undefined : usable[tax % usable.length]
  const withheld = deduction === null ? undefined : deductions[deduction % deductions.length]
  const taxRow = chosen && { tax_id: chosen.tax_id, value: chosen.value, order: 1, cumulative: 0 }
  const isVat = chosen?.saft_type === 1
  return {
    product_id: known.product_id,
    name: 'Cabo',
    ...amounts,
    ...(taxRow ? { taxes: [taxRow] } : {}),
    ...(isVat ? {} : { exemption_reason: 'M07' }),
    ...(withheld ? { deduction_id: withheld.deduction_id } : {}),
  }
}

/** An amount in cents; it must be whole cents. */
function cents(row: Row, name: string): number {
  const value = Number(row[name])
  const whole = Math.round(value * 100)
  expect(Math.abs(value * 100 - whole), `${name} ${value} is whole cents`).toBeLessThan(1e-6)
  return whole
}

const RECEIPTS = ['receipts', 'paymentReturns', 'supplierReceipts']
const withLines = documentGroups.map(({ group }) => group).filter((group) => !RECEIPTS.includes(group))
/** A credit takes no more than its source has, and the law limits what may be closed without an invoice. */
const SMALL = { qty: 0.5, price: 1.2345 }
const isLimited = (group: string) => ['creditNotes', 'debitNotes', 'simplifiedInvoices'].includes(group)

describe.each(['document', 'line'] as const)(
  'rounded to the %s, the net value is the sum of its parts',
  (rounding) => {
    it.each(withLines)('in %s', async (group) => {
      const world = await company(rounding)
      const given = await documentGiven(world, group)
      const lineNames = namesOfLines(world, group)
      await fc.assert(
        fc.asyncProperty(document, async ({ lines, closed, ...discounts }) => {
          const drawn = isLimited(group) ? lines.slice(0, 1).map((line) => ({ ...line, ...SMALL })) : lines
          const products = drawn.map((line) =>
            pick({ ...lineOf(world, line), related_id: given['products.related_id'] }, lineNames),
          )
          const status = closed && !isLimited(group) ? 1 : 0
          const params = { ...given, ...discounts, products, status }
          const document_id = await insert(world, group, 'document_id', params)
          const row = world.company.documents.find((one) => one.document_id === document_id)
          expectIdentity(row ?? {})
          if (status === 0) await world.call(`${group}/delete`, { document_id })
        }),
        { seed: 20260302, numRuns: RUNS },
      )
      for (const row of await readRows(world, `${group}/getAll`)) expectIdentity(row)
    })
  },
)

it.each(RECEIPTS)('%s carry their net value only', async (group) => {
  const world = await company('document')
  const document_id = await closed(world, group)
  const row = world.company.documents.find((one) => one.document_id === document_id)
  const [gross, comercial, financial, taxes, deduction, net] = partsOf(row ?? {})
  expect([gross, comercial, financial, taxes, deduction]).toEqual([0, 0, 0, 0, 0])
  expect(net).toBeGreaterThan(0)
})

const PARTS = [
  'gross_value',
  'comercial_discount_value',
  'financial_discount_value',
  'taxes_value',
  'deduction_value',
  'net_value',
]

function partsOf(row: Row): number[] {
  return PARTS.map((name) => cents(row, name))
}

function expectIdentity(row: Row): void {
  const [gross = 0, comercial = 0, financial = 0, taxes = 0, deduction = 0, net] = partsOf(row)
  expect(net).toBe(gross - comercial - financial + taxes - deduction)
}

function namesOfLines(world: World, group: string): string[] {
  const schema = world.endpoint(`${group}/insert`)?.params
  const products = schema && fieldsOf(schema).products
  return products ? Object.keys(fieldsOf(products)) : []
}

function pick(row: Given, names: readonly string[]): Given {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)))
}
