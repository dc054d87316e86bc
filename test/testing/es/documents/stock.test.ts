import { describe, expect, it } from 'vitest'
import { at } from '../support.ts'
import { office } from './office.ts'

async function store() {
  const world = await office({ platform: 'on' })
  const { company, call, ids, sale } = world
  const answer = await call(
    'mutation ($companyId: Int!, $data: ProductInsert!) { productCreate(companyId: $companyId, data: $data) { errors { field msg } data { productId } } }',
    {
      data: {
        name: 'Filtro',
        reference: 'F-1',
        type: 1,
        price: 5,
        hasStock: true,
        warehouses: [{ warehouseId: company.warehouses[0]?.warehouseId, stock: 10 }],
        productCategoryId: company.productCategories[0]?.productCategoryId,
        measurementUnitId: company.measurementUnits[0]?.measurementUnitId,
        taxes: [{ taxId: ids.taxId, value: 23, ordering: 1, cumulative: false }],
      },
    },
  )
  const productId = Number(at(answer, 'data.productCreate.data.productId'))
  const stock = async () =>
    at(
      await call(
        'query ($companyId: Int!, $productId: Int!) { product(companyId: $companyId, productId: $productId) { data { stock } } }',
        { productId },
      ),
      'data.product.data.stock',
    )
  const of = (qty: number) => ({ products: [{ productId, ordering: 1, qty }] })
  return { ...world, productId, stock, of, sold: (qty: number) => sale(of(qty)) }
}

describe('stock', () => {
  it('leaves when an invoice is closed, not before, and comes back when it is nullified', async () => {
    const { made, close, sold, stock, emulator, company } = await store()
    const documentId = await made('invoice', sold(4))
    expect(await stock()).toBe(10)
    await close('invoice', documentId)
    expect(await stock()).toBe(6)
    expect(company.stockMovements.at(-1)).toMatchObject({ documentId, direction: 2, qty: 4, type: 2 })
    emulator.person.documents.nullify(documentId, 'x')
    expect(await stock()).toBe(10)
  })

  it.each(['estimate', 'purchaseOrder', 'proFormaInvoice', 'deliveryNote'])(
    'stays for a %s',
    async (code) => {
      const { closed, of, stock } = await store()
      await closed(code, of(4))
      expect(await stock()).toBe(10)
    },
  )

  it('comes back with a credit note', async () => {
    const { closed, of, stock, create, sale } = await store()
    const documentId = await closed('simplifiedInvoice', of(4))
    expect(await stock()).toBe(6)
    const { expirationDate: _, ...data } = sale({
      ...of(1),
      status: 1,
      relatedWith: [{ relatedDocumentId: documentId, value: 6.15 }],
    })
    expect(await create('creditNote', data)).toMatchObject({ errors: [] })
    expect(await stock()).toBe(7)
  })

  it('is not moved by lines of services and of things without stock', async () => {
    const { closed, stock, company } = await store()
    const before = company.stockMovements.length
    await closed('invoice')
    expect(await stock()).toBe(10)
    expect(company.stockMovements).toHaveLength(before)
  })

  it('is not moved by what is refused', async () => {
    const { create, sold, stock } = await store()
    const data = { ...sold(4), status: 1 }
    await create('invoice', { ...data, customerId: 4 })
    await create('invoiceReceipt', { ...data, payments: [{ paymentMethodName: 'Cash', value: 1 }] })
    expect(await stock()).toBe(10)
  })
})
