import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seedInstaller } from '../../src/testing/index.ts'
import { documentGroups } from '../../src/testing/pt/documents/types.ts'
import { methods } from '../../src/testing/pt/methods.ts'
import type { CompanyState } from '../../src/testing/pt/state.ts'
import type { Fields, Rule } from '../../src/testing/pt/validation/rules.ts'
import { fullWorld } from './full-world.ts'
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

const endpoints: Endpoint[] = present ? JSON.parse(readFileSync(referenceFile, 'utf8')) : []
const path = ({ group, method }: Endpoint) => `${group}/${method}`

const documentNames = documentGroups.map(({ group }) => group).join('|')

/** Where the emulator asks for more or less than the reference prints, each with its source in the guide. */
const otherwise: Record<string, RegExp> = {
  'needed by the live API':
    /^customers\/insert (salesman_id|payment_day|discount|credit_limit|delivery_method_id)$/,
  'an update keeps what it is not sent': new RegExp(`^(${documentNames}|customers|products)/update `),
  'filters of a document are all the same': new RegExp(
    `^(${documentNames})/get(One document_id|All (qty|offset))$`,
  ),
  'a product is found by its id': /^products\/getOne (category_id|product_id)$/,
  'the value is judged with the tax': / (taxes\.|products\.taxes\.)/,
  'nobody published whether it is mandatory': /^[a-zA-Z]+\/(get|count)ModifiedSince lastmodified$/,
  'the console only': /^companies\/update /,
  'two ways to name a reference': /^documents\/setMBReferenceAsPaid /,
  'nothing to delete without an id': /^supplierSimplifiedInvoices\/delete document_id$/,
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
      return [
        ...found,
        ...differences(path, param.items ?? [], 'rows' in rule ? rule.rows : rule.record, `${name}.`),
      ]
    const numeric = /^(int|num|id|flag)/.test(rule)
    if (numeric !== /^(int|float)/.test(param.type) || rule.startsWith('ids') !== param.type.endsWith(']'))
      found.push(`${path}: ${name} is ${rule}`)
    return found
  })
}

describe(`beside the reference${why}`, () => {
  it.skipIf(!present)('serves every method, and no other', () => {
    expect(Object.keys(methods).sort()).toEqual(endpoints.map(path).sort())
  })

  it.skipIf(!present)('knows every parameter, its type and whether it is required', () => {
    const found = endpoints.flatMap((endpoint) => {
      const method = methods[path(endpoint)]
      return method ? differences(path(endpoint), endpoint.params, method.fields) : []
    })
    expect(found).toEqual([])
  })

  it.skipIf(!present)('answers every key that the reference names, and no other', async () => {
    const answers = await everyRead()
    const found = endpoints.flatMap((endpoint) => {
      const answer = answers.get(path(endpoint))
      return answer === undefined ? [] : otherKeys(path(endpoint), answer, endpoint.fields)
    })
    expect([...new Set(found)].filter((key) => !unlike.test(key))).toEqual([])
  })

  it.skipIf(!present)('has something to show in every list', async () => {
    const answers = await everyRead()
    const refused = [...answers].filter(([, answer]) =>
      [answer].flat().some((row) => typeof row === 'string'),
    )
    expect(refused).toEqual([])
    const empty = [...answers].filter(([, answer]) => Array.isArray(answer) && answer.length === 0)
    expect(empty.map(([name]) => name)).toEqual([])
  })

  it.skipIf(!present)('answers rows with the keys of the recordings', async () => {
    const world = await furnishedWorld()
    const found: string[] = []
    for (const name of recorded) {
      const file = new URL(`${name.replace('/', '.')}.json`, recordings)
      const seen = keysOf(list(JSON.parse(readFileSync(file, 'utf8'))))
      const made = keysOf(list(await world.call(name, await paramsFor(world.company, name))))
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

/** Where a recording shows the page to be wrong, and relations that a row has not. */
const unlike = new RegExp(
  [
    '^customers/.* lacks (language|copies|country)$',
    ' lacks (maturity_date|payment_method|delivery_method|salesman|price_class|exchange_currency)$',
    '^documentSets/.* lacks img_gr_1$',
    '^products/getOne.category lacks summary$',
  ].join('|'),
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

async function paramsFor(company: CompanyState, name: string): Promise<Record<string, unknown>> {
  const product = company.products.find(({ has_stock }) => has_stock === 1) ?? company.products.at(-1)
  const customer = company.customers.at(-1)
  const [group = '', method = ''] = name.split('/')
  const type = documentGroups.find((one) => one.group === group)
  const document = company.documents.find(
    (row) => row.document_type_id === (type?.typeId ?? 1) && (group !== 'documents' || row.mb_references),
  )
  const supplier = group === 'suppliers' ? company.suppliers[0] : undefined
  const person = supplier ?? (group === 'salesmen' ? company.salesmen[0] : customer)
  const known: Record<string, unknown> = {
    search: group === 'vehicles' ? 'AA' : group === 'products' ? product?.name : person?.name,
    vat: person?.vat,
    number: person?.number,
    name: group === 'productCategories' ? 'Materiais' : group === 'products' ? product?.name : person?.name,
    email: person?.email,
    reference: group === 'documents' ? Number(document?.mb_references?.[0]?.reference) : product?.reference,
    entity: Number(document?.mb_references?.[0]?.entity),
    product_id: product?.product_id,
    ean: product?.ean,
    lastmodified: '2020-01-01',
    language_id: 1,
    country_id: 1,
    parent_id: 0,
    category_id: product?.category_id,
    slug: 'x',
    document_id: document?.document_id,
    customer_id: customer?.customer_id,
    salesman_id: company.salesmen[0]?.salesman_id,
    supplier_id: company.suppliers[0]?.supplier_id,
    geographic_zone_id: company.geographicZones[0]?.geographic_zone_id,
  }
  const fields = methods[name]?.fields ?? {}
  const needed = Object.entries(fields).filter(([, rule]) => typeof rule === 'string' && rule.includes('!'))
  const wanted = Object.fromEntries(needed.map(([field]) => [field, known[field]]))
  const one = method === 'getOne' && (type || group === 'documents') ? { document_id: known.document_id } : {}
  const tree = name === 'products/getOne' || name === 'products/getCategoryTree' ? pickId(known) : {}
  const last = Math.max(0, company.customers.length - 20)
  return { ...wanted, ...one, ...tree, offset: name === 'customers/getAll' ? last : 0 }
}

const pickId = ({ product_id }: Record<string, unknown>) => ({ product_id })

/** Answers of all methods that only read, in a company that has something of everything. */
async function everyRead(): Promise<Map<string, unknown>> {
  const { company, call } = await fullWorld()
  Object.assign(company.customers.at(-1) ?? {}, { email: 'cliente@example.com', geographic_zone_id: 0 })
  Object.assign(company.salesmen[0] ?? {}, { email: 'rui@example.com' })
  Object.assign(company.products.at(-1) ?? {}, { ean: '5601234567890' })
  const answers = new Map<string, unknown>()
  for (const [name, method] of Object.entries(methods)) {
    if (!method.writing) answers.set(name, await call(name, await paramsFor(company, name)))
  }
  return answers
}

/** Keys that the reference lacks, and keys of the reference that some row lacks. */
function otherKeys(where: string, answer: unknown, fields: Record<string, Field>): string[] {
  if (Object.keys(fields).length === 0) return []
  const rows = [answer].flat().filter((row) => typeof row === 'object' && row !== null)
  return rows.flatMap((row) => {
    const lacking = Object.entries(fields).filter(([key, field]) => !field.optional && !(key in row))
    const entries: [string, unknown][] = Object.entries(row)
    return [
      ...lacking.map(([key]) => `${where} lacks ${key}`),
      ...entries.flatMap(([key, value]) => {
        const known = fields[key]
        if (!known) return [`${where} has ${key}`]
        const inner = known.fields ?? known.items?.fields
        return inner ? otherKeys(`${where}.${key}`, value, inner) : []
      }),
    ]
  })
}
