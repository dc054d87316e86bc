import { createEsClient, type EsClient, type EsClientOptions } from '../../src/es/index.ts'
import { type EsEmulatorOptions, seedEsInstaller } from '../../src/testing/index.ts'
import { loggedInEs } from '../oauth/es-support.ts'

/** A strict client on an emulated installer, and the fields of a sale of two lines. */
export async function office(options: EsEmulatorOptions = {}, own: Partial<EsClientOptions> = {}) {
  const parts = await loggedInEs(options)
  const { emulator, tokens, clock, fetch } = parts
  const company = seedEsInstaller(emulator, { customers: 12, products: 20 })
  const { companyId } = company
  const platform = options.platform ?? 'es'
  const es = createEsClient({
    token: tokens,
    platform,
    companyId,
    fetch,
    clock,
    budget: false,
    strict: true,
    ...own,
  })
  return { ...parts, es, company, companyId, sale: await saleFields(es) }
}

async function first<T>(rows: AsyncIterable<T>): Promise<T> {
  for await (const row of rows) return row
  throw new Error('There is no row.')
}

/** 3 × 2.37 and 2 × 10 at a discount of 5 %, with the usual tax. */
async function saleFields(es: EsClient) {
  const [customer, set, tax] = await Promise.all([
    first(es.customers.list({ filter: { field: 'isDefault', comparison: 'eq', value: false } })),
    first(es.documentSets.list()),
    first(es.taxes.list({ filter: { field: 'isDefault', comparison: 'eq', value: true } })),
  ])
  const products = await first(es.products.list().pages())
  const [one, other] = products.rows
  if (!one || !other) throw new Error('There are no products.')
  const line = (productId: number, ordering: number, qty: number, price: number, discount = 0) => ({
    productId,
    ordering,
    qty,
    price,
    discount,
    taxes: [{ taxId: tax.taxId, value: tax.value ?? 0, ordering: 1, cumulative: false }],
  })
  return {
    documentSetId: set.documentSetId,
    customerId: customer.customerId,
    date: '2026-03-02',
    expirationDate: '2026-04-01',
    products: [line(one.productId, 1, 3, 2.37), line(other.productId, 2, 2, 10, 5)],
  }
}
