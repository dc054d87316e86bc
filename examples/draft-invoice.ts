/**
 * Lists the customers of a company and drafts an invoice for the first of them.
 *
 * Needs an access token and a company id, see docs/auth.md. A draft has no number and no legal effect.
 */
import { env } from 'node:process'
import { createPtClient } from 'moloni-sdk/pt'

const pt = createPtClient({
  token: env.MOLONI_PT_ACCESS_TOKEN ?? '',
  companyId: Number(env.MOLONI_PT_COMPANY_ID),
  // Another server in Moloni's place, for example the emulator.
  ...(env.MOLONI_PT_BASE_URL ? { baseUrl: env.MOLONI_PT_BASE_URL } : {}),
})

const customers = []
for await (const customer of pt.customers.list()) customers.push(customer)
console.log(`${customers.length} customers`)

const [customer] = customers
const [set] = await pt.documentSets.getAll({})
const [product] = await pt.products.getModifiedSince({ lastmodified: '2000-01-01', qty: 1 })
if (!customer || !set || !product)
  throw new Error('The company needs a customer, a document set and a product.')

const today = new Date().toISOString().slice(0, 10)
const { document_id } = await pt.invoices.insert({
  document_set_id: set.document_set_id,
  customer_id: customer.customer_id,
  date: today,
  expiration_date: today,
  status: 0,
  products: [
    {
      product_id: product.product_id,
      name: product.name,
      qty: 1,
      price: product.price,
      ...(product.exemption_reason ? { exemption_reason: product.exemption_reason } : {}),
      // Lines do not inherit the taxes of their product.
      taxes: (product.taxes ?? []).map(({ tax_id, tax }) => ({ tax_id, value: tax?.value ?? 0 })),
    },
  ],
})
console.log(`draft ${document_id} for ${customer.name}`)
