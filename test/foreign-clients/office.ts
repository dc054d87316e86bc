import { onTestFinished } from 'vitest'
import { createPtEmulator, type PtEmulator, type PtEmulatorOptions, serve } from '../../src/testing/index.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'
import { type Application, type ForeignClient, logIn, type Style } from './client.ts'
import { numberAt } from './reading.ts'

/** The company that a fresh emulator has beside the demonstration company. */
export const company_id = 240_211

export interface Office extends Application {
  readonly emulator: PtEmulator
  readonly clock: FakeClock
}

/** An emulated Moloni on a port, until the test is over. */
export async function office(options: PtEmulatorOptions = {}): Promise<Office> {
  const clock = fakeClock()
  const emulator = createPtEmulator({ clock, ...options })
  const { url, close } = await serve(emulator)
  onTestFinished(close)
  const { clientId, clientSecret, redirectUris } = emulator.credentials
  return { emulator, clock, url, clientId, clientSecret, redirectUri: redirectUris[0] ?? '' }
}

/** A client at work in a fresh office. */
export async function atWork(style: Style, options: PtEmulatorOptions = {}) {
  const place = await office(options)
  const client = await logIn(place, style)
  return { ...place, ...client, ids: await furnish(client) }
}

/** What documents need: a customer, an article of 2.37 at 23 %, the series, a way to pay. */
export interface Ids {
  readonly customer_id: number
  readonly product_id: number
  readonly tax_id: number
  readonly document_set_id: number
  readonly payment_method_id: number
}

/** Looks up the account's tables and adds a customer and an article, as every plug-in does first. */
async function furnish({ post }: ForeignClient): Promise<Ids> {
  const [taxes, sets, methods, units, categories] = await Promise.all([
    post('taxes/getAll', { company_id }),
    post('documentSets/getAll', { company_id }),
    post('paymentMethods/getAll', { company_id }),
    post('measurementUnits/getAll', { company_id }),
    post('productCategories/getAll', { company_id, parent_id: 0 }),
  ])
  const tax_id = numberAt(taxes, 0, 'tax_id')
  const product = await post('products/insert', {
    company_id,
    category_id: numberAt(categories, 0, 'category_id'),
    type: 1,
    name: 'Tubo PPR 20 mm',
    reference: 'T-20',
    price: 2.37,
    unit_id: numberAt(units, 0, 'unit_id'),
    has_stock: 0,
    taxes: [{ tax_id, value: 23, order: 1, cumulative: 0 }],
  })
  return {
    customer_id: numberAt(await post('customers/insert', customer('1001')), 'customer_id'),
    product_id: numberAt(product, 'product_id'),
    tax_id,
    document_set_id: numberAt(sets, 0, 'document_set_id'),
    payment_method_id: numberAt(methods, 0, 'payment_method_id'),
  }
}

/** Everything that `customers/insert` wants, documented or not. */
export function customer(number: string, other: Record<string, string | number> = {}) {
  return {
    company_id,
    vat: '509442013',
    number,
    name: 'Padaria Central, Lda.',
    language_id: 1,
    address: 'Rua da Fonte Nova 4',
    zip_code: '3000-121',
    city: 'Coimbra',
    country_id: 1,
    salesman_id: 0,
    maturity_date_id: 0,
    payment_day: 0,
    discount: 0,
    credit_limit: 0,
    payment_method_id: 0,
    delivery_method_id: 0,
    ...other,
  }
}

/** Three articles, 8.75 with tax, as `insert` takes them. */
export function invoice({ customer_id, product_id, tax_id, document_set_id }: Ids, date = '2026-03-02') {
  return {
    company_id,
    document_set_id,
    customer_id,
    date,
    expiration_date: date,
    our_reference: 'ENC-77',
    your_reference: '77',
    products: [
      {
        product_id,
        name: 'Tubo PPR 20 mm',
        summary: '',
        qty: 3,
        price: 2.37,
        discount: 0,
        order: 1,
        taxes: [{ tax_id, value: 23, order: 1, cumulative: 0 }],
      },
    ],
  }
}
