import { describe, expect, it } from 'vitest'
import { type WorkOrder, workOrder as workOrderSchema } from '../../src/domain/index.ts'
import type { ExportedDocument } from '../../src/sync/index.ts'
import {
  type OutsmartWorkOrderRow,
  seedOutsmartInstaller,
  seedOutsmartWorkOrders,
} from '../../src/testing/index.ts'
import { type HostRig, type HostRigOptions, hostRig } from './host-rig.ts'
import { failure, workOrderOf } from './support.ts'

const document: ExportedDocument = {
  platform: 'pt',
  companyId: '5',
  kind: 'invoice',
  documentId: 1,
  state: 'closed',
  reference: 'WO-X',
  totalCents: 100,
}

function office(options: HostRigOptions = {}): HostRig {
  const it = hostRig(options)
  // The basics are there already: only what hangs on them is added.
  for (const name of ['employees', 'workTypes', 'paymentMethods', 'workStatuses'] as const)
    it.emulator.state[name] = []
  seedOutsmartInstaller(it.emulator)
  return it
}

async function offered({ host }: HostRig, signal?: AbortSignal): Promise<WorkOrder[]> {
  const all: WorkOrder[] = []
  for await (const one of host.workOrders.completed({ connectionId: 'c', signal })) all.push(one)
  return all
}

/** One complete work order with the given fields, as the host offers it. */
async function mapped(patch: object, options: HostRigOptions = {}): Promise<WorkOrder | undefined> {
  const it = hostRig(options)
  it.emulator.state.workOrders.push(bare(patch))
  return (await offered(it))[0]
}

function bare(patch: object): OutsmartWorkOrderRow {
  return {
    id: '5001',
    WorkorderNo: 'W1',
    OrderNr: 'WB1',
    status: 'Compleet',
    WorkStatus: '',
    WorkFinished: '1',
    Archived: '0',
    Materials: [],
    Workperiods: [],
    StatusChanges: [],
    ...patch,
  }
}

describe('reading', () => {
  it('offers all complete work orders, changes none, and every one is as the engine wants it', async () => {
    const it = office()
    const before = JSON.stringify(it.emulator.state.workOrders)
    const all = await offered(it)
    expect(all).toHaveLength(44)
    expect(all.every((one) => workOrderSchema.safeParse(one).success)).toBe(true)
    expect(JSON.stringify(it.emulator.state.workOrders)).toBe(before)
    expect(it.to('GetWorkorders')).toHaveLength(1)
    expect(it.to('GetWorkorders')[0]?.query).toEqual({ status: 'Compleet', update_status: 'false' })
  })

  it('one by its key, without changing it', async () => {
    const it = office()
    const [first] = await offered(it)
    expect(await it.host.workOrders.get(first?.key ?? '', {})).toEqual(first)
    expect(await it.host.workOrders.get('1', {})).toBeUndefined()
    expect(workOrderOf(it.emulator, first?.key ?? '').status).toBe('Compleet')
    expect(it.to('GetWorkorder').map(({ query }) => query.update_status)).toEqual(['false', 'false'])
  })

  it('a failing one is sent once and offers nothing', async () => {
    const it = office()
    it.emulator.faults.plan({ on: 'GetWorkorders', times: 9, fault: { kind: 'status', status: 500 } })
    expect(await failure(offered(it))).toMatchObject({ name: 'HttpError' })
    expect(it.to('GetWorkorders')).toHaveLength(1)
  })

  it('stops with the reason of its signal, between two work orders too', async () => {
    const it = office()
    expect(await failure(offered(it, AbortSignal.abort('enough')))).toBe('enough')
    const controller = new AbortController()
    const seen: string[] = []
    const read = async () => {
      for await (const { key } of it.host.workOrders.completed({
        connectionId: 'c',
        signal: controller.signal,
      })) {
        seen.push(key)
        if (seen.length === 3) controller.abort('later')
      }
    }
    expect(await failure(read())).toBe('later')
    expect(seen).toHaveLength(3)
  })

  it.each([
    ['a quantity', { Materials: [{ MaterialNr: '1' }, { MaterialNr: 'three' }] }, 'materials.1.quantity'],
    ['a duration', { Workperiods: [{ TotalTime: 'long' }] }, 'workPeriods.0.minutes'],
    ['a day', { WorkDate: '31-02-2026' }, 'workDate'],
  ])('%s that cannot be read sets its work order aside by name, and no other', async (_what, patch, path) => {
    const it = hostRig()
    it.emulator.state.workOrders.push(bare({ ...patch, id: '1', WorkorderNo: 'bad' }), bare({ id: '2' }))
    const all = await offered(it)
    expect(all.map(({ key, number }) => [key, number])).toEqual([
      ['1', 'bad'],
      ['2', 'W1'],
    ])
    const parsed = workOrderSchema.safeParse(all[0])
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
    expect(workOrderSchema.safeParse(all[1]).success).toBe(true)
  })
})

describe('a list that is larger than allowed', () => {
  const size = (it: HostRig) => JSON.stringify(it.emulator.state.workOrders).length

  it.each([
    ['numbers', {}],
    ['texts', { comparison: 'text' as const }],
  ])('is read in parts, with ids compared as %s, and lacks none', async (_how, emulator) => {
    const it = office({ settings: { workOrders: {}, maxBytes: 40_000 }, emulator })
    seedOutsmartWorkOrders(it.emulator, { completed: 60, others: 0, seed: 5 })
    expect(size(it)).toBeGreaterThan(200_000)
    const all = await offered(it)
    expect(new Set(all.map(({ key }) => key)).size).toBe(104)
    expect(all).toHaveLength(104)
    expect(it.to('GetWorkorders').every(({ query }) => query.update_status === 'false')).toBe(true)
    expect(it.to('GetWorkorders').length).toBeGreaterThan(8)
  })

  it('of one work order alone ends with a coded error', async () => {
    const it = hostRig({ settings: { maxBytes: 5_000 } })
    it.emulator.state.workOrders.push(
      bare({ id: '1' }),
      bare({ id: '2', WorkDescription: 'x'.repeat(9_000) }),
    )
    expect(await failure(offered(it))).toMatchObject({
      name: 'ContractError',
      code: 'work_orders_too_large',
      message: expect.stringContaining('5000 bytes'),
    })
  })

  it('ends with a coded error where OutSmart ignores the filter, or refuses it', async () => {
    for (const kind of ['ignoreFilter', 'refuseFilter'] as const) {
      const it = office({ settings: { maxBytes: 40_000 } })
      it.emulator.faults.plan({ on: 'GetWorkorders', nth: 2, times: 999, fault: { kind } })
      const code = kind === 'ignoreFilter' ? 'work_orders_too_large' : 'outsmart_1007'
      expect(await failure(offered(it))).toMatchObject({ code })
    }
  })

  it('ends with a coded error where the parts do not hold what was seen', async () => {
    const it = office()
    const { fetch } = it.emulator
    const lossy = async (request: Request) => {
      const url = new URL(request.url)
      const filtered = url.searchParams.has('key') || url.searchParams.has('key[]')
      return filtered ? new Response('{"code":200,"messages":[],"response":[]}') : fetch(request)
    }
    const broken = hostRig({
      emulator: { state: it.emulator.state },
      client: { fetch: lossy },
      settings: { maxBytes: 40_000 },
    })
    expect(await failure(offered(broken))).toMatchObject({ code: 'work_orders_too_large' })
  })

  it('may lose work orders that somebody handles in the meantime', async () => {
    const it = office()
    const { fetch } = it.emulator
    let reads = 0
    const meddled = async (request: Request) => {
      if (request.url.includes('GetWorkorders') && ++reads === 2) {
        for (const row of it.emulator.state.workOrders.slice(5, 9)) row.status = 'Afgehandeld'
      }
      return fetch(request)
    }
    const host = hostRig({
      emulator: { state: it.emulator.state },
      client: { fetch: meddled },
      settings: { maxBytes: 60_000 },
    })
    const all = await offered(host)
    const complete = it.emulator.state.workOrders.filter(({ status }) => status === 'Compleet')
    expect(all.map(({ key }) => key).sort()).toEqual(complete.map(({ id }) => id).sort())
  })
})

describe('what a work order says', () => {
  it('keeps both parties, both kinds of texts and both kinds of status apart', async () => {
    const one = await mapped({
      CustomerDebtorNr: '7',
      CustomerName: 'Local',
      CustomerCountry: 'pt',
      CustomerDebtorNrInvoice: '9',
      CustomerNameInvoice: 'Sede',
      CustomerCountryInvoice: 'Portugal',
      WorkDescription: 'For the customer',
      InternalWorkDescription: 'For the technician',
      Comment: 'Of the technician',
      WorkInstruction: 'Older instruction',
      WorkStatus: '1',
      ProjectNr: 'P1',
      TypeOfWork: 'Reparação',
      PaymentMethod: 'Numerário',
      ShortWorkDescription: 'Caldeira',
      WorkDate: '02-03-2026',
      WorkEndDate: '03-03-2026',
      MinimumHours: '1,5',
      RoundingAmount: '15',
      PdfUrl: 'https://app.out-smart.com/pdf/1',
    })
    expect(one).toEqual({
      key: '5001',
      number: 'W1',
      status: 'complete',
      workStatus: '1',
      finished: true,
      customer: { debtorNumber: '7', name: 'Local', country: 'PT' },
      billTo: { debtorNumber: '9', name: 'Sede' },
      description: 'For the customer',
      internalDescription: 'For the technician',
      comment: 'Of the technician',
      projectNumber: 'P1',
      typeOfWork: 'Reparação',
      paymentMethod: 'Numerário',
      shortDescription: 'Caldeira',
      workDate: '2026-03-02',
      workEndDate: '2026-03-03',
      minimumHours: 1.5,
      roundingMinutes: 15,
      pdfUrl: 'https://app.out-smart.com/pdf/1',
      materials: [],
      workPeriods: [],
    })
  })

  it.each([
    ['the number of the external system', { WorkorderNo: 'W7', OrderNr: 'WB7' }, 'W7'],
    ['OutSmart’s own number', { WorkorderNo: '', OrderNr: 'WB7' }, 'WB7'],
    ['the row id', { WorkorderNo: null, OrderNr: '' }, '5001'],
  ])('its number is %s', async (_what, patch, number) => {
    expect((await mapped(patch))?.number).toBe(number)
  })

  it.each([
    [
      'planned',
      { WorkDate: '02-03-2026', Workperiods: [{ WorkDate: '05-03-2026', TotalTime: '01:00' }] },
      '2026-03-02',
    ],
    [
      'worked, where nobody planned it',
      {
        WorkDate: '',
        Workperiods: [
          { WorkDate: '05-03-2026', TotalTime: '01:00' },
          { WorkDate: '04-03-2026', TotalTime: '01:00' },
        ],
      },
      '2026-03-04',
    ],
    ['absent', { WorkDate: '' }, undefined],
  ])('its day is %s', async (_what, patch, workDate) => {
    expect((await mapped(patch))?.workDate).toBe(workDate)
  })

  it.each([
    ['what OutSmart counted', { TotalTime: '01:30', BeginTime: '09:00', EndTime: '12:00' }, 90],
    ['more than a day', { TotalTime: '26:15' }, 1575],
    ['end less begin less break', { TotalTime: '', BeginTime: '09:00', EndTime: '12:00', Break: '30' }, 150],
    ['over midnight', { BeginTime: '22:30', EndTime: '01:00', Break: '15' }, 135],
    ['nothing', { TotalTime: '00:00' }, 0],
    ['never less than nothing', { BeginTime: '09:00', EndTime: '09:10', Break: '30' }, 0],
  ])('time is %s', async (_what, period, minutes) => {
    expect((await mapped({ Workperiods: [period] }))?.workPeriods).toEqual([{ minutes }])
  })

  it('travel is a distance and not a time', async () => {
    const one = await mapped({
      Workperiods: [{ TotalTime: '01:00', Travel: '37', HourType: 'H', EmployeeNr: '101', WorkRemark: 'x' }],
    })
    expect(one?.workPeriods).toEqual([
      { minutes: 60, travelDistance: 37, hourTypeCode: 'H', employeeNumber: '101', remark: 'x' },
    ])
  })

  it.each([
    ['no discount', { MaterialPrice: '10,50', MaterialDiscountPercentage: '0' }, { unitPrice: 10.5 }],
    [
      'the price before it, where both are there',
      { MaterialPrice: '9,00', MaterialOriginalPrice: '10,00', MaterialDiscountPercentage: '10' },
      { unitPrice: 10, discountPercent: 10 },
    ],
    [
      'the price that was signed, where the two contradict',
      { MaterialPrice: '8,00', MaterialOriginalPrice: '10,00', MaterialDiscountPercentage: '10' },
      { unitPrice: 8 },
    ],
    [
      'already taken off, as the total shows',
      { MaterialPrice: '9,00', MaterialDiscountPercentage: '10', MaterialTotalPrice: '18,00' },
      { unitPrice: 9 },
    ],
    [
      'still to take off, as the total shows',
      { MaterialPrice: '10,00', MaterialDiscountPercentage: '10', MaterialTotalPrice: '18,00' },
      { unitPrice: 10, discountPercent: 10 },
    ],
    ['no price at all', { MaterialPrice: '' }, {}],
  ])('a discount is %s', async (_what, line, expected) => {
    const one = await mapped({ Materials: [{ MaterialCode: 'A', MaterialNr: '2', ...line }] })
    expect(one?.materials).toEqual([{ code: 'A', quantity: 2, ...expected }])
  })

  it('a free field may hold the VAT code', async () => {
    const Materials = [{ MaterialCode: 'A', MaterialNr: '1', MaterialFreeField2: 'RED' }]
    expect((await mapped({ Materials }))?.materials).toEqual([{ code: 'A', quantity: 1 }])
    const settings = { workOrders: { vatCodeField: 'MaterialFreeField2' as const } }
    expect((await mapped({ Materials }, { settings }))?.materials).toEqual([
      { code: 'A', quantity: 1, vatCode: 'RED' },
    ])
  })

  it('a work order that was made from a document of Moloni says so', async () => {
    const one = await mapped({ WorkorderNo: 'moloni-pt-5-881', OrderNr: 'WB9' })
    expect(one).toMatchObject({
      number: 'WB9',
      origin: { platform: 'pt', companyId: '5', documentId: '881' },
    })
  })
})

describe('settings', () => {
  const unfinished = { WorkFinished: '0' }
  const archived = { Archived: '1' }
  it.each([
    ['unfinished', unfinished, 'tell', { finished: false }],
    ['unfinished', unfinished, 'leaveOut', undefined],
    ['unfinished', unfinished, 'asOrdinary', { finished: true }],
    ['archived', archived, 'tell', { archived: true }],
    ['archived', archived, 'leaveOut', undefined],
    ['archived', archived, 'asOrdinary', { finished: true }],
  ] as const)('%s (%o) with "%s"', async (name, patch, treatment, expected) => {
    const one = await mapped(patch, { settings: { workOrders: { [name]: treatment } } })
    if (expected) expect(one).toMatchObject(expected)
    else expect(one).toBeUndefined()
    if (name === 'archived' && treatment === 'asOrdinary') expect(one).not.toHaveProperty('archived')
  })

  const lines = {
    Materials: [
      { MaterialCode: '', MaterialName: 'By hand', MaterialNr: '1' },
      { MaterialCode: 'A', MaterialNr: '0' },
      { MaterialCode: 'B', MaterialNr: '2' },
    ],
    Workperiods: [
      { TotalTime: '01:00', HourType: '' },
      { TotalTime: '00:00', HourType: 'H' },
      { TotalTime: '00:00', HourType: 'H', Travel: '12' },
      { TotalTime: '02:00', HourType: 'H' },
    ],
  }
  it.each([
    ['nothing', {}, ['-', 'A', 'B'], ['-', 'H', 'H', 'H']],
    ['quantities of zero left out', { zeroQuantity: 'leaveOut' }, ['-', 'B'], ['-', 'H', 'H']],
    [
      'lines without a code left out',
      { materialWithoutCode: 'leaveOut', periodWithoutHourType: 'leaveOut' },
      ['A', 'B'],
      ['H', 'H', 'H'],
    ],
    [
      'a code of their own',
      { materialWithoutCode: { code: 'FREE' }, periodWithoutHourType: { code: 'HRS' } },
      ['FREE', 'A', 'B'],
      ['HRS', 'H', 'H', 'H'],
    ],
  ] as const)('%s', async (_what, workOrders, materials, periods) => {
    const one = await mapped(lines, { settings: { workOrders } })
    expect(one?.materials.map(({ code = '-' }) => code)).toEqual(materials)
    expect(one?.workPeriods.map(({ hourTypeCode = '-' }) => hourTypeCode)).toEqual(periods)
  })
})

describe('acknowledging', () => {
  async function first(options: HostRigOptions = {}) {
    const it = office(options)
    const [workOrder] = await offered(it)
    if (!workOrder) throw new RangeError('Nothing is offered.')
    const row = workOrderOf(it.emulator, workOrder.key)
    const acknowledge = (more: Partial<ExportedDocument> = {}) =>
      it.host.workOrders.acknowledge(workOrder, { ...document, ...more })
    const handled = () => row.StatusChanges.filter(({ status }) => status === 'Afgehandeld').length
    return { ...it, workOrder, row, acknowledge, handled }
  }

  it.each(['before', 'after'] as const)(
    'moves this work order once and no other, whichever status the answer shows (%s)',
    async (statusInAnswer) => {
      const { row, acknowledge, handled, to, emulator } = await first({ emulator: { statusInAnswer } })
      await acknowledge()
      expect(row.status).toBe('Afgehandeld')
      expect(emulator.state.workOrders.filter(({ status }) => status === 'Compleet')).toHaveLength(43)
      await acknowledge()
      expect(handled()).toBe(1)
      // It looks first, and what is handled is not written again.
      const sent = ['false', 'true', 'false'].map((update_status) => ({ row_id: row.id, update_status }))
      expect(to('GetWorkorder').map(({ query }) => query)).toEqual(sent)
    },
  )

  it.each([
    ['look', 1],
    ['acknowledgement', 2],
  ])('a 500 on the %s makes exactly one request of it, and the next time it is done', async (_what, nth) => {
    const { row, acknowledge, handled, to, emulator } = await first()
    emulator.faults.plan({ on: 'GetWorkorder', nth, times: 9, fault: { kind: 'status', status: 500 } })
    expect(await failure(acknowledge())).toMatchObject({ name: 'HttpError', code: 'http_500' })
    expect(to('GetWorkorder')).toHaveLength(nth)
    expect(row.status).toBe('Compleet')
    emulator.faults.clear()
    await acknowledge()
    expect(handled()).toBe(1)
  })

  it('an answer that was lost is no harm', async () => {
    const { row, acknowledge, handled, emulator } = await first()
    emulator.faults.plan({ on: 'GetWorkorder', nth: 2, fault: { kind: 'cut', when: 'after' } })
    expect(await failure(acknowledge())).toMatchObject({ name: 'NetworkError' })
    expect(row.status).toBe('Afgehandeld')
    await acknowledge()
    expect(handled()).toBe(1)
  })

  it.each([
    ['a line', { Materials: [{ MaterialCode: 'NEW', MaterialNr: '1' }] }],
    ['the payer', { CustomerDebtorNrInvoice: '0100' }],
    ['a text that the customer sees', { WorkDescription: 'Something else' }],
    ['that it is not finished after all', { WorkFinished: '0' }],
  ])(
    'a work order that changed %s in the meantime is handled, and said to be changed',
    async (_what, patch) => {
      const { row, acknowledge, handled, workOrder } = await first()
      Object.assign(row, patch)
      const error = await failure(acknowledge())
      expect(error).toMatchObject({ name: 'ConflictError', code: 'changed_before_acknowledge' })
      expect(String(error)).toContain(workOrder.number)
      expect(row.status).toBe('Afgehandeld')
      expect(handled()).toBe(1)
    },
  )

  it('one that changes between the look and the acknowledgement too', async () => {
    const { row, workOrder, handled, emulator } = await first()
    const quick = hostRig({
      emulator: { state: emulator.state },
      client: {
        fetch: async (request) => {
          if (request.url.includes('update_status=true')) row.Materials = []
          return emulator.fetch(request)
        },
      },
    })
    const acknowledged = quick.host.workOrders.acknowledge(workOrder, document)
    expect(await failure(acknowledged)).toMatchObject({ code: 'changed_before_acknowledge' })
    expect(handled()).toBe(1)
  })

  it('one that changed is said to be so again, without being moved again, until it is as it was', async () => {
    const { row, acknowledge, handled, to } = await first()
    const before = row.WorkDescription ?? ''
    row.WorkDescription = 'Something else'
    await failure(acknowledge())
    expect(await failure(acknowledge())).toMatchObject({ code: 'changed_before_acknowledge' })
    expect(to('GetWorkorder').filter(({ query }) => query.update_status === 'true')).toHaveLength(1)
    row.WorkDescription = before
    await acknowledge()
    expect(handled()).toBe(1)
  })

  it.each(['Klaargezet', 'Opgehaald'] as const)(
    'one that was reopened (%s) is not hidden from its technician',
    async (status) => {
      const { row, acknowledge, handled } = await first()
      row.status = status
      expect(await failure(acknowledge())).toMatchObject({
        name: 'ConflictError',
        code: 'reopened_before_acknowledge',
      })
      expect(row.status).toBe(status)
      row.status = 'Compleet'
      await acknowledge()
      expect(handled()).toBe(1)
    },
  )

  it.each([
    ['internal texts', { InternalWorkDescription: 'x', Comment: 'y' }],
    ['the work status', { WorkStatus: '1' }],
    ['the link to its PDF', { PdfUrl: 'https://app.out-smart.com/pdf/2' }],
    ['a photo', { Photos: [{ image: 'x', title: 'y' }] }],
  ])('%s are no change', async (_what, patch) => {
    const { row, acknowledge } = await first()
    Object.assign(row, patch)
    await acknowledge()
    expect(row.status).toBe('Afgehandeld')
  })

  it('one that is gone fails by name', async () => {
    const { acknowledge, emulator, row } = await first()
    emulator.state.workOrders = emulator.state.workOrders.filter((one) => one !== row)
    expect(await failure(acknowledge())).toMatchObject({ name: 'NotFoundError' })
  })

  it('a work status for what is done is set when the engine asks for it', async () => {
    const { row, acknowledge, to } = await first()
    await acknowledge({ workStatus: '1' })
    await acknowledge({ workStatus: '1' })
    expect(row).toMatchObject({ status: 'Afgehandeld', WorkStatus: '1' })
    expect(to('UpdateWorkorder').map(({ query }) => query)).toEqual([{ row_id: row.id, workstatus: '1' }])
  })

  it('a rejection sets the work status and leaves the work order where it is', async () => {
    const { row, host, workOrder, emulator, to } = await first()
    await host.workOrders.reject(workOrder, [], { workStatus: '99' })
    await host.workOrders.reject(workOrder, [], { workStatus: '99' })
    expect(row).toMatchObject({ status: 'Compleet', WorkStatus: '99' })
    await host.workOrders.reject(workOrder, [], { workStatus: '' })
    expect(to('UpdateWorkorder')).toHaveLength(2)
    emulator.faults.plan({ on: 'UpdateWorkorder', fault: { kind: 'status', status: 500 } })
    expect(await failure(host.workOrders.reject(workOrder, [], { workStatus: '1' }))).toMatchObject({
      name: 'HttpError',
    })
    expect(to('UpdateWorkorder')).toHaveLength(3)
  })
})
