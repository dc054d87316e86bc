import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { settings } from '../../src/domain/index.ts'
import {
  type AccountTables,
  type BillingCustomer,
  billableLines,
  type CatalogueProduct,
  categoryFromEsCategory,
  compareEsPlan,
  composeDocument,
  type EsCategoryRow,
  type EsCompanyRow,
  type EsCustomerRow,
  type EsDocumentKind,
  type EsDocumentRow,
  type EsPaymentMethodRow,
  type EsProductRow,
  type EsTaxRow,
  type EsTaxSettingsRow,
  type EsWarehouseRow,
  entityFromEsProduct,
  esAccountTables,
  esBillingCustomer,
  esCatalogueProduct,
  esCustomerInsert,
  esCustomerUpdate,
  esDocumentInsert,
  esProductInsert,
  esProductUpdate,
  relationFromEsCustomer,
} from '../../src/mappers/index.ts'
import { seedEsInstaller } from '../../src/testing/index.ts'
import { at, companyIds, type Rig, rig } from '../testing/es/support.ts'
import { aWorkOrder, exportSettings } from './fixtures.ts'

const ours = { referenceField: 'our_reference' } as const
const hourUnits = settings.parse({}).imports.hourUnits

const pagination =
  'options: { pagination: { page: $page, qty: 200 }, filter: { field: visible, comparison: in, value: "[0, 1]" } }'
const fields = {
  customers: `customerId number name vat address city zipCode countryId country { countryId iso3166_1 } email phone
    contactName contactEmail contactPhone notes languageId discount maturityDateId maturityDate { days } exemptionReason visible
    alternateAddresses { alternateAddressId address city zipCode countryId }`,
  products: `productId reference name price notes productCategoryId measurementUnitId exemptionReason visible
    measurementUnit { name abbreviation measurementUnitUNECERId } identifications { type text favorite }
    taxes { taxId value ordering cumulative tax { taxId name value type fiscalZone fiscalZoneFinanceType fiscalZoneFinanceTypeMode visible flags { flagId } } }`,
  productCategories: 'productCategoryId name summary parentId visible',
  taxes:
    'taxId name value type fiscalZone fiscalZoneFinanceType fiscalZoneFinanceTypeMode visible flags { flagId }',
  paymentMethods: 'paymentMethodId name visible',
  warehouses: 'warehouseId number',
}

/** What is asked for is the tests' own: the schema has checked it, the emulator has answered it. */
async function all<Row>({ call }: Rig, list: keyof typeof fields): Promise<Row[]> {
  const hides = list === 'customers' || list === 'products'
  const query = `query($companyId: Int!, $page: Int!) { ${list}(companyId: $companyId, ${
    hides ? pagination : 'options: { pagination: { page: $page, qty: 200 } }'
  }) { errors { field msg } data { ${fields[list]} } } }`
  const rows: Row[] = []
  for (let page = 1; ; page++) {
    const answer = await call(query, { page })
    const data = at(answer, `data.${list}.data`)
    if (!Array.isArray(data)) throw new Error(JSON.stringify(answer))
    rows.push(...data)
    if (data.length < 200) return rows
  }
}

async function one<T>({ call }: Rig, name: string, query: string, variables: object = {}): Promise<T> {
  const answer = await call(query, { ...variables })
  expect(at(answer, 'errors')).toBeUndefined()
  expect(at(answer, `data.${name}.errors`) ?? []).toEqual([])
  return (at(answer, `data.${name}.data`) ?? at(answer, `data.${name}`)) as T
}

const inputs: Record<EsDocumentKind, string> = {
  invoice: 'InvoiceInsert',
  purchaseOrder: 'PurchaseOrderInsert',
  invoiceReceipt: 'InvoiceReceiptInsert',
}

interface Account {
  readonly on: Rig
  readonly customers: EsCustomerRow[]
  readonly products: EsProductRow[]
  readonly tables: AccountTables
  readonly documentSetId: number
}

async function open(platform: 'es' | 'on', documentCalculationsMode: 0 | 1 | 2 = 0): Promise<Account> {
  const companies = [{ companyId: companyIds[platform], name: 'Instalaciones', documentCalculationsMode }]
  const on = await rig({ platform, companies })
  seedEsInstaller(on.emulator)
  const company = await one<EsCompanyRow & { fiscalZone: { fiscalZone: string } }>(
    on,
    'company',
    `query($companyId: Int!) { company(companyId: $companyId) { errors { field msg } data {
      documentCalculationsMode fiscalZone { fiscalZone exemption { type reasons { code name } } } } } }`,
  )
  const { fiscalZone } = company.fiscalZone
  const taxSettings = await one<EsTaxSettingsRow>(
    on,
    'fiscalZoneTaxSettings',
    'query($companyId: Int!, $fiscalZone: String!) { fiscalZoneTaxSettings(companyId: $companyId, fiscalZone: $fiscalZone) { requireCustomerAddress } }',
    { fiscalZone },
  )
  const sets = await one<{ documentSetId: number }[]>(
    on,
    'documentSets',
    'query($companyId: Int!) { documentSets(companyId: $companyId) { errors { field msg } data { documentSetId } } }',
  )
  return {
    on,
    customers: await all<EsCustomerRow>(on, 'customers'),
    products: await all<EsProductRow>(on, 'products'),
    tables: esAccountTables({
      taxes: await all<EsTaxRow>(on, 'taxes'),
      company,
      paymentMethods: await all<EsPaymentMethodRow>(on, 'paymentMethods'),
      warehouses: await all<EsWarehouseRow>(on, 'warehouses'),
      taxSettings,
    }),
    documentSetId: sets[0]?.documentSetId ?? 0,
  }
}

describe.each(['es', 'on'] as const)('an installer on the host of %s', (platform) => {
  const context = { platform, companyId: companyIds[platform], hourUnits }
  let account: Account
  beforeAll(async () => {
    account = await open(platform)
  }, 60_000)

  test('every customer becomes a relation, in a zone or in none', () => {
    const relations = account.customers.map((row) => relationFromEsCustomer(row, context))
    expect(relations.length).toBeGreaterThanOrEqual(137)
    expect(relations.filter(({ value }) => !value)).toEqual([])
    expect(JSON.stringify(relations)).not.toMatch(/descon[oh]|<empty>/i)
    const home = platform === 'es' ? 'ES' : 'PT'
    expect(relations.filter(({ value }) => value?.fiscalZone === home).length).toBeGreaterThan(50)
  })

  test('every product is exactly one thing, and its unit decides which', () => {
    const entities = account.products.map(
      (row) => [row, entityFromEsProduct(row, context).value?.kind] as const,
    )
    expect(entities.length).toBeGreaterThanOrEqual(260)
    for (const [{ reference }, kind] of entities)
      expect([reference, kind]).toEqual([reference, reference?.startsWith('HRS-') ? 'hourType' : 'material'])
  })

  test('every category but those at the root has one above it', async () => {
    const rows = await all<EsCategoryRow>(account.on, 'productCategories')
    const categories = rows.map((row) => categoryFromEsCategory(row, context).value)
    expect(categories).not.toContain(undefined)
    const known = new Set(categories.map((category) => category?.code))
    const parents = categories.flatMap((category) => category?.parentCode ?? [])
    expect(parents.length).toBeGreaterThan(3)
    for (const parent of parents) expect(known).toContain(parent)
  })

  test('the account says how exemptions are stated', () => {
    const { tables } = account
    expect(tables.exemptionTexts).toBe(platform === 'es')
    if (platform === 'on') expect(tables.exemptions).toContain('M07')
    expect(tables.fiscalZone).toBe(platform === 'es' ? 'ES' : 'PT')
  })

  test('what is pushed comes back', async () => {
    const { on } = account
    const countryId = platform === 'es' ? 70 : 1
    const relation = {
      debtorNumber: 'NUEVO-1',
      name: 'Taller Nuevo',
      vatNumber: platform === 'es' ? 'B12345674' : '503504564',
      street: 'Calle 1',
      postalCode: platform === 'es' ? '46007' : '4000-322',
      city: 'Valencia',
      active: true,
    }
    const { value: data } = esCustomerInsert(relation, { platform, countryId, languageId: 2 })
    const created = await one<{ customerId: number }>(
      on,
      'customerCreate',
      'mutation($companyId: Int!, $data: CustomerInsert!) { customerCreate(companyId: $companyId, data: $data) { errors { field msg } data { customerId } } }',
      { data },
    )
    const { value: change } = esCustomerUpdate(
      created.customerId,
      { ...relation, debtorNumber: 'X', city: 'Xàtiva' },
      { platform, countryId },
    )
    await one(
      on,
      'customerUpdate',
      'mutation($companyId: Int!, $data: CustomerUpdate!) { customerUpdate(companyId: $companyId, data: $data) { errors { field msg } data { customerId } } }',
      { data: change },
    )
    const rows = await all<EsCustomerRow>(on, 'customers')
    const row = rows.find(({ customerId }) => customerId === created.customerId)
    expect(row && relationFromEsCustomer(row, context).value).toMatchObject({ ...relation, city: 'Xàtiva' })

    const [like] = account.products
    const entity = {
      kind: 'hourType' as const,
      hourType: { code: 'N1', name: 'Hora', salePrice: 30, active: true },
    }
    const vat = account.tables.taxes.find(({ rate }) => rate > 0)
    if (!like || !vat) throw new Error('the account has products and taxes')
    const unit = account.products.find(({ reference }) => reference?.startsWith('HRS-'))
    const product = esProductInsert(entity, {
      categoryId: like.productCategoryId ?? 0,
      measurementUnitId: unit?.measurementUnitId ?? 0,
      vat,
    })
    const made = await one<{ productId: number }>(
      on,
      'productCreate',
      'mutation($companyId: Int!, $data: ProductInsert!) { productCreate(companyId: $companyId, data: $data) { errors { field msg } data { productId } } }',
      { data: product },
    )
    await one(
      on,
      'productUpdate',
      'mutation($companyId: Int!, $data: ProductUpdate!) { productUpdate(companyId: $companyId, data: $data) { errors { field msg } data { productId } } }',
      {
        data: esProductUpdate(made.productId, { ...entity, hourType: { ...entity.hourType, salePrice: 31 } }),
      },
    )
    const back = (await all<EsProductRow>(on, 'products')).find(
      ({ productId }) => productId === made.productId,
    )
    expect(back && entityFromEsProduct(back, context).value).toMatchObject({
      kind: 'hourType',
      hourType: { ...entity.hourType, salePrice: 31, vatRate: vat.rate },
    })
  })
})

const modes = [
  ['es', 'document', 0],
  ['es', 'line', 1],
  ['es', 'item', 2],
  ['on', 'document', 0],
  ['on', 'line', 1],
  ['on', 'item', 2],
] as const

describe.each(modes)('documents on %s, rounded to the %s', (platform, rounding, mode) => {
  test('Moloni makes of the plan what the plan expects, to the cent', async () => {
    const { on, customers, products, tables, documentSetId } = await open(platform, mode)
    const billing: BillingCustomer[] = customers.map((row) => esBillingCustomer(row, { platform }))
    const catalogue = new Map<string, CatalogueProduct>(
      products.map(esCatalogueProduct).map((product) => [product.reference, product]),
    )
    const codes = [...catalogue.keys()]
    const kinds = (platform === 'es' ? ['invoice', 'purchaseOrder'] : Object.keys(inputs)) as EsDocumentKind[]
    const line = fc.record({
      code: fc.constantFrom(...codes),
      quantity: fc.integer({ min: 1, max: 20_000 }).map((n) => n / 1000),
      unitPrice: fc.integer({ min: 1, max: 5_000_000 }).map((n) => n / 10_000),
      discountPercent: fc.constantFrom(0, 0, 5, 12.5, 33, 100),
    })
    const period = fc.record({
      hourTypeCode: fc.constantFrom(...codes.filter((code) => code.startsWith('HRS-'))),
      minutes: fc.integer({ min: 1, max: 600 }),
      remark: fc.constantFrom('Montaje', undefined),
    })
    const work = fc.record({
      kind: fc.constantFrom(...kinds),
      customer: fc.constantFrom(...billing),
      materials: fc.array(line, { minLength: 1, maxLength: 6 }),
      workPeriods: fc.array(period, { maxLength: 3 }),
    })
    let made = 0
    await fc.assert(
      fc.asyncProperty(work, async ({ kind, customer, materials, workPeriods }) => {
        const rules = exportSettings({
          kind,
          vat: { fallback: { rate: platform === 'es' ? 21 : 23 } },
          payments: { fallback: tables.paymentMethods?.[0]?.paymentMethodId },
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
          today: '2026-03-02',
        })
        expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
        if (!plan) throw new Error('without an error there is a plan')
        expect(plan.rounding).toBe(rounding)
        made++
        const { documentId } = await one<{ documentId: number }>(
          on,
          `${kind}Create`,
          `mutation($companyId: Int!, $data: ${inputs[kind]}!) { ${kind}Create(companyId: $companyId, data: $data) {
            errors { field msg } data { documentId } } }`,
          { data: esDocumentInsert[kind](plan, ours) },
        )
        const rows = await one<(EsDocumentRow & { documentId: number; documentCalculationsMode: number })[]>(
          on,
          `${kind}s`,
          `query($companyId: Int!, $text: String!) { ${kind}s(companyId: $companyId,
            options: { filter: { field: ourReference, comparison: eq, value: $text } }) { errors { field msg } data {
            documentId customer { customerId } entityNumber documentSetId ourReference yourReference documentCalculationsMode
            grossValue taxesValue retentionsValue totalValue } } }`,
          { text: plan.reference },
        )
        const [row] = rows
        expect(rows.map((found) => found.documentId)).toEqual([documentId])
        expect(row?.documentCalculationsMode).toBe(mode)
        expect(compareEsPlan(plan, row ?? {}, ours)).toEqual({ same: true, differences: [], causes: [] })
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
