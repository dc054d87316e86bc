import type { EsEmulatorOptions } from '../../../../src/testing/index.ts'
import { at, type Rig, rig } from '../support.ts'

export type Fields = Record<string, unknown>

/** What every envelope of one document is asked for. */
const shown =
  'documentId documentTypeId number year date status nullified documentSetId documentSetName grossValue totalDiscountValue taxesValue retentionsValue documentTotal totalValue currencyExchangeTotalValue reconciledValue remainingReconciledValue pdfExport hash ourReference yourReference notes entityName entityVat entityNumber entityCountryName countryId products { documentProductId productId name qty price discount exemptionReason warehouseId taxes { taxId value ordering cumulative } } taxes { taxId value incidence total } relatedWith { relatedDocumentId value } relatedIn { relatedDocumentId value }'

export interface Ids {
  customerId: number
  /** Of another customer. */
  otherCustomerId: number
  /** 2.37, with the first VAT of the account. */
  productId: number
  documentSetId: number
  taxId: number
  paymentMethodId: number
}

export interface Office extends Rig {
  readonly ids: Ids
  line(changes?: Fields): Fields
  /** `data` of a sale: one line of the product. */
  sale(changes?: Fields): Fields
  /** `{code}Create`: the envelope. */
  create(code: string, data: Fields): Promise<unknown>
  /** `{code}Create` that must succeed: the id. */
  made(code: string, data?: Fields): Promise<number>
  update(code: string, data: Fields): Promise<unknown>
  close(code: string, documentId: number): Promise<unknown>
  /** A closed document; its id. */
  closed(code: string, changes?: Fields): Promise<number>
  /** `{code}`: the document. */
  one(code: string, documentId: number, fields?: string): Promise<unknown>
  receipt(relations: Record<number, number>, changes?: Fields): Promise<unknown>
}

export const capital = (code: string) => code.slice(0, 1).toUpperCase() + code.slice(1)

/** The problems of an envelope, as `[field, msg]`. */
export function refused(...problems: [field: string, msg: string][]) {
  return { errors: problems.map(([field, msg]) => ({ field, msg })), data: null }
}

/** An emulator with two customers, a product with VAT, and calls as clients write them. */
export async function office(options: EsEmulatorOptions = {}, start?: string): Promise<Office> {
  const world = await rig(options, start)
  const { call } = world
  const ids = await furnish(world)
  const line = (changes: Fields = {}): Fields => ({
    productId: ids.productId,
    ordering: 1,
    qty: 1,
    price: 2.37,
    taxes: [{ taxId: ids.taxId, value: 0, ordering: 1, cumulative: false }],
    ...changes,
  })
  const sale = (changes: Fields = {}): Fields => ({
    documentSetId: ids.documentSetId,
    customerId: ids.customerId,
    date: '2026-03-02 10:00:00',
    expirationDate: '2026-03-02 10:00:00',
    products: [line()],
    ...changes,
  })
  const mutate = async (code: string, verb: 'Create' | 'Update', data: Fields) => {
    const type = capital(code) + (verb === 'Create' ? 'Insert' : 'Update')
    const answer = await call(
      `mutation ($companyId: Int!, $data: ${type}!) { ${code}${verb}(companyId: $companyId, data: $data) { errors { field msg } data { ${shown} } } }`,
      { data },
    )
    return at(answer, `data.${code}${verb}`) ?? answer
  }
  const made = async (code: string, data: Fields = sale()) => {
    const answer = await mutate(code, 'Create', data)
    const documentId = at(answer, 'data.documentId')
    if (typeof documentId !== 'number') throw new Error(`Refused: ${JSON.stringify(answer)}`)
    return documentId
  }
  const close = (code: string, documentId: number) => mutate(code, 'Update', { documentId, status: 1 })
  return {
    ...world,
    ids,
    line,
    sale,
    made,
    close,
    create: (code, data) => mutate(code, 'Create', data),
    update: (code, data) => mutate(code, 'Update', data),
    closed: (code, changes = {}) => made(code, sale({ status: 1, ...changes })),
    one: async (code, documentId, fields = shown) =>
      at(
        await call(
          `query ($companyId: Int!, $documentId: Int!) { ${code}(companyId: $companyId, documentId: $documentId) { data { ${fields} } } }`,
          { documentId },
        ),
        `data.${code}.data`,
      ),
    receipt: (relations, changes = {}) => {
      const relatedWith = Object.entries(relations).map(([id, value]) => ({
        relatedDocumentId: Number(id),
        value,
      }))
      const totalValue = Math.round(relatedWith.reduce((sum, { value }) => sum + value * 100, 0)) / 100
      return mutate('receipt', 'Create', {
        documentSetId: ids.documentSetId,
        customerId: ids.customerId,
        date: '2026-03-02',
        status: 1,
        relatedWith,
        totalValue,
        payments: [{ paymentMethodId: ids.paymentMethodId, value: totalValue, date: '2026-03-02 10:00:00' }],
        ...changes,
      })
    },
  }
}

async function furnish({ call, company }: Rig): Promise<Ids> {
  const first = (table: 'taxes' | 'documentSets' | 'paymentMethods', field: string) =>
    Number(company[table][0]?.[field])
  const customer = async (number: string, name: string) => {
    const data = {
      number,
      name,
      countryId: company.company.countryId,
      languageId: 1,
      email: `${number}@example.com`,
    }
    const answer = await call(
      'mutation ($companyId: Int!, $data: CustomerInsert!) { customerCreate(companyId: $companyId, data: $data) { errors { msg } data { customerId } } }',
      { data },
    )
    return Number(at(answer, 'data.customerCreate.data.customerId'))
  }
  const taxId = first('taxes', 'taxId')
  const product = {
    name: 'Termostato',
    reference: 'T-20',
    type: 1,
    price: 2.37,
    productCategoryId: company.productCategories[0]?.productCategoryId,
    measurementUnitId: company.measurementUnits[0]?.measurementUnitId,
    taxes: [{ taxId, value: company.taxes[0]?.value, ordering: 1, cumulative: false }],
  }
  const answer = await call(
    'mutation ($companyId: Int!, $data: ProductInsert!) { productCreate(companyId: $companyId, data: $data) { errors { field msg } data { productId } } }',
    { data: product },
  )
  return {
    customerId: await customer('77', 'Talleres Nogal'),
    otherCustomerId: await customer('78', 'Hotel Faro'),
    productId: Number(at(answer, 'data.productCreate.data.productId')),
    documentSetId: first('documentSets', 'documentSetId'),
    taxId,
    paymentMethodId: first('paymentMethods', 'paymentMethodId'),
  }
}
