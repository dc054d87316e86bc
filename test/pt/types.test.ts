import { describe, expectTypeOf, it } from 'vitest'
import type {
  Customer,
  DocumentGroup,
  DocumentSummary,
  PriceClass,
  PtClient,
  PtGroups,
  RowList,
  Saved,
  StockMovement,
} from '../../src/pt/index.ts'

const line = { product_id: 1, name: '', qty: 1, price: 2 }

/** The groups that make documents, whatever their names. */
type Makers = {
  [G in keyof PtGroups]: PtGroups[G] extends {
    insert(params: never): Promise<Saved<'document_id'>>
    getOne: unknown
  }
    ? G
    : never
}[keyof PtGroups]

/** Never called: the compiler is the test. */
async function calls(pt: PtClient) {
  // @ts-expect-error a mistyped field of an answer
  ;(await pt.customers.getAll())[0]?.nmae
  // @ts-expect-error a mistyped filter
  await pt.customers.getByVat({ vat: '1', exat: 1 })
  // @ts-expect-error a needed filter
  await pt.products.getAll()
  // @ts-expect-error a needed filter of a list
  pt.products.list()
  // @ts-expect-error a wrong type
  await pt.invoices.getOne({ document_id: '5' })
  // @ts-expect-error a mistyped field of a line
  await pt.invoices.update({ document_id: 5, products: [{ product_id: 1, name: '', qty: 1, prise: 2 }] })
  // @ts-expect-error a field that an insert needs
  await pt.measurementUnits.insert({ name: 'Hora' })
  // @ts-expect-error categories cannot be counted
  await pt.productCategories.count()
  // @ts-expect-error a filter that this kind would ignore
  await pt.billsOfLading.getAll({ expiration_date: '2026-03-02' })
  // @ts-expect-error suppliers are looked for by part of a text only
  await pt.suppliers.getByVat({ vat: '1', exact: 1 })
  // @ts-expect-error orders of customers state no warehouse
  await pt.purchaseOrder.update({ document_id: 5, products: [{ ...line, warehouse_id: 1 }] })
  // @ts-expect-error a credited line names the line that it credits
  await pt.creditNotes.update({ document_id: 5, products: [line] })
  // @ts-expect-error Moloni has no changes of bank accounts, only their count
  await pt.bankAccounts.getModifiedSince({ lastmodified: '2026-03-02' })
  // @ts-expect-error goods leave at some moment
  await pt.waybills.insert({ date: '', document_set_id: 1, customer_id: 1, products: [line] })
  await pt.invoices.update({ document_id: 5, status: 1 })
  await pt.customers.getAll({ qty: 5, company_id: undefined }, { signal: undefined })
}

describe('types', () => {
  it('refuse what Moloni would ignore', () => {
    expectTypeOf(calls).parameter(0).toEqualTypeOf<PtClient>()
  })

  it('name what comes back', () => {
    expectTypeOf<PtClient['customers']['getAll']>().returns.resolves.toEqualTypeOf<Customer[]>()
    expectTypeOf<PtClient['customers']['list']>().returns.toEqualTypeOf<RowList<Customer>>()
    expectTypeOf<PtClient['invoices']['count']>().returns.resolves.toEqualTypeOf<number>()
    expectTypeOf<PtClient['PriceClasses']['getAll']>().returns.resolves.toEqualTypeOf<PriceClass[]>()
    expectTypeOf<PtClient['productStocks']['list']>().returns.toEqualTypeOf<RowList<StockMovement>>()
    expectTypeOf<PtClient['settlementNotes']['count']>().returns.resolves.toEqualTypeOf<number>()
    expectTypeOf<Customer['customer_id']>().toEqualTypeOf<number>()
    expectTypeOf<Customer['discount']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<DocumentSummary['expiration_date']>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<NonNullable<DocumentSummary['document_set']>['document_set_id']>().toEqualTypeOf<number>()
  })

  it('name every kind of document that can be made', () => {
    expectTypeOf<DocumentGroup>().toEqualTypeOf<Makers>()
  })
})
