import { describe, expect, it } from 'vitest'
import { type ServiceSheet, serviceSheet } from '../../src/domain/index.ts'
import type { SinkOptions } from '../../src/sync/index.ts'
import type { Fault } from '../../src/testing/index.ts'
import { type HostRigOptions, hostRig } from './host-rig.ts'
import { failure } from './support.ts'

const options: SinkOptions = { connectionId: 'c', observedAt: 1_000 }
const serviceSheets = { typeOfWork: 'Reparação', paymentMethod: 'A crédito' }

const sheet = (number: number, patch: Partial<ServiceSheet> = {}): ServiceSheet =>
  serviceSheet.parse({
    number: `FS A/${number}`,
    date: '2026-03-02',
    customer: {
      debtorNumber: '7',
      name: 'Padaria Central',
      street: 'Rua da Fonte 1',
      postalCode: '3000-100',
      city: 'Coimbra',
    },
    description: 'Substituir o quadro',
    lines: [{ code: 'MAT-1', name: 'Quadro', quantity: 1, unitPrice: 120.5, unit: 'un' }],
    source: { platform: 'pt', companyId: '5', id: String(880 + number) },
    ...patch,
  })

function office({ settings, ...more }: HostRigOptions = {}) {
  const it = hostRig({ settings: { serviceSheets, ...settings }, ...more })
  const sink = it.host.serviceSheets
  if (!sink) throw new Error('There is no sink for service sheets.')
  return { ...it, sink, made: () => it.emulator.state.workOrders }
}

it('without a type of work and a payment method they are not taken over', () => {
  expect(hostRig().host.serviceSheets).toBeUndefined()
})

describe('a service sheet', () => {
  it('becomes a work order that is ready to be planned', async () => {
    const { sink, made } = office()
    const [result] = await sink.upsert([sheet(1)], options)
    expect(result).toEqual({ ok: true, key: made()[0]?.id })
    expect(made()).toMatchObject([
      {
        status: 'Klaargezet',
        WorkorderNo: 'moloni-pt-5-881',
        CustomerDebtorNr: '7',
        CustomerDebtorNrInvoice: '7',
        CustomerCityInvoice: 'Coimbra',
        TypeOfWork: 'Reparação',
        PaymentMethod: 'A crédito',
        ShortWorkDescription: 'FS A/1',
        WorkDescription: 'Substituir o quadro',
        Materials: [{ MaterialCode: 'MAT-1', MaterialNr: '1', MaterialPrice: '120.5' }],
      },
    ])
  })

  it('is made once, and what became of it since stays', async () => {
    const { sink, made, to } = office()
    const first = await sink.upsert([sheet(1)], options)
    Object.assign(made()[0] ?? {}, { status: 'Opgehaald', WorkDescription: 'Begun' })
    const changed = sheet(1, { description: 'Something else' })
    expect(await sink.upsert([changed, sheet(1)], { ...options, observedAt: 2_000 })).toEqual([
      ...first,
      ...first,
    ])
    expect(made()).toMatchObject([{ status: 'Opgehaald', WorkDescription: 'Begun' }])
    expect(to('PostWorkorders')).toHaveLength(1)
    expect(to('GetWorkorder').every(({ query }) => query.update_status === 'false')).toBe(true)
  })

  it.each([
    ['a cut after the effect', { kind: 'cut', when: 'after' }],
    ['a 500 after the effect', { kind: 'status', status: 500, when: 'after' }],
    ['a cut before it', { kind: 'cut' }],
  ] as [string, Fault][])('that met %s is not made twice', async (_what, fault) => {
    const { sink, made, emulator, to } = office()
    emulator.faults.plan({ on: 'PostWorkorders', fault })
    await failure(sink.upsert([sheet(1)], options))
    expect(to('PostWorkorders')).toHaveLength(1)
    expect(await sink.upsert([sheet(1)], options)).toEqual([{ ok: true, key: made()[0]?.id }])
    expect(made()).toHaveLength(1)
  })

  it('comes back from the technician as what it was', async () => {
    const { sink, host, made } = office()
    const lines = [
      { code: 'A', name: 'A', quantity: 2.5, unitPrice: 9.99, discountPercent: 12.5 },
      { code: 'B', name: 'B', quantity: 1 },
    ]
    await sink.upsert([sheet(1, { lines })], options)
    const read = await host.workOrders.get(made()[0]?.id ?? '', {})
    expect(read).toMatchObject({
      status: 'ready',
      origin: { platform: 'pt', companyId: '5', documentId: '881', kind: 'serviceSheet' },
      materials: [
        { code: 'A', quantity: 2.5, unitPrice: 9.99, discountPercent: 12.5 },
        { code: 'B', quantity: 1, unitPrice: 0 },
      ],
    })
  })

  it('may leave its lines behind', async () => {
    const { sink, made } = office({ settings: { serviceSheets: { ...serviceSheets, lines: false } } })
    await sink.upsert([sheet(1)], options)
    expect(made()[0]?.Materials).toEqual([])
  })
})

describe('what a document does not say of its customer', () => {
  const relation = {
    debtor_number: '7',
    name: 'Padaria Central, Lda.',
    contact: 'Ana',
    street: 'Rua Nova',
    house_number: '3',
    postal_code: '3000-200',
    city: 'Coimbra',
  }

  it.each([
    ['filters', undefined],
    ['ignores filters', { kind: 'ignoreFilter' }],
  ] as [string, Fault | undefined][])('stands on the relation, where OutSmart %s', async (_what, fault) => {
    const { sink, emulator, made } = office()
    emulator.state.relations.push({ ...relation, debtor_number: '70', city: 'Porto' }, relation)
    if (fault) emulator.faults.plan({ on: 'relations', fault })
    await sink.upsert([sheet(1, { customer: { debtorNumber: '7', name: 'Padaria' } })], options)
    expect(made()).toMatchObject([
      {
        CustomerName: 'Padaria',
        CustomerStreet: 'Rua Nova',
        CustomerStreetNo: '3',
        CustomerCity: 'Coimbra',
        CustomerContactPerson: 'Ana',
      },
    ])
  })

  it.each([
    ['a street', { street: '' }, 'missing_street', 'CustomerStreet'],
    ['a city', { city: '' }, 'missing_city', 'CustomerCity'],
    ['a number', { debtorNumber: '' }, 'CustomerDebtorNr_missing', 'CustomerDebtorNr'],
    ['a short name', { name: 'x'.repeat(256) }, 'too_long', 'CustomerName'],
  ])('without %s it is refused by name, and the others are made', async (_what, patch, code, field) => {
    const { sink, made } = office()
    const { customer } = sheet(1)
    const results = await sink.upsert([sheet(1, { customer: { ...customer, ...patch } }), sheet(2)], options)
    expect(results).toMatchObject([{ ok: false, code, field }, { ok: true }])
    expect(made()).toHaveLength(1)
  })
})

describe('a line', () => {
  it('without a code is refused by its place', async () => {
    const { sink } = office()
    const [result] = await sink.upsert([sheet(1, { lines: [{ name: 'x', quantity: 1 }] })], options)
    expect(result).toMatchObject({ ok: false, field: 'Materials[0].MaterialCode' })
  })
})

it('what OutSmart refuses is refused with its reason; trouble of the connection is no matter of the sheet', async () => {
  const bare = office({
    client: {
      fetch: async ({ method }) =>
        new Response(
          JSON.stringify({ code: method === 'POST' ? 1501 : 1500, messages: ['Nee'], response: null }),
        ),
    },
  })
  expect(await bare.sink.upsert([sheet(1)], options)).toMatchObject([{ ok: false, code: 'outsmart_1501' }])

  const { sink, emulator } = office()
  emulator.faults.plan({ on: 'GetWorkorder', fault: { kind: 'status', status: 503 } })
  expect(await failure(sink.upsert([sheet(1)], options))).toMatchObject({ name: 'HttpError' })
  expect(await failure(sink.upsert([sheet(1)], { ...options, signal: AbortSignal.abort('enough') }))).toBe(
    'enough',
  )
})

it('an answer that names no work order is looked after', async () => {
  const it = office()
  const { fetch } = it.emulator
  const silent = office({
    emulator: { state: it.emulator.state },
    client: {
      fetch: async (request) => {
        const response = await fetch(request)
        if (request.method !== 'POST') return response
        return new Response('{"code":200,"messages":[],"response":[]}')
      },
    },
  })
  expect(await silent.sink.upsert([sheet(1)], options)).toEqual([{ ok: true, key: it.made()[0]?.id }])
})
