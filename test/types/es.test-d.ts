import { createEsClient, type EsClient } from 'moloni-sdk'
import { type Customer, customerFields, type Deleted, type Document, type RowList } from 'moloni-sdk/es'
import { expectTypeOf, test } from 'vitest'
import * as z from 'zod'
import * as mini from 'zod/mini'

// Judged by the compiler alone: nothing here runs.
declare const es: EsClient
const never = (_: () => unknown) => {}

test('a select types the answer', () => {
  const select = z.object({
    customerId: z.int(),
    country: z.nullable(
      z.object({ iso3166_1: z.string(), language: z.object({ name: z.string() }).optional() }),
    ),
    taxes: z.array(z.object({ taxId: z.int() })).default([]),
  })
  expectTypeOf(es.customers.get(1, { select })).resolves.toEqualTypeOf<z.output<typeof select>>()
  expectTypeOf(es.customers.list({ select })).toEqualTypeOf<RowList<z.output<typeof select>>>()
  expectTypeOf(
    es.customers.list({ select: select.transform(({ customerId }) => String(customerId)) }),
  ).toEqualTypeOf<RowList<string>>()
  expectTypeOf(es.products.get(1, { select: mini.object({ name: mini.string() }) })).resolves.toEqualTypeOf<{
    name: string
  }>()
})

test('without a select the entity’s own row comes', () => {
  expectTypeOf(es.customers.get(1)).resolves.toEqualTypeOf<Customer>()
  expectTypeOf(es.customers.list()).toEqualTypeOf<RowList<Customer>>()
  expectTypeOf(es.customers.list({ pageSize: 5 })).toEqualTypeOf<RowList<Customer>>()
  expectTypeOf(es.invoices.get(1)).resolves.toEqualTypeOf<Document>()
  expectTypeOf(es.hooks.delete('a')).resolves.toEqualTypeOf<Deleted>()
  expectTypeOf<Customer['customerId']>().toEqualTypeOf<number>()
  expectTypeOf<Customer['name']>().toEqualTypeOf<string | null>()
  expectTypeOf<Customer>().not.toHaveProperty('nombre')
  const options: { pageSize: number } = { pageSize: 5 }
  expectTypeOf(es.customers.list(options)).toEqualTypeOf<RowList<Customer>>()
})

test('a wrong name in a select does not compile', () => {
  // @ts-expect-error no such field of a customer
  never(() => es.customers.list({ select: z.object({ customerID: z.int() }) }))
  // @ts-expect-error the same for one
  never(() => es.customers.get(1, { select: z.object({ nombre: z.string() }) }))
  // @ts-expect-error the same for what a change answers
  never(() => es.customers.update({ customerId: 1 }, { select: z.object({ nombre: z.string() }) }))
  // @ts-expect-error the same for what was done to a document
  never(() => es.invoiceReceipts.logs({ relatedId: 1, select: z.object({ log: z.string() }) }))
  // @ts-expect-error nested
  never(() => es.customers.get(1, { select: z.object({ country: z.object({ isoCode: z.string() }) }) }))
  const tax = z.object({ rate: z.number() }).nullable()
  const wrapped = z.object({ taxes: z.array(z.object({ tax })) })
  // @ts-expect-error nested and wrapped
  never(() => es.products.get(1, { select: wrapped }))
  const piped = z.object({ parent: z.lazy(() => z.object({ ref: z.string() }).transform(String)) })
  // @ts-expect-error nested, lazy and piped
  never(() => es.products.get(1, { select: piped }))
  // @ts-expect-error behind a transform
  never(() => es.products.get(1, { select: z.preprocess((value) => value, z.object({ ref: z.string() })) }))
  const besideNull = z.object({ country: z.union([z.object({ x: z.string() }), z.null()]) })
  // @ts-expect-error beside null
  never(() => es.customers.get(1, { select: besideNull }))
  // @ts-expect-error in mini
  never(() => es.customers.get(1, { select: mini.object({ nombre: mini.string() }) }))
  // @ts-expect-error a record taken for a value
  never(() => es.customers.get(1, { select: z.object({ country: z.string() }) }))
  // @ts-expect-error a value taken for a record
  never(() => es.customers.get(1, { select: z.object({ name: z.object({ first: z.string() }) }) }))
  // @ts-expect-error of another record
  never(() => es.products.get(1, { select: z.object({ customerId: z.int() }) }))
  const ofReceipts = z.object({ __typename: z.literal('ReceiptRead'), payment: z.string() })
  // @ts-expect-error of another kind of document
  never(() => es.documents.get(1, { select: ofReceipts }))
  // @ts-expect-error of whoever is logged in
  never(() => es.me({ select: z.object({ nombre: z.string() }) }))
})

test('what types cannot see compiles, and is looked at when it is used', () => {
  const hidden: z.ZodType<{ nombre: string }> = z.object({ nombre: z.string() })
  expectTypeOf(es.customers.get(1, { select: hidden })).resolves.toEqualTypeOf<{ nombre: string }>()
  const own = z.object({ ...customerFields(), gdprNotes: z.string().nullable() })
  expectTypeOf(es.customers.get(1, { select: own })).resolves.toHaveProperty('gdprNotes')
  const either = z.union([
    z.object({ __typename: z.literal('InvoiceRead'), hash: z.string() }),
    z.object({ __typename: z.literal('ReceiptRead'), documentId: z.int() }),
  ])
  expectTypeOf(es.documents.get(1, { select: either })).resolves.toEqualTypeOf<z.output<typeof either>>()
})

test('filters, searches and orders know the names of their lists', () => {
  never(() => es.customers.list({ filter: { field: 'updatedAt', comparison: 'gte', value: '2026-03-01' } }))
  never(() => es.products.list({ filter: [{ field: 'visible', comparison: 'in', value: [0, 1] }] }))
  // @ts-expect-error no such field
  never(() => es.customers.list({ filter: { field: 'nombre', comparison: 'eq', value: '1' } }))
  // @ts-expect-error a field of another list
  never(() => es.customers.list({ filter: [{ field: 'reference', comparison: 'eq', value: '1' }] }))
  // @ts-expect-error no such comparison
  never(() => es.customers.list({ filter: { field: 'vat', comparison: 'equals', value: '1' } }))
  // @ts-expect-error no such field to search
  never(() => es.customers.list({ search: { field: 'visible', value: '1' } }))
  // @ts-expect-error no such field to order by
  never(() => es.customers.list({ order: { field: 'nombre', sort: 'ASC' } }))
  // @ts-expect-error no such option
  never(() => es.customers.list({ filtre: [] }))
  // @ts-expect-error only products have variants
  never(() => es.customers.list({ includeVariants: true }))
  // @ts-expect-error countries are of no company
  never(() => es.countries.list({ companyId: 5 }))
})

test('data has the fields of its input, and no others', () => {
  const customer = { number: '1', name: 'x', countryId: 70, languageId: 2 }
  never(() => es.customers.create({ ...customer, vat: null }))
  never(() => es.products.update({ productId: 1, img: new Blob([]) }))
  never(() => es.invoices.update({ documentId: 1, status: 1 }))
  // @ts-expect-error a number is missing
  never(() => es.customers.create({ name: 'x', countryId: 70, languageId: 2 }))
  // @ts-expect-error no such field
  never(() => es.customers.create({ ...customer, nombre: 'x' }))
  // @ts-expect-error a wrong type
  never(() => es.customers.create({ ...customer, discount: '5' }))
  // @ts-expect-error the id is missing
  never(() => es.customers.update({ name: 'x' }))
  const line = { productId: 1, ordering: 1, qty: 1 }
  // @ts-expect-error no such field of a line
  never(() => es.invoices.update({ documentId: 1, products: [{ ...line, prise: 2 }] }))
  // @ts-expect-error no such model
  never(() => es.hooks.create({ model: 'Invoice', operation: 'create', url: 'https://example.com' }))
  // @ts-expect-error a text
  never(() => es.propertyGroups.get(5))
  // @ts-expect-error credit notes are not changed
  never(() => es.creditNotes.update({ documentId: 1 }))
})

test('the escape hatch is unknown until a schema says more', () => {
  expectTypeOf(es.request('{ me { data { userId } } }')).resolves.toEqualTypeOf<
    Readonly<Record<string, unknown>>
  >()
  const schema = z.object({ me: z.object({ data: z.object({ userId: z.int() }) }) })
  expectTypeOf(es.request('{ me { data { userId } } }', {}, schema)).resolves.toEqualTypeOf<
    z.output<typeof schema>
  >()
})

test('options are checked', () => {
  // @ts-expect-error no such platform
  never(() => createEsClient({ token: 'x', platform: 'pt' }))
  // @ts-expect-error a token is needed
  never(() => createEsClient({}))
})
