import { createPtEmulator, type PtEmulator, type PtEmulatorOptions } from '../../src/testing/index.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'

/** The company that a fresh emulator gives its user beside the demonstration company. */
export const company_id = 240_211

const api = 'https://api.moloni.pt/v1'
export const callback = 'https://example.com/callback'

/** A decoded answer; tests look into it with matchers and the helpers below. */
export type Answer = unknown

export interface SendOptions {
  query?: Record<string, string>
  body?: string | URLSearchParams
  headers?: Record<string, string>
  signal?: AbortSignal
  token?: string
  method?: string
}

export interface Rig {
  readonly emulator: PtEmulator
  readonly clock: FakeClock
  readonly company: PtEmulator['state']['companies'][string]
  /** A fresh access token of the first user. */
  readonly token: string
  /** A JSON call with the token and the company. */
  call(path: string, params?: Record<string, unknown>, options?: SendOptions): Promise<Answer>
  /** A bare request under `/v1/`. */
  send(path: string, options?: SendOptions): Promise<Response>
  /** A grant by GET. */
  grant(params: Record<string, string>): Promise<Response>
}

/** An emulator on a clock of its own, logged in. */
export async function rig(options: PtEmulatorOptions = {}, start?: string): Promise<Rig> {
  const clock = fakeClock(start)
  const emulator = createPtEmulator({ clock, ...options })
  const { clientId: client_id, clientSecret: client_secret, users } = emulator.credentials
  const company = emulator.state.companies[company_id]
  if (!company) throw new Error('The default company is missing.')

  const grant = (params: Record<string, string>) =>
    emulator.fetch(
      new Request(`${api}/grant/?${new URLSearchParams({ client_id, client_secret, ...params })}`),
    )
  const { username = '', password = '' } = users[0] ?? {}
  const token = field(
    await (await grant({ grant_type: 'password', username, password })).json(),
    'access_token',
  )

  const send: Rig['send'] = (
    path,
    { query, body, headers, signal, token: sent = token, method = 'POST' } = {},
  ) =>
    emulator.fetch(
      new Request(`${api}/${path}/?${new URLSearchParams({ access_token: sent, ...query })}`, {
        method,
        ...(body === undefined ? {} : { body }),
        ...(headers ? { headers } : {}),
        ...(signal ? { signal } : {}),
      }),
    )
  return {
    emulator,
    clock,
    company,
    token: String(token),
    grant,
    send,
    async call(path, params = {}, init = {}) {
      const body = JSON.stringify({ company_id, ...params })
      const response = await send(path, { ...init, body, query: { json: 'true', ...init.query } })
      return response.json()
    },
  }
}

/** A field of an answer. */
export function field(answer: unknown, name: string): string {
  const value = typeof answer === 'object' && answer !== null ? Object.entries(answer) : []
  return String(value.find(([key]) => key === name)?.[1] ?? '')
}

/** The id in an insert's answer. */
export function id(answer: unknown, name: string): number {
  const found = Number(field(answer, name))
  if (!(found > 0)) throw new Error(`No ${name} in ${JSON.stringify(answer)}`)
  return found
}

/** Rows of a list. */
export function list(answer: unknown): Record<string, unknown>[] {
  if (!Array.isArray(answer)) throw new Error(`No list: ${JSON.stringify(answer)}`)
  return answer.map((row) => ({ ...row }))
}

/** What `customers/insert` wants, all of it. */
export const customer = {
  vat: '509442013',
  number: '1001',
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
}

/** Ids that most tests need: a customer, a product, the 23 % tax and the series. */
export interface Ids {
  customer_id: number
  product_id: number
  tax_id: number
  document_set_id: number
  unit_id: number
  category_id: number
}

export async function furnish({ call, company }: Rig): Promise<Ids> {
  const first = (table: 'taxes' | 'documentSets' | 'measurementUnits' | 'productCategories', name: string) =>
    Number(company[table][0]?.[name])
  const tax_id = first('taxes', 'tax_id')
  const unit_id = first('measurementUnits', 'unit_id')
  const category_id = first('productCategories', 'category_id')
  const product = await call('products/insert', {
    category_id,
    type: 1,
    name: 'Tubo PPR 20 mm',
    reference: 'T-20',
    price: 2.37,
    unit_id,
    has_stock: 0,
    taxes: [{ tax_id, value: 23, order: 1, cumulative: 0 }],
  })
  return {
    customer_id: id(await call('customers/insert', customer), 'customer_id'),
    product_id: id(product, 'product_id'),
    tax_id,
    document_set_id: first('documentSets', 'document_set_id'),
    unit_id,
    category_id,
  }
}

/** A line of the furnished product. */
export function line(ids: Ids, changes: Record<string, unknown> = {}) {
  return {
    product_id: ids.product_id,
    name: 'Tubo PPR 20 mm',
    qty: 1,
    price: 2.37,
    taxes: [{ tax_id: ids.tax_id, value: 23, order: 1, cumulative: 0 }],
    ...changes,
  }
}

/** An invoice of one line on the clock's first day. */
export function invoice(ids: Ids, changes: Record<string, unknown> = {}) {
  return {
    date: '2026-03-02',
    expiration_date: '2026-04-01',
    document_set_id: ids.document_set_id,
    customer_id: ids.customer_id,
    products: [line(ids)],
    ...changes,
  }
}
