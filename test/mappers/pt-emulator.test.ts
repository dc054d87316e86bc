import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type DocumentKind,
  type DocumentPlan,
  type RoundingMethod,
  settings,
} from '../../src/domain/index.ts'
import {
  type AccountTables,
  accountTables,
  type BillingCustomer,
  billableLines,
  billingCustomer,
  type CatalogueProduct,
  catalogueProduct,
  comparePlan,
  composeDocument,
  documentInsert,
  employeeFromUser,
  productToEntity,
  referenceFieldOf,
  relationFromCustomer,
} from '../../src/mappers/index.ts'
import { createOAuth } from '../../src/oauth/index.ts'
import { type Customer, createPtClient, type Product, type PtClient } from '../../src/pt/index.ts'
import { createPtEmulator, type Served, seedInstaller, serve } from '../../src/testing/index.ts'
import { aWorkOrder, exportSettings } from './fixtures.ts'

const companyId = 4242
const context = { companyId, hourUnits: settings.parse({}).imports.hourUnits }

interface Account {
  readonly server: Served
  readonly pt: PtClient
  readonly customers: Customer[]
  readonly products: Product[]
}

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const row of rows) all.push(row)
  return all
}

/** An installer's account on an emulated Moloni, over real HTTP. */
async function open(rounding: Exclude<RoundingMethod, 'item'>): Promise<Account> {
  const emulator = createPtEmulator({ companies: [{ company_id: companyId, name: 'Instalações', rounding }] })
  seedInstaller(emulator, { companyId })
  const server = await serve(emulator)
  const { clientId, clientSecret, redirectUris } = emulator.credentials
  const redirectUri = redirectUris[0] ?? ''
  const oauth = createOAuth({ platform: 'pt', clientId, clientSecret, redirectUri, baseUrl: server.url })
  const page = await fetch(oauth.authorizeUrl({ state: 's' }), { redirect: 'manual' })
  const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const { accessToken } = await oauth.exchangeCode(code)
  const pt = createPtClient({
    token: accessToken,
    companyId,
    baseUrl: server.url,
    budget: false,
    strict: true,
  })
  const customers = await collect(pt.customers.list())
  const products = await collect(pt.products.modifiedSince('2000-01-01 00:00:00'))
  return { server, pt, customers, products }
}

/** Creates the planned document in the group of its kind. */
const create: Record<
  Exclude<DocumentKind, 'serviceSheet'>,
  (pt: PtClient, plan: DocumentPlan) => Promise<{ document_id: number }>
> = {
  invoice: (pt, plan) => pt.invoices.insert(documentInsert.invoice(plan, references)),
  invoiceReceipt: (pt, plan) => pt.invoiceReceipts.insert(documentInsert.invoiceReceipt(plan, references)),
  purchaseOrder: (pt, plan) => pt.purchaseOrder.insert(documentInsert.purchaseOrder(plan, references)),
  internalDocument: (pt, plan) =>
    pt.internalDocuments.insert(documentInsert.internalDocument(plan, references)),
}
const references = { referenceField: 'our_reference' } as const

describe.each(['document', 'line'] as const)('an account that rounds to the %s', (rounding) => {
  let account: Account
  let tables: AccountTables
  let billing: BillingCustomer[]
  let catalogue: Map<string, CatalogueProduct>
  let documentSetId: number

  beforeAll(async () => {
    account = await open(rounding)
    const { pt, customers, products } = account
    tables = accountTables({
      taxes: await pt.taxes.getAll({}),
      taxExemptions: await pt.taxExemptions.getAll({}),
      warehouses: await pt.warehouses.getAll({}),
      paymentMethods: await pt.paymentMethods.getAll({}),
      deductions: await pt.deductions.getAll({}),
    })
    billing = customers.map((row) => billingCustomer(row))
    catalogue = new Map(products.map(catalogueProduct).map((product) => [product.reference, product]))
    const sets = await pt.documentSets.getAll({})
    documentSetId =
      sets.find((set) => set.active_by_default)?.document_set_id ?? sets[0]?.document_set_id ?? 0
  })
  afterAll(() => account?.server.close())

  test('every customer becomes a relation and every user an employee', async () => {
    const relations = account.customers.map((row) => relationFromCustomer(row, context))
    expect(relations.length).toBeGreaterThanOrEqual(137)
    expect(relations.filter(({ value }) => !value)).toEqual([])
    const zones = new Set(relations.map(({ value }) => value?.fiscalZone))
    for (const zone of ['PT', 'PT-AC', 'PT-MA', undefined]) expect(zones).toContain(zone)
    expect(JSON.stringify(relations)).not.toMatch(/0000-000|desconhecido|<empty>/i)

    const users = await account.pt.users.getAll({})
    expect(users.map((row) => employeeFromUser(row, context).value?.number)).not.toContain(undefined)
  })

  test('every product is exactly one thing, and its unit decides which', () => {
    const entities = account.products.map((row) => [row, productToEntity(row, context).value?.kind] as const)
    expect(entities.length).toBeGreaterThanOrEqual(260)
    for (const [{ reference }, kind] of entities)
      expect([reference, kind]).toEqual([reference, reference.startsWith('HRS-') ? 'hourType' : 'material'])
  })

  test('Moloni makes of the plan what the plan expects, to the cent', async () => {
    const codes = [...catalogue.keys()]
    const line = fc.record({
      code: fc.constantFrom(...codes),
      quantity: fc.integer({ min: 1, max: 20_000 }).map((n) => n / 1000),
      unitPrice: fc.integer({ min: 1, max: 50_000 }).map((n) => n / 100),
      discountPercent: fc.constantFrom(0, 0, 5, 12.5, 33, 100),
    })
    const period = fc.record({
      hourTypeCode: fc.constantFrom(...codes.filter((code) => code.startsWith('HRS-'))),
      minutes: fc.integer({ min: 1, max: 600 }),
    })
    const kinds = ['invoice', 'invoiceReceipt', 'purchaseOrder', 'internalDocument'] as const
    const [method] = tables.paymentMethods ?? []
    const [withholding] = tables.withholdings ?? []
    if (!method || !withholding) throw new Error('the account has methods of payment and withholdings')
    const complete = billing.filter(({ hasAddress }) => hasAddress)
    const work = fc.record({
      kind: fc.constantFrom(...kinds),
      withheld: fc.boolean(),
      customer: fc.constantFrom(...complete),
      materials: fc.array(line, { minLength: 1, maxLength: 6 }),
      workPeriods: fc.array(period, { maxLength: 3 }),
    })
    let made = 0
    await fc.assert(
      fc.asyncProperty(work, async ({ kind, withheld, customer, materials, workPeriods }) => {
        const rules = exportSettings({
          kind,
          rounding,
          vat: { fallback: { rate: 23 } },
          payments: { fallback: method.paymentMethodId },
          lines: withheld
            ? { withholding: { hours: withholding.withholdingId, customers: 'all' } }
            : { customerDiscount: 'apply' },
        })
        const workOrder = aWorkOrder({ materials, workPeriods, description: 'Obra' })
        const { value: plan, issues } = composeDocument({
          workOrder,
          settings: rules,
          lines: billableLines(workOrder, rules.lines).value ?? [],
          customer,
          products: catalogue,
          account: tables,
          documentSetId,
          reference: `K${made}`,
          today: '2030-01-02',
        })
        expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
        if (!plan) throw new Error('without an error there is a plan')
        made++
        const { document_id } = await create[kind](account.pt, plan)
        const field = referenceFieldOf(kind, references)
        const rows = await account.pt.documents.getAll({ [field]: plan.reference })
        const row = rows.find((one) => one.document_id === document_id)
        expect(comparePlan(plan, row ?? {}, references)).toEqual({ same: true, differences: [], causes: [] })
      }),
      { numRuns: 80 },
    )
  }, 120_000)
})
