import { createEsClient, type EsClientOptions } from '../../src/es/index.ts'
import { fakeClock } from '../support/fake-clock.ts'

export interface Sent {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly text: string
}

type Step = (request: Sent) => Response | Promise<Response>

/** Data as an answer; text is sent as it is. */
export function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Step {
  return () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
}

/** The value of a root field. */
export const root = (name: string, value: unknown) => answer({ data: { [name]: value } })

/** One record in its envelope. */
export const record = (name: string, data: unknown, errors: unknown = []) => root(name, { errors, data })

/** A page of records in its envelope. */
export function page(
  name: string,
  data: unknown,
  { page = 1, qty = 50, count = listLength(data) } = {},
): Step {
  return root(name, { errors: [], data, options: { pagination: { page, qty, count } } })
}

const listLength = (data: unknown) => (Array.isArray(data) ? data.length : 0)

/** Errors above the operations. */
export const topLevel = (code: string, message: string, more: object = {}, status = 200) =>
  answer({ errors: [{ message, extensions: { code }, ...more }] }, status)

/** A client whose requests are answered by the steps in turn; the last one again and again. */
export function scripted(steps: readonly Step[], options: Partial<EsClientOptions> = {}) {
  const clock = fakeClock()
  clock.auto = true
  const sent: Sent[] = []
  const fetch = async (request: Request) => {
    const text = await request.text()
    const { query = '', variables = {} } = text.startsWith('{') ? JSON.parse(text) : {}
    const { method, url } = request
    const seen: Sent = { method, url, headers: Object.fromEntries(request.headers), query, variables, text }
    sent.push(seen)
    const step = steps[Math.min(sent.length, steps.length) - 1]
    if (!step) throw new Error('nothing to answer')
    return step(seen)
  }
  const random = { next: () => 0.5, token: () => 'x' }
  const es = createEsClient({
    token: 'the-token',
    companyId: 7,
    fetch,
    clock,
    random,
    budget: false,
    ...options,
  })
  return { es, sent, clock }
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const result: T[] = []
  for await (const item of items) result.push(item)
  return result
}

/** Calls a method as plain JavaScript would. */
export function loosely(group: object, method: string, ...args: unknown[]): unknown {
  return Reflect.apply(Reflect.get(group, method), group, args)
}

/** What a call was rejected with. */
export const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  )

/** A customer as an answer holds it. */
export const customer = (customerId: number, more: object = {}) => ({
  ...Object.fromEntries(names.map((name) => [name, null])),
  customerId,
  number: `${customerId}`,
  name: `Cliente ${customerId}`,
  isDefault: false,
  countryId: 70,
  ...more,
})

const names =
  'vat visible address city zipCode email website phone fax contactName contactEmail contactPhone notes discount creditLimit paymentDay exemptionReason country languageId language maturityDateId maturityDate paymentMethodId deliveryMethodId documentSetId priceClassId salespersonId'.split(
    ' ',
  )
