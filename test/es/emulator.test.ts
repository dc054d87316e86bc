import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { operations } from '../../src/es/groups/index.ts'
import type { OperationTable } from '../../src/es/operation.ts'
import { operationsProvenOnEs } from '../../src/testing/es/sdl.ts'
import { fixed, mailed, printed } from './fixed.ts'
import { office } from './office.ts'
import { all, failure } from './support.ts'

type Office = Awaited<ReturnType<typeof office>>

/** Reads everything that can be read without making anything first. */
async function look({ es, companyId }: Office) {
  const [me, company] = await Promise.all([es.me(), es.companies.get(companyId)])
  expect(me.userCompanies.map((one) => one.company?.companyId)).toContain(companyId)
  expect(company).toMatchObject({ companyId, documentCalculationsMode: 0 })
  const lists = await Promise.all([
    all(es.customers.list()),
    all(es.products.list()),
    all(es.productCategories.list()),
    all(es.taxes.list()),
    all(es.documentSets.list()),
    all(es.warehouses.list()),
    all(es.paymentMethods.list()),
    all(es.maturityDates.list()),
    all(es.measurementUnits.list()),
    all(es.countries.list({ defaultLanguageId: 2 })),
    all(es.currencies.list()),
    all(es.languages.list()),
  ])
  for (const rows of lists) expect(rows.length).toBeGreaterThan(0)
  await Promise.all([
    all(es.priceClasses.list()),
    all(es.deliveryMethods.list()),
    all(es.geographicZones.list()),
    all(es.propertyGroups.list()),
    all(es.hooks.list()),
    all(es.currencyExchanges.list()),
    all(es.timezones.list()),
    all(es.businessAreas.list()),
  ])
  expect(await es.fiscalZones.taxSettings('ES')).toMatchObject({ fiscalZone: 'ES' })
}

async function settings({ es }: Office) {
  const { paymentMethodId } = await es.paymentMethods.create({ name: 'Bizum' })
  const { priceClassId } = await es.priceClasses.create({ name: 'Mayoristas' })
  const tax = await es.taxes.create({
    name: 'VAT - ES - 4%',
    value: 4,
    type: 1,
    fiscalZone: 'ES',
    fiscalZoneFinanceType: 1,
    fiscalZoneFinanceTypeMode: 'NOR',
    countryId: 70,
  })
  expect(await es.taxes.get(tax.taxId)).toMatchObject({ value: 4, fiscalZone: 'ES' })
  expect(await es.paymentMethods.get(paymentMethodId)).toMatchObject({ name: 'Bizum' })
  expect(await es.priceClasses.get(priceClassId)).toMatchObject({ name: 'Mayoristas' })
  await es.deliveryMethods.create({ name: 'Furgoneta' })
  const [warehouse] = await all(es.warehouses.list())
  expect(await es.warehouses.get(warehouse?.warehouseId ?? 0)).toEqual(warehouse)
  expect(await es.countries.get(70, { select: undefined })).toMatchObject({ iso3166_1: 'ES' })
  expect(await es.languages.get(2)).toMatchObject({ languageId: 2 })
  return { paymentMethodId }
}

async function catalogue({ es }: Office) {
  const { productCategoryId } = await es.productCategories.create({ name: 'Bombas', parentId: null })
  expect(await es.productCategories.get(productCategoryId)).toMatchObject({ name: 'Bombas', parentId: null })
  const unit = await es.measurementUnits.create({
    name: 'Hora',
    abbreviation: 'h',
    measurementUnitUNECERId: 'HUR',
  })
  const [warehouse] = await all(es.warehouses.list())
  const warehouseId = warehouse?.warehouseId ?? 0
  const { productId } = await es.products.create({
    reference: 'BOMBA-1',
    name: 'Bomba',
    type: 1,
    price: 99.9,
    hasStock: true,
    warehouseId,
    exemptionReason: 'Exento',
    productCategoryId,
    measurementUnitId: unit.measurementUnitId,
    identifications: [{ type: 'EAN13', text: '4006381333931', favorite: true }],
  })
  const product = await es.products.update({ productId, name: 'Bomba de agua' })
  expect(product).toMatchObject({
    name: 'Bomba de agua',
    productCategory: { name: 'Bombas' },
    measurementUnit: { measurementUnitUNECERId: 'HUR' },
    identifications: [{ text: '4006381333931' }],
  })
  await es.stockMovements.createEntry({ productId, qty: 5, warehouseId })
  await es.stockMovements.createExit({ productId, qty: 2, warehouseId })
  expect(await es.products.get(productId)).toMatchObject({ stock: 3, hasStock: true })
  const group = await es.propertyGroups.create({
    name: 'Color',
    properties: [
      {
        name: 'Color',
        ordering: 0,
        visible: 1,
        values: [{ code: 'R', value: 'Rojo', ordering: 0, visible: 1 }],
      },
    ],
  })
  const [property] = (await es.propertyGroups.get(group.propertyGroupId)).properties
  const renamed = await es.propertyGroups.update({
    propertyGroupId: group.propertyGroupId,
    name: 'Tono',
    properties: [{ propertyId: property?.propertyId ?? '', name: 'Tono', values: [] }],
  })
  expect(renamed.name).toBe('Tono')
}

async function customers({ es }: Office) {
  const number = await es.customers.nextNumber()
  const data = { number, name: 'Ana', countryId: 70, languageId: 2, vat: 'B98411028' }
  await expect(es.customers.create({ ...data, vat: 'B98411029' })).rejects.toMatchObject({
    fields: [{ path: 'vat', code: 'tax_number' }],
  })
  const { customerId } = await es.customers.create(data)
  await expect(es.customers.create(data)).rejects.toMatchObject({
    name: 'ValidationError',
    fields: expect.arrayContaining([expect.objectContaining({ path: 'number', code: 'unique' })]),
  })
  await es.customers.update({ customerId, email: 'ana@example.com' })
  expect(await es.customers.get(customerId)).toMatchObject({ ...data, email: 'ana@example.com' })
  await expect(es.customers.update({ customerId: 1, name: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  const filter = { field: 'vat', comparison: 'eq', value: 'B98411028' } as const
  expect(await all(es.customers.list({ filter }))).toMatchObject([{ customerId }])
}

async function signUp({ es }: Office) {
  expect(await es.companies.freeSlug('nobody-has-this')).toBe(true)
  expect(await es.companies.freeVat('B98411028')).toBe(false)
  expect(
    await es.companies.signUp({
      administratorName: 'Eva',
      administratorEmail: 'eva@example.com',
      administratorPwd: 'a long password',
      vat: 'A58818501',
      name: 'Nueva, S.A.',
      slug: 'nueva-sa',
      countryId: 70,
      languageId: 2,
      conditionsAccepted: true,
    }),
  ).toBe(true)
}

async function hooks({ es }: Office) {
  const url = 'http://127.0.0.1:9/hooks/secret'
  const { hookId } = await es.hooks.create({ model: 'Product', operation: 'create', url })
  expect(await all(es.hooks.list())).toMatchObject([{ hookId, url }])
  expect(await es.hooks.delete(hookId)).toMatchObject({ deletedCount: 1 })
}

describe('a strict client on the emulated Moloni Spain', () => {
  it('calls every operation that was seen there', { timeout: 60_000 }, async () => {
    const parts = await office()
    parts.clock.auto = true
    await look(parts)
    const { paymentMethodId } = await settings(parts)
    await catalogue(parts)
    await customers(parts)
    await hooks(parts)
    await fixed(parts, paymentMethodId)
    await signUp(parts)
    const called = new Set(parts.emulator.requests.map(({ path }) => path))
    expect([...operationsProvenOnEs()].filter((name) => !called.has(name))).toEqual([])
  })
})

describe('a strict client on the emulated Moloni ON', () => {
  it('calls what was seen there only', { timeout: 60_000 }, async () => {
    const { es, sale, companyId, clock, emulator } = await office({ platform: 'on' })
    const { invoiceReceipts } = es
    const [method] = await all(es.paymentMethods.list())
    const payments = (value: number) => [
      { paymentMethodId: method?.paymentMethodId ?? 0, date: '2026-03-02', value },
    ]
    expect(await all(es.companies.list())).toMatchObject([{ companyId, isConfirmed: true }])
    expect((await es.hooks.modelOperations()).map(({ model }) => model)).toContain('Product')

    const probe = await es.invoices.create(sale)
    const paid = payments(probe.totalValue ?? 0)
    expect(await invoiceReceipts.nextNumber(sale.documentSetId)).toMatchObject({ number: 1 })
    const draft = await invoiceReceipts.create({ ...sale, payments: paid })
    const { documentId } = draft
    expect(await invoiceReceipts.update({ documentId, status: 1 })).toMatchObject({ status: 1, number: 1 })
    expect(await invoiceReceipts.get(documentId)).toMatchObject({ status: 1 })
    expect(await all(invoiceReceipts.list())).toHaveLength(1)
    expect((await all(es.documents.list())).map((one) => one.documentId)).toContain(documentId)
    await printed(invoiceReceipts, documentId, clock)
    await mailed(invoiceReceipts, documentId)
    const [mail] = await all(invoiceReceipts.mailsHistory(documentId))
    await all(invoiceReceipts.mailRecipients(mail?.deliveryId ?? 'none'))
    const select = z.object({ operation: z.string() })
    expect(await all(invoiceReceipts.logs({ relatedId: documentId, select }))).not.toEqual([])
    await settled(invoiceReceipts.getZip([documentId]))
    await settled(invoiceReceipts.getZipToken('/a.zip'))
    await settled(invoiceReceipts.draftable(documentId))
    const made = await invoiceReceipts.bulkCreate({ documents: [{ ...sale, payments: paid }] })
    expect(made).toMatchObject([{ row: { status: 0 } }])
    const [first] = made
    if (first && 'row' in first) await invoiceReceipts.delete(first.row.documentId)
    const last = await invoiceReceipts.create({ ...sale, payments: paid, status: 1 })
    const nullifiedReason = 'Engano'
    expect(await invoiceReceipts.nullify({ documentId: last.documentId, nullifiedReason })).toMatchObject({
      nullified: true,
    })

    const invoice = await es.invoices.create({ ...sale, status: 1 })
    await expect(es.invoices.nullify({ documentId: invoice.documentId })).rejects.toMatchObject({
      fields: [{ code: 'required' }],
    })
    expect(await es.invoices.nullify({ documentId: invoice.documentId, nullifiedReason })).toMatchObject({
      nullified: true,
    })
    const order = await es.purchaseOrders.create({ ...sale, status: 1 })
    await es.purchaseOrders.nullify({ documentId: order.documentId, nullifiedReason })
    await es.purchaseOrders.delete((await es.purchaseOrders.create(sale)).documentId)
    await es.invoices.delete(probe.documentId)
    const spare = await es.customers.create({ number: 'Z1', name: 'Sobra', countryId: 1, languageId: 1 })
    expect(await es.customers.delete(spare.customerId)).toMatchObject({ deletedCount: 1 })
    const [product] = (await all(es.products.list())).slice(-1)
    await settled(es.products.delete(product?.productId ?? 0))
    const category = await es.productCategories.create({ name: 'Sobra' })
    await es.productCategories.delete(category.productCategoryId)

    const called = new Set(emulator.requests.map(({ path }) => path))
    const tables: Readonly<Record<string, OperationTable>> = operations
    const onlyOn = Object.values(tables).flatMap((table) =>
      Object.values(table).flatMap(({ onlyOn, root }) => (onlyOn ? [root] : [])),
    )
    expect(onlyOn.filter((name) => !called.has(name))).toEqual([])
  })
})

/** What may be refused for what it is, but not for how it was asked. */
async function settled(call: Promise<unknown>): Promise<void> {
  const error = await failure(call)
  if (error !== undefined)
    expect(error).toMatchObject({ name: expect.stringMatching(/Refused|Validation|NotFound/) })
}
