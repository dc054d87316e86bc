import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentKind, DocumentPlan, SettingsInput } from '../../src/domain/index.ts'
import { documentKind } from '../../src/domain/index.ts'
import {
  accountTables,
  billableLines,
  comparePlan,
  composeDocument,
  type DocumentRow,
  documentInsert,
  documentTotals,
  referenceFieldOf,
} from '../../src/mappers/index.ts'
import { aCustomer, account, aProduct, aWorkOrder, exportSettings } from './fixtures.ts'

const ours = { referenceField: 'our_reference' } as const
const KINDS: readonly DocumentKind[] = ['invoice', 'invoiceReceipt', 'purchaseOrder', 'internalDocument']

function plan(kind: DocumentKind, exports: SettingsInput['exports'] = {}): DocumentPlan {
  const settings = exportSettings({ payments: { fallback: 5 }, ...exports })
  const workOrder = aWorkOrder({
    description: 'Bomba trocada',
    materials: [{ code: 'BOMBA', quantity: 3, unitPrice: 2.37, warehouseCode: 'G' }],
    internalDescription: 'margem 40 %',
    comment: 'cliente lento a pagar',
  })
  const { value, issues } = composeDocument({
    workOrder,
    settings,
    kind,
    lines: billableLines(workOrder, settings.lines).value ?? [],
    customer: aCustomer({ maturityDateId: 4, maturityDays: 30 }),
    products: new Map([['BOMBA', aProduct('BOMBA', { productId: 901 })]]),
    account: {
      ...account({ warehouses: [{ warehouseId: 3, code: 'G' }] }),
      withholdings: [{ withholdingId: 8, name: 'IRS', rate: 25 }],
      withholdingOn: ['invoice', 'invoiceReceipt', 'internalDocument'],
    },
    documentSetId: 77,
    reference: 'OSX7K2M4Q8Z1',
    today: '2026-03-04',
  })
  if (!value) throw new Error(`the fixture composes: ${JSON.stringify(issues)}`)
  return value
}

describe('what each kind of document takes', () => {
  test('an order: one reference, no due date, no warehouse', () => {
    expect(documentInsert.purchaseOrder(plan('purchaseOrder'), ours)).toEqual({
      document_set_id: 77,
      customer_id: 5001,
      date: '2026-03-04',
      your_reference: 'OSX7K2M4Q8Z1',
      notes: 'OT-2026-0042\nBomba trocada',
      status: 0,
      products: [
        {
          product_id: 901,
          name: 'Artigo BOMBA',
          qty: 3,
          price: 2.37,
          discount: 0,
          order: 1,
          taxes: [{ tax_id: 11, value: 23, order: 1, cumulative: 0 }],
        },
      ],
    })
  })

  test('an internal document: one reference, but a due date and warehouses', () => {
    const sent = documentInsert.internalDocument(plan('internalDocument'), ours)
    expect(sent).toMatchObject({
      your_reference: 'OSX7K2M4Q8Z1',
      notes: 'OT-2026-0042\nBomba trocada',
      expiration_date: '2026-04-03',
      maturity_date_id: 4,
      products: [{ warehouse_id: 3 }],
    })
    expect(sent).not.toHaveProperty('our_reference')
  })

  test('an invoice-receipt is an invoice with its payment', () => {
    const paid = plan('invoiceReceipt')
    const { payments, ...rest } = documentInsert.invoiceReceipt(paid, ours)
    expect(rest).toEqual(documentInsert.invoice(plan('invoice'), ours))
    expect(payments).toEqual([{ payment_method_id: 5, date: '2026-03-04 00:00:00', value: 8.75 }])
    expect(documentInsert.invoice(paid, ours)).not.toHaveProperty('payments')
  })

  test('withholding stands on the lines, but not on those of orders', () => {
    const lines = { lines: { withholding: { materials: 8 } } }
    const deduction = (kind: DocumentKind) => {
      const [line] = documentInsert[kind](plan(kind, lines), ours).products
      return line && 'deduction_id' in line ? line.deduction_id : undefined
    }
    expect(KINDS.map(deduction)).toEqual([8, 8, undefined, 8])
    expect(plan('purchaseOrder', lines).totals).not.toHaveProperty('withheldCents')
  })

  test('the payment is what is left after the withholding', () => {
    const paid = plan('invoiceReceipt', { lines: { withholding: { materials: 8 } } })
    // 7.11 and 1.64 of VAT, less 1.7775 withheld.
    expect(paid.totals).toEqual({
      grossCents: 711,
      discountCents: 0,
      taxesCents: 164,
      withheldCents: 178,
      netCents: 697,
    })
    expect(paid.payments).toMatchObject([{ valueCents: 697 }])
  })

  test.each(KINDS)(
    '%s: plain JSON, a draft, nothing internal, our key in the field that is searched',
    (kind) => {
      for (const referenceField of ['our_reference', 'your_reference'] as const) {
        const given = plan(kind)
        const sent: object = documentInsert[kind](given, { referenceField })
        expect(JSON.parse(JSON.stringify(sent))).toEqual(sent)
        expect(JSON.stringify(sent)).not.toMatch(/margem|lento/)
        expect(sent).toMatchObject({
          status: 0,
          [referenceFieldOf(kind, { referenceField })]: given.reference,
        })
        expect(JSON.stringify(sent)).toContain(given.workOrderNumber)
      }
    },
  )
})

describe('comparing a document of each kind with its plan', () => {
  const asMade = (of: DocumentPlan, totals = of.totals): DocumentRow => {
    const sent: DocumentRow = documentInsert[documentKind.parse(of.kind)](of, ours)
    return {
      ...sent,
      gross_value: totals.grossCents / 100,
      comercial_discount_value: totals.discountCents / 100,
      financial_discount_value: 0,
      deduction_value: (totals.withheldCents ?? 0) / 100,
      taxes_value: totals.taxesCents / 100,
      net_value: totals.netCents / 100,
    }
  }

  test.each(KINDS)('%s: the same', (kind) => {
    const given = plan(kind, { lines: { withholding: { materials: 8 } } })
    expect(comparePlan(given, asMade(given), ours)).toEqual({ same: true, differences: [], causes: [] })
  })

  test('a reference that the kind does not have is not compared', () => {
    for (const kind of ['purchaseOrder', 'internalDocument'] as const) {
      const given = plan(kind)
      expect(comparePlan(given, { ...asMade(given), our_reference: 'x' }, ours).same).toBe(true)
      expect(comparePlan(given, { ...asMade(given), your_reference: 'x' }, ours).same).toBe(false)
    }
  })

  test('a withholding that nobody planned, or one that was lost, is a difference', () => {
    const lines = { lines: { withholding: { materials: 8 } } }
    for (const [given, deduction_value] of [
      [plan('invoice'), 0.01],
      [plan('invoice', lines), 0],
    ] as const) {
      const { differences } = comparePlan(given, { ...asMade(given), deduction_value }, ours)
      expect(differences.map(({ field }) => field)).toEqual(['deduction_value'])
    }
  })

  test('Portugal does not round to the item: such amounts are no known method', () => {
    const of = plan('invoice')
    const [line] = of.lines
    if (!line) throw new Error('the fixture has a line')
    const lines = [{ ...line, unitPrice: '2.374', quantity: '100' }]
    const given = { ...of, lines, totals: documentTotals(lines, 'document') }
    const result = comparePlan(given, asMade(given, documentTotals(lines, 'item')), ours)
    expect(result).toMatchObject({ same: false, causes: [] })
  })

  test('one cent anywhere is never the same, whatever the kind', () => {
    const kind = fc.constantFrom(...KINDS)
    const field = fc.constantFrom('gross_value', 'taxes_value', 'deduction_value', 'net_value' as const)
    fc.assert(
      fc.property(kind, field, fc.integer({ min: 1, max: 500 }), (of, name, cents) => {
        const given = plan(of)
        const row = asMade(given)
        const wrong = { ...row, [name]: Number(row[name as keyof DocumentRow] ?? 0) + cents / 100 }
        expect(comparePlan(given, wrong, ours).same).toBe(false)
      }),
    )
  })
})

describe('what the account has for invoice-receipts and withholding', () => {
  test('payment methods and withholdings, when they were read', () => {
    const tables = accountTables({
      taxes: [],
      taxExemptions: [],
      paymentMethods: [{ payment_method_id: 5, name: ' Numerário ' }],
      deductions: [
        { deduction_id: 8, name: 'IRS', value: 25 },
        { deduction_id: 9, name: null, value: null },
      ],
    })
    expect(tables).toMatchObject({
      paymentMethods: [{ paymentMethodId: 5, name: 'Numerário' }],
      withholdings: [
        { withholdingId: 8, name: 'IRS', rate: 25 },
        { withholdingId: 9, name: '', rate: 0 },
      ],
      withholdingOn: ['invoice', 'invoiceReceipt', 'internalDocument'],
    })
    const without = accountTables({ taxes: [], taxExemptions: [] })
    for (const name of ['paymentMethods', 'withholdings', 'withholdingOn'])
      expect(without).not.toHaveProperty(name)
  })
})
