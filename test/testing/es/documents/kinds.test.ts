import { buildSchema, isObjectType } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  documentKinds,
  kindNamed,
  kindOf,
  typeNameOf,
} from '../../../../src/testing/es/documents/kinds/all.ts'
import { schemaText } from '../../../../src/testing/es/sdl.ts'
import { at } from '../support.ts'
import { capital, type Fields, type Office, office } from './office.ts'

describe('the kinds of documents', () => {
  const schema = buildSchema(schemaText())
  const queries = schema.getQueryType()?.getFields() ?? {}
  const mutations = schema.getMutationType()?.getFields() ?? {}

  it('are those of the schema', () => {
    const base = schema.getType('DocumentRead')
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && type.getInterfaces().some((one) => one === base),
    )
    expect(documentKinds.map(typeNameOf).sort()).toEqual(types.map(({ name }) => name).sort())
    expect(new Set(documentKinds.map(({ typeId }) => typeId)).size).toBe(documentKinds.length)
  })

  it('have their operations, and take payments, lines and a told total where the schema says so', () => {
    for (const kind of documentKinds) {
      const { apiCode, plural } = kind
      expect(queries, apiCode).toHaveProperty(apiCode)
      if (!['recurringAgreement', 'purchaseRecurringAgreement', 'salespersonPayment'].includes(apiCode)) {
        expect(queries, plural).toHaveProperty(plural)
      }
      expect(`${apiCode}Create` in mutations, apiCode).toBe(!kind.migrated)
      const data = schema.getType(`${capital(apiCode)}Insert`)
      if (!data || kind.migrated || !('getFields' in data)) continue
      const fields = data.getFields()
      expect('payments' in fields, `${apiCode} payments`).toBe(kind.payments === true)
      expect('products' in fields, `${apiCode} products`).toBe(kind.told === undefined)
      expect('totalValue' in fields, `${apiCode} totalValue`).toBe(kind.told !== undefined)
      expect(`${kind.party}Id` in fields, `${apiCode} party`).toBe(true)
    }
  })

  it('name sources that exist', () => {
    const sources = documentKinds.flatMap((kind) => kind.sources ?? [])
    expect(sources.filter((name) => !kindNamed(name))).toEqual([])
    expect(kindOf(4_000)).toBeUndefined()
  })
})

describe('every kind', () => {
  let world: Office
  const parties: Fields = {}
  beforeAll(async () => {
    world = await office({ platform: 'on' })
    const person = async (code: 'supplier' | 'salesperson') => {
      const answer = await world.call(
        `mutation ($companyId: Int!, $data: ${capital(code)}Insert!) { ${code}Create(companyId: $companyId, data: $data) { errors { field msg } data { ${code}Id } } }`,
        { data: { name: 'Frio Norte', number: '9', vat: '', countryId: 1, languageId: 1 } },
      )
      return at(answer, `data.${code}Create.data.${code}Id`)
    }
    parties.supplierId = await person('supplier')
    parties.salespersonId = await person('salesperson')
  })

  /** `data` for any kind that can be made by itself. */
  function dataFor(apiCode: string): Fields {
    const { ids, sale } = world
    const { customerId, expirationDate, products, ...shared } = sale()
    const kind = kindNamed(apiCode)
    const credit = kind?.money === 'credit'
    return {
      ...shared,
      ...(kind?.party === 'customer'
        ? { customerId }
        : { [`${kind?.party}Id`]: parties[`${kind?.party}Id`] }),
      ...(kind?.told ? { totalValue: 5 } : { products }),
      ...(kind?.told || credit ? {} : { expirationDate }),
      ...(kind?.payments
        ? { payments: [{ paymentMethodId: ids.paymentMethodId, value: kind.told ? 5 : 2.92 }] }
        : {}),
      ...(apiCode === 'billsOfLading' ? { deliveryLoadDate: '2026-03-02 12:00:00' } : {}),
      ...(apiCode === 'customerReturnNote' ? { relatedWith: [] } : {}),
    }
  }

  const alone = documentKinds.filter(({ migrated, settles }) => !migrated && !settles)
  it.each(alone.map(({ apiCode }) => apiCode))('%s lives from draft to closed', async (apiCode) => {
    const { create, close, one, made, call } = world
    const draft = await create(apiCode, dataFor(apiCode))
    expect(draft).toMatchObject({ errors: [], data: { status: 0, number: null } })
    const documentId = Number(at(draft, 'data.documentId'))
    expect(await close(apiCode, documentId)).toMatchObject({ errors: [], data: { status: 1, number: 1 } })
    expect(await one(apiCode, documentId, '__typename entityName')).toMatchObject({
      __typename: `${capital(apiCode)}Read`,
    })
    const other = await made(apiCode, dataFor(apiCode))
    const answer = await call(
      `mutation ($companyId: Int!, $documentId: Int!, $other: Int!) {
        ${apiCode}GetPDF(companyId: $companyId, documentId: $documentId)
        ${apiCode}SendMail(companyId: $companyId, documents: [$documentId], mailData: { to: { email: "a@example.com" } })
        ${apiCode}Delete(companyId: $companyId, documentId: [$documentId, $other]) { deletedCount }
        ${apiCode}Nullify(companyId: $companyId, documentId: $documentId, nullifiedReason: "x") { errors { msg } data { nullified } }
      }`,
      { documentId, other },
    )
    expect(answer).toEqual({
      data: {
        [`${apiCode}GetPDF`]: true,
        [`${apiCode}SendMail`]: true,
        [`${apiCode}Delete`]: { deletedCount: 1 },
        [`${apiCode}Nullify`]: { errors: [], data: { nullified: true } },
      },
    })
  })

  const settling = documentKinds.filter(({ settles }) => settles)
  it.each(settling.map(({ apiCode }) => apiCode))('%s is refused over nothing', async (apiCode) => {
    const made = await world.create(apiCode, { ...dataFor(apiCode), relatedWith: [] })
    expect(made).toMatchObject({ data: null })
    expect(at(made, 'errors.0')).toEqual({ field: 'relatedWith', msg: 'A related document is required' })
  })

  it('of a supplier is paid and credited by those of suppliers', async () => {
    const { create, made, one, ids } = world
    const invoice = async () => made('supplierInvoice', { ...dataFor('supplierInvoice'), status: 1 })
    const over = (relatedDocumentId: number, value: number) => ({
      relatedWith: [{ relatedDocumentId, value }],
      status: 1,
    })
    const paid = await invoice()
    const payments = [{ paymentMethodId: ids.paymentMethodId, value: 2.92 }]
    const receipt = { ...dataFor('supplierReceipt'), ...over(paid, 2.92), totalValue: 2.92, payments }
    expect(await create('supplierReceipt', receipt)).toMatchObject({ errors: [] })
    expect(await one('supplierInvoice', paid)).toMatchObject({
      remainingReconciledValue: 0,
      entityName: 'Frio Norte',
    })
    const credited = await invoice()
    expect(
      await create('supplierCreditNote', { ...dataFor('supplierCreditNote'), ...over(credited, 2.92) }),
    ).toMatchObject({
      errors: [],
    })
    expect(await one('supplierInvoice', credited)).toMatchObject({ remainingReconciledValue: 0 })
  })

  it('that was brought from another program is read and paid, nothing else', async () => {
    const { made, company, receipt, one, call } = world
    const documentId = await made('invoice', world.sale({ status: 1 }))
    const row = company.documents.find((each) => each.documentId === documentId)
    Object.assign(row ?? {}, { documentTypeId: kindNamed('migratedInvoice')?.typeId })
    expect(await one('migratedInvoice', documentId, '__typename totalValue')).toEqual({
      __typename: 'MigratedInvoiceRead',
      totalValue: 2.92,
    })
    expect(await receipt({ [documentId]: 1 })).toMatchObject({ errors: [] })
    const answer = await call(
      'query ($companyId: Int!) { migratedInvoices(companyId: $companyId) { data { documentId nullifiable } } }',
    )
    expect(at(answer, 'data.migratedInvoices.data')).toEqual([{ documentId, nullifiable: false }])
  })
})
