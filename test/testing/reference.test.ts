import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seedInstaller } from '../../src/testing/index.ts'
import { methods } from '../../src/testing/pt/methods.ts'
import type { Fields, Rule } from '../../src/testing/pt/validation/rules.ts'
import { customer, furnish, invoice, list, type Rig, rig } from './support.ts'

const shared = new URL('../../../shared/', import.meta.url)
const referenceFile = new URL('reference/moloni-pt/endpoints.json', shared)
const recordings = new URL('recorded/moloni-pt/', shared)
const present = existsSync(referenceFile)
const why = present ? '' : ' (skipped: ../shared is not there)'

interface Param {
  name: string
  type: string
  required: boolean | null
  items?: Param[]
}

interface Field {
  type: string
  optional?: boolean
  fields?: Record<string, Field>
  items?: Field
}

interface Endpoint {
  group: string
  method: string
  params: Param[]
  returns: string
  fields: Record<string, Field>
}

const served = new Set(Object.keys(methods).map((path) => path.split('/')[0]))
served.delete('deductions')
served.delete('currencies')
served.delete('estimates')
const endpoints: Endpoint[] = present
  ? JSON.parse(readFileSync(referenceFile, 'utf8')).filter(({ group }: Endpoint) => served.has(group))
  : []
const path = ({ group, method }: Endpoint) => `${group}/${method}`

/** Only the v2 host is known to have it, and its answer is not. */
const notServed = ['products/getCategoryTree']

/** Where the emulator asks for more or less than the reference prints, each with its source in the guide. */
const otherwise: Record<string, RegExp> = {
  'needed by the live API':
    /^customers\/insert (salesman_id|payment_day|discount|credit_limit|delivery_method_id)$/,
  'an update keeps what it is not sent': /^(invoices|customers|products)\/update /,
  'a product is found by its id': /^products\/getOne (category_id|product_id)$/,
  'the value is judged with the tax': / (taxes\.|products\.taxes\.)/,
  'nobody published whether it is mandatory': /^[a-zA-Z]+\/(get|count)ModifiedSince lastmodified$/,
  'the console only': /^companies\/update /,
  'two ways to name a reference': /^documents\/setMBReferenceAsPaid /,
  'a search by name takes no e-mail': /^salesmen\/countByName email$/,
}

function excused(path: string, name: string): boolean {
  return Object.values(otherwise).some((pattern) => pattern.test(`${path} ${name}`))
}

/** What the fields lack, have too much of, or require otherwise. */
function differences(path: string, params: readonly Param[], fields: Fields, prefix = ''): string[] {
  return params.flatMap((param) => {
    const name = prefix + param.name
    if (param.name === 'company_id' || excused(path, name)) return []
    const rule: Rule | undefined = fields[param.name]
    if (rule === undefined) return [`${path}: ${name} is not known`]
    const found: string[] = []
    const required = typeof rule === 'string' ? rule.includes('!') : 'rows' in rule && rule.required === true
    if (param.required !== null && required !== (param.required ?? false)) {
      found.push(`${path}: ${name} is ${required ? '' : 'not '}required`)
    }
    if (typeof rule !== 'string')
      return [...found, ...differences(path, param.items ?? [], 'rows' in rule ? rule.rows : rule.record, `${name}.`)]
    const numeric = /^(int|num|id|flag)/.test(rule)
    if (numeric !== ['int', 'float'].includes(param.type)) found.push(`${path}: ${name} is ${rule}`)
    return found
  })
}

describe(`beside the reference${why}`, () => {
  it.skipIf(!present)('serves every method of the groups it has', () => {
    const missing = endpoints.map(path).filter((one) => !Object.hasOwn(methods, one))
    expect(missing.filter((one) => !notServed.includes(one))).toEqual([])
  })

  it.skipIf(!present)('knows every parameter, its type and whether it is required', () => {
    const found = endpoints.flatMap((endpoint) => {
      const method = methods[path(endpoint)]
      return method ? differences(path(endpoint), endpoint.params, method.fields) : []
    })
    expect(found).toEqual([])
  })

  it.skipIf(!present)('answers no key that the reference does not name', async () => {
    const answers = await everyRead()
    const unknown = endpoints.flatMap((endpoint) => {
      const answer = answers.get(path(endpoint))
      return answer === undefined ? [] : unknownKeys(path(endpoint), answer, endpoint.fields)
    })
    expect([...new Set(unknown)]).toEqual([])
    const refused = [...answers].filter(([, answer]) =>
      [answer].flat().some((row) => typeof row === 'string'),
    )
    expect(refused.map(([name]) => name)).toEqual([])
    const empty = [...answers].filter(([, answer]) => Array.isArray(answer) && answer.length === 0)
    expect(empty.map(([name]) => name).filter((name) => !emptyByNature.test(name))).toEqual([])
  })

  it.skipIf(!present)('answers rows with the keys of the recordings', async () => {
    const world = await furnishedWorld()
    const found: string[] = []
    for (const name of recorded) {
      const file = new URL(`${name.replace('/', '.')}.json`, recordings)
      const seen = keysOf(list(JSON.parse(readFileSync(file, 'utf8'))))
      const made = keysOf(list(await world.call(name, await paramsFor(world, name))))
      const missing = [...seen].filter((key) => !made.has(key))
      const extra = [...made].filter((key) => !seen.has(key) && !occasional.test(key))
      if (missing.length + extra.length > 0) found.push(`${name}: lacks ${missing} and has ${extra}`)
    }
    expect(found).toEqual([])
  })
})

const recorded = [
  'companies',
  'countries',
  'currencies',
  'customers',
  'documentSets',
  'fiscalZones',
  'invoices',
  'languages',
  'measurementUnits',
  'paymentMethods',
  'products',
  'salesmen',
  'taxes',
  'users',
  'warehouses',
].map((group) => `${group}/getAll`)

/** Reads without anything to show: tables that nobody changed, gateways that nobody has. */
const emptyByNature = new RegExp(
  `^((${['countries', 'currencies', 'languages', 'fiscalZones', 'taxExemptions'].join('|')})/getModifiedSince` +
    '|documents/getByMBReference|products/getLastCostPrice|products/getByEAN|productCategories/getByName' +
    '|[a-zA-Z]+/getByEmail)$',
)

/** Keys that depend on a row's own data. */
const occasional =
  /^(maturity_date|salesman|payment_method|delivery_method|measurement_unit|exchange_currency)(\.|$)/

/** Paths of all keys in some rows, lists being transparent. Parts that only some accounts fill are left out. */
function keysOf(rows: readonly unknown[], prefix = ''): Set<string> {
  const keys = new Set<string>()
  for (const row of rows) {
    if (typeof row !== 'object' || row === null) continue
    for (const [name, value] of Object.entries(row)) {
      const key = `${prefix}${name}`
      keys.add(key)
      if (/^(suppliers|properties|price_classes|warehouses|reverse_associated_documents)$/.test(key)) continue
      for (const inner of keysOf([value].flat(), `${key}.`)) keys.add(inner)
    }
  }
  return keys
}

async function furnishedWorld(): Promise<Rig> {
  const world = await rig()
  seedInstaller(world.emulator, { customers: 40, products: 60 })
  const ids = await furnish(world)
  const { company, call } = world
  const some = (table: 'maturityDates' | 'salesmen' | 'deliveryMethods', field: string) =>
    company[table][0]?.[field]
  await call('customers/update', {
    customer_id: ids.customer_id,
    salesman_id: some('salesmen', 'salesman_id'),
    delivery_method_id: some('deliveryMethods', 'delivery_method_id'),
    payment_method_id: company.paymentMethods[0]?.payment_method_id,
  })
  Object.assign(company.customers.at(-1) ?? {}, {
    salesman_id: some('salesmen', 'salesman_id'),
    delivery_method_id: some('deliveryMethods', 'delivery_method_id'),
    payment_method_id: company.paymentMethods[0]?.payment_method_id,
  })
  const supplier = {
    ...customer,
    qty_copies_document: 2,
    maturity_date_id: company.maturityDates[1]?.maturity_date_id,
  }
  await call('suppliers/insert', supplier)
  const estimate = await call('estimates/insert', invoice(ids, { status: 1 }))
  const associated_id = Number(Object.entries(Object(estimate)).find(([key]) => key === 'document_id')?.[1])
  await call(
    'invoices/insert',
    invoice(ids, { status: 1, associated_documents: [{ associated_id, value: 2.92 }] }),
  )
  return world
}

async function paramsFor({ company }: Rig, name: string): Promise<Record<string, unknown>> {
  const product = company.products.at(-1)
  const customer = company.customers.at(-1)
  const [group = '', method = ''] = name.split('/')
  const byName: Record<string, unknown> = {
    search: 'a',
    vat: '5',
    number: '1',
    name: 'a',
    email: 'cliente1@example.com',
    reference: group === 'documents' ? 1 : 'MAT',
    entity: 1,
    product_id: product?.product_id,
    ean: '5',
    lastmodified: '2020-01-01',
    language_id: 1,
    country_id: 1,
    parent_id: 0,
    category_id: product?.category_id,
    slug: 'x',
  }
  const own: Record<string, Record<string, unknown>> = {
    documents: { document_id: company.documents.at(-1)?.document_id },
    invoices: { document_id: company.documents.at(-1)?.document_id },
    customers: { customer_id: customer?.customer_id },
    salesmen: { salesman_id: company.salesmen[0]?.salesman_id },
    products: { product_id: product?.product_id },
    suppliers: { supplier_id: company.suppliers[0]?.supplier_id },
  }
  const fields = methods[`${group}/${method}`]?.fields ?? {}
  const needed = Object.entries(fields).filter(([, rule]) => typeof rule === 'string' && rule.includes('!'))
  const wanted = Object.fromEntries(needed.map(([field]) => [field, byName[field]]))
  const filtered = method === 'getOne' || group === 'documents' ? own[group] : {}
  return {
    ...wanted,
    ...filtered,
    offset: name === 'customers/getAll' ? Math.max(0, company.customers.length - 20) : 0,
  }
}

/** Answers of all methods that only read. */
async function everyRead(): Promise<Map<string, unknown>> {
  const world = await furnishedWorld()
  const answers = new Map<string, unknown>()
  for (const [name, method] of Object.entries(methods)) {
    if (method.writing) continue
    answers.set(name, await world.call(name, await paramsFor(world, name)))
  }
  return answers
}

function unknownKeys(where: string, answer: unknown, fields: Record<string, Field>): string[] {
  const rows = [answer].flat().filter((row) => typeof row === 'object' && row !== null)
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([key, value]) => {
      const known = fields[key]
      if (!known) return [`${where}: ${key}`]
      const inner = known.fields ?? known.items?.fields
      return inner ? unknownKeys(`${where}.${key}`, value, inner) : []
    }),
  )
}
