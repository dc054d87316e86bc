import { onTestFinished } from 'vitest'
import { createPtClient, type DocumentDetails, type PtClient } from '../../../src/pt/index.ts'
import { type PtEmulator, seedInstaller, serve } from '../../../src/testing/index.ts'
import { loggedIn } from '../../oauth/support.ts'

/** A strict client on an emulated installer, over real HTTP. */
export async function office() {
  const { emulator, tokens, clock } = await loggedIn()
  const company = seedInstaller(emulator, { customers: 12, products: 12 })
  const { url, close } = await serve(emulator)
  onTestFinished(close)
  const pt = createPtClient({
    token: tokens,
    companyId: company.company_id,
    baseUrl: url,
    budget: false,
    strict: true,
  })
  return { pt, emulator, clock, company, url, sale: await saleFields(pt) }
}

/** The fields of a sale of two lines: 3 × 2.37 and 2 × 10 at a discount of 5 %, with tax of 23 %. */
async function saleFields(pt: PtClient) {
  const [set] = await pt.documentSets.getAll()
  const [customer, other] = await pt.customers.getAll({ qty: 2 })
  const products = await pt.products.getModifiedSince({ lastmodified: '2000-01-01', qty: 2 })
  const tax = (await pt.taxes.getAll({ fiscal_zone: 'PT' })).find(({ value }) => value === 23)
  const taxes = [{ tax_id: tax?.tax_id ?? 0, value: 23, order: 1, cumulative: 0 }]
  const lines = [
    { qty: 3, price: 2.37, discount: 0 },
    { qty: 2, price: 10, discount: 5 },
  ].map((line, index) => ({
    ...line,
    product_id: products[index]?.product_id ?? 0,
    name: products[index]?.name ?? '',
    taxes,
  }))
  return {
    otherCustomer: other?.customer_id ?? 0,
    fields: {
      date: '2026-03-02',
      expiration_date: '2026-04-01',
      document_set_id: set?.document_set_id ?? 0,
      customer_id: customer?.customer_id ?? 0,
      products: lines,
    },
  }
}

export type Office = Awaited<ReturnType<typeof office>>

/** A closed invoice. */
export async function invoice({ pt, sale }: Office, own: object = {}): Promise<DocumentDetails> {
  const { document_id } = await pt.invoices.insert({ ...sale.fields, ...own, status: 1 })
  return pt.invoices.getOne({ document_id })
}

/** Which changing calls were sent so far. */
export function changes({ requests }: Pick<PtEmulator, 'requests'>): string[] {
  return requests
    .map(({ path }) => path)
    .filter((path) => /\/(insert|update|delete|documentCancel|documentDraft|sendEmail)$/.test(path))
}
