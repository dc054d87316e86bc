import { beforeAll, describe, expect, it } from 'vitest'
import { at } from '../support.ts'
import { type Office, office, refused } from './office.ts'

describe('a draft', () => {
  it('has no number, and a snapshot of its customer and its lines', async () => {
    const { made, one, ids, sale } = await office()
    const documentId = await made(
      'invoice',
      sale({ ourReference: '#1042', yourReference: 'PO 7', notes: 'a' }),
    )
    expect(await one('invoice', documentId)).toMatchObject({
      documentTypeId: 1,
      number: null,
      status: 0,
      date: '2026-03-02T10:00:00.000Z',
      documentSetName: 'A',
      ourReference: '#1042',
      yourReference: 'PO 7',
      notes: 'a',
      entityName: 'Talleres Nogal',
      entityNumber: '77',
      entityCountryName: 'España',
      countryId: 70,
      hash: null,
      pdfExport: null,
      products: [{ productId: ids.productId, name: 'Termostato', qty: 1, price: 2.37, discount: 0 }],
    })
  })

  it('names what it points at', async () => {
    const { made, one, sale, company, ids } = await office()
    const [maturityDateId, deliveryMethodId] = [
      company.maturityDates[1]?.maturityDateId,
      company.deliveryMethods[1]?.deliveryMethodId,
    ]
    const documentId = await made(
      'invoice',
      sale({ maturityDateId, deliveryMethodId, deliveryLoadCountryId: 1, fiscalZone: 'es' }),
    )
    const fields =
      'fiscalZone expirationDate maturityDateName maturityDateDays deliveryMethodName deliveryLoadCountry { iso3166_1 } customer { customerId name } documentType { apiCode apiCodePlural } documentSet { name } company { companyId } products { product { reference } taxes { tax { name } } } lastOperations { created { username } }'
    expect(await one('invoice', documentId, fields)).toEqual({
      fiscalZone: 'ES',
      expirationDate: '2026-03-02',
      maturityDateName: '30 días',
      maturityDateDays: 30,
      deliveryMethodName: 'Mensajería',
      deliveryLoadCountry: { iso3166_1: 'PT' },
      customer: { customerId: ids.customerId, name: 'Talleres Nogal' },
      documentType: { apiCode: 'invoice', apiCodePlural: 'invoices' },
      documentSet: { name: 'A' },
      company: { companyId: company.companyId },
      products: [{ product: { reference: 'T-20' }, taxes: [{ tax: { name: 'IVA 21%' } }] }],
      lastOperations: { created: { username: 'Lucía Ortega' } },
    })
  })

  it('changes in parts', async () => {
    const { made, update, sale, line } = await office()
    const documentId = await made('invoice', sale({ ourReference: 'OT-1', notes: 'a' }))
    expect(await update('invoice', { documentId, notes: 'b', products: [line({ qty: 2 })] })).toMatchObject({
      errors: [],
      data: { ourReference: 'OT-1', notes: 'b', grossValue: 4.74, status: 0, number: null },
    })
    expect(
      await update('invoice', { documentId, notes: null, date: null, documentSetId: null }),
    ).toMatchObject({ data: { notes: null, date: '2026-03-02T10:00:00.000Z', documentSetName: 'A' } })
  })

  it('follows its customer until it is closed', async () => {
    const { made, update, one, company, ids } = await office()
    const documentId = await made('invoice')
    const row = company.customers.find(({ customerId }) => customerId === ids.customerId)
    Object.assign(row ?? {}, { name: 'Nogal e Hijos' })
    expect(await update('invoice', { documentId, status: 1 })).toMatchObject({
      data: { entityName: 'Nogal e Hijos' },
    })
    Object.assign(row ?? {}, { name: 'Nogal y Nietos' })
    expect(await one('invoice', documentId)).toMatchObject({ entityName: 'Nogal e Hijos' })
    expect(
      await update('invoice', { documentId: await made('invoice'), customerId: ids.otherCustomerId }),
    ).toMatchObject({ data: { entityName: 'Hotel Faro' } })
  })

  it('is not touched by an update that is refused', async () => {
    const { made, update, one, sale } = await office()
    const documentId = await made('invoice', sale({ notes: 'a' }))
    const before = await one('invoice', documentId)
    expect(await update('invoice', { documentId, notes: 'b', customerId: 4 })).toEqual(
      refused(['customerId', 'The customer provided does not exist for this company']),
    )
    expect(await update('invoice', { documentId, notes: 'b', products: [] })).toEqual(
      refused(['products', 'At least one product is required']),
    )
    expect(await one('invoice', documentId)).toEqual(before)
  })

  it('is of its own kind only', async () => {
    const { made, update, one } = await office()
    const documentId = await made('invoice')
    expect(await update('estimate', { documentId, notes: 'x' })).toEqual(
      refused(['documentId', 'The document provided does not exist for this company']),
    )
    expect(await one('estimate', documentId)).toBeNull()
  })
})

describe('a new document', () => {
  let till: Office
  beforeAll(async () => {
    till = await office()
  })

  it.each([
    [
      'an unknown customer',
      { customerId: 4 },
      ['customerId', 'The customer provided does not exist for this company'],
    ],
    [
      'no customer',
      { customerId: 0 },
      ['customerId', 'The customer provided does not exist for this company'],
    ],
    [
      'an unknown set',
      { documentSetId: 4 },
      ['documentSetId', 'The document set provided does not exist for this company'],
    ],
    [
      'no set',
      { documentSetId: 0 },
      ['documentSetId', 'The document set provided does not exist for this company'],
    ],
    ['no lines', { products: [] }, ['products', 'At least one product is required']],
    [
      'an unknown salesperson',
      { salespersonId: 4 },
      ['salespersonId', 'That salesperson does not belong to your company'],
    ],
    [
      'an unknown delivery method',
      { deliveryMethodId: 4 },
      ['deliveryMethodId', 'The delivery method provided does not exist for this company'],
    ],
    [
      'an unknown vehicle',
      { vehicleId: 4 },
      ['vehicleId', 'The vehicle provided does not exist for this company'],
    ],
    [
      'an unknown address',
      { alternateAddressId: 4 },
      ['alternateAddressId', 'The alternate address provided does not exist for this company'],
    ],
    [
      'an unknown currency',
      { currencyExchangeId: 4_000 },
      ['currencyExchangeId', 'The currency exchange provided does not exist'],
    ],
    [
      'a negative rate',
      { currencyExchangeExchange: -1 },
      ['currencyExchangeExchange', 'Invalid exchange rate'],
    ],
    [
      'a due date before its own',
      { expirationDate: '2026-03-01' },
      ['expirationDate', 'The expiration date is earlier than the date of the document'],
    ],
    [
      'a discount over 100',
      { globalDiscount: 101 },
      ['globalDiscount', 'Discount must be between 0 and 100'],
    ],
    [
      'a discount below 0',
      { financialDiscount: -1 },
      ['financialDiscount', 'Discount must be between 0 and 100'],
    ],
    ['an unknown status', { status: 2 }, ['status', 'Invalid status']],
    [
      'an unknown mode',
      { documentCalculationsMode: 3 },
      ['documentCalculationsMode', 'Invalid document calculations mode'],
    ],
    [
      'an unknown related document',
      { relatedWith: [{ relatedDocumentId: 4, value: 1 }] },
      ['relatedWith', 'The related document provided does not exist for this company'],
    ],
  ] as [string, Record<string, unknown>, [string, string]][])(
    'is refused with %s',
    async (_name, change, problem) => {
      const { create, sale, company } = await office()
      expect(await create('invoice', sale(change))).toEqual(refused(problem))
      expect(company.documents).toEqual([])
    },
  )

  it.each([
    [
      'an unknown product',
      { productId: 4 },
      ['productId', 'The product provided does not exist for this company'],
    ],
    ['no quantity', { qty: 0 }, ['qty', 'Quantity must be greater than zero']],
    ['a discount over 100', { discount: 100.5 }, ['discount', 'Discount must be between 0 and 100']],
    [
      'an unknown tax',
      { taxes: [{ taxId: 4, value: 21 }] },
      ['taxId', 'The tax provided does not exist for this company'],
    ],
    [
      'an unknown warehouse',
      { warehouseId: 4 },
      ['warehouseId', 'The warehouse provided does not exist for this company'],
    ],
    [
      'an unknown retention',
      { retentionId: 4 },
      ['retentionId', 'The retention provided does not exist for this company'],
    ],
    ['no VAT and no reason', { taxes: [] }, ['exemptionReason', 'Exemption Reason is required']],
    [
      'an unknown line of another document',
      { relatedDocumentId: 4, relatedDocumentProductId: 5 },
      ['relatedDocumentProductId', 'The related line provided does not exist'],
    ],
  ] as [string, Record<string, unknown>, [string, string]][])(
    'is refused with a line of %s',
    async (_name, change, problem) => {
      const { create, sale, line } = await office()
      expect(await create('invoice', sale({ products: [line(change)] }))).toEqual(refused(problem))
    },
  )

  it('is refused with everything that is wrong, each thing once', async () => {
    const { create, sale, line } = till
    const products = [line({ qty: -1 }), line({ qty: 0, productId: 4 })]
    expect(await create('invoice', sale({ customerId: 4, products, status: 9 }))).toEqual(
      refused(
        ['customerId', 'The customer provided does not exist for this company'],
        ['status', 'Invalid status'],
        ['qty', 'Quantity must be greater than zero'],
        ['productId', 'The product provided does not exist for this company'],
      ),
    )
  })

  it('must name what the schema demands', async () => {
    const { create, sale } = till
    const { expirationDate: _, ...rest } = sale()
    expect(at(await create('invoice', rest), 'errors.0.message')).toContain(
      'Field "expirationDate" of required type "Date!" was not provided.',
    )
    expect(at(await create('receipt', sale()), 'errors.0.message')).toContain('Field "relatedWith"')
  })

  it('counts as one of those that the plan allows', async () => {
    const { create, made, sale, company } = await office()
    const { limits } = company.company
    if (Array.isArray(limits)) limits.push({ moduleId: 'documents', resource: 'documents', limit: 1 })
    await made('invoice')
    expect(await create('invoice', sale())).toEqual(
      refused(['*', 'Number of items is over the allowed limit.']),
    )
  })

  it('takes 0 for nothing, as the plug-ins send it', async () => {
    const { create, sale, line } = await office()
    const products = [line({ ordering: 0, warehouseId: 0 })]
    expect(
      await create('invoice', sale({ deliveryMethodId: 0, maturityDateId: null, products })),
    ).toMatchObject({ errors: [], data: { products: [{ warehouseId: null }] } })
  })
})

describe('a line', () => {
  it('overrides its product', async () => {
    const { create, sale, line } = await office()
    const changes = { name: 'Termostato negro', price: 9, discount: 50 }
    expect(await create('invoice', sale({ products: [line(changes)] }))).toMatchObject({
      data: { products: [changes], grossValue: 9, totalDiscountValue: 4.5 },
    })
  })

  it('may cost nothing', async () => {
    const { create, sale, line } = await office()
    expect(await create('invoice', sale({ products: [line({ price: 0 })] }))).toMatchObject({
      errors: [],
      data: { totalValue: 0 },
    })
  })

  it('takes name, price and reason from its product where it says nothing', async () => {
    const { create, sale, company, ids } = await office()
    const product = company.products.find(({ productId }) => productId === ids.productId)
    Object.assign(product ?? {}, { exemptionReason: 'Exento' })
    const products = [{ productId: ids.productId, ordering: 1, qty: 2 }]
    expect(await create('invoice', sale({ products }))).toMatchObject({
      errors: [],
      data: {
        totalValue: 4.74,
        products: [{ name: 'Termostato', price: 2.37, exemptionReason: 'Exento', taxes: [] }],
      },
    })
  })

  it('takes the taxes of its product on ON, and on ES where the account does', async () => {
    const bare = async (options: Parameters<typeof office>[0]) => {
      const { create, sale, ids } = await office(options)
      return create('invoice', sale({ products: [{ productId: ids.productId, ordering: 1, qty: 1 }] }))
    }
    expect(await bare({ platform: 'on' })).toMatchObject({
      data: { taxesValue: 0.55, products: [{ taxes: [{ value: 23 }] }] },
    })
    expect(await bare({ inheritTaxes: true })).toMatchObject({ data: { taxesValue: 0.5 } })
    expect(await bare({})).toEqual(refused(['exemptionReason', 'Exemption Reason is required']))
  })

  it('with an empty list of taxes has none, on ON too', async () => {
    const { create, sale, line } = await office({ platform: 'on' })
    expect(
      await create('invoice', sale({ products: [line({ taxes: [], exemptionReason: 'M07' })] })),
    ).toMatchObject({ data: { taxesValue: 0, products: [{ exemptionReason: 'M07' }] } })
  })

  it('needs a code for a reason where the account has a list of them', async () => {
    const { create, sale, line } = await office({ platform: 'on' })
    expect(
      await create('invoice', sale({ products: [line({ taxes: [], exemptionReason: 'exempt' })] })),
    ).toEqual(refused(['exemptionReason', 'Invalid exemption reason']))
  })

  it('is charged at the rate of the account, whatever was sent', async () => {
    const { create, sale, line, ids } = await office()
    for (const value of [undefined, 4, 21]) {
      const taxes = [{ taxId: ids.taxId, value }]
      expect(await create('invoice', sale({ products: [line({ price: 100, taxes })] }))).toMatchObject({
        data: { taxesValue: 21, products: [{ taxes: [{ value: 21 }] }] },
      })
    }
  })

  it('must state the value of a tax where the account wants it', async () => {
    const { create, sale, line, ids } = await office({ taxValueOptional: false })
    expect(await create('invoice', sale({ products: [line({ taxes: [{ taxId: ids.taxId }] })] }))).toEqual(
      refused(['value', 'Tax value is required']),
    )
  })

  it('may be one object in place of a list', async () => {
    const { create, sale, line } = await office()
    expect(await create('invoice', sale({ products: line() }))).toMatchObject({ data: { grossValue: 2.37 } })
  })
})
