import { describe, expectTypeOf, it } from 'vitest'
import type { Customer, DocumentSummary, PtClient, RowList } from '../../src/pt/index.ts'

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
    expectTypeOf<Customer['customer_id']>().toEqualTypeOf<number>()
    expectTypeOf<Customer['discount']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<DocumentSummary['expiration_date']>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<NonNullable<DocumentSummary['document_set']>['document_set_id']>().toEqualTypeOf<number>()
  })
})
