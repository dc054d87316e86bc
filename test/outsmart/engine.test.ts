import { afterEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../src/testing/index.ts'
import { type OutsmartWorkOrderRow, seedOutsmartWorkOrders } from '../../src/testing/index.ts'
import {
  documentsOf,
  type EngineWorld,
  type EngineWorldOptions,
  engineWorld,
  exportAll,
  timesHandled,
} from './engine-world.ts'

const worlds: EngineWorld[] = []
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()))
})

/** A world whose relations, materials and hour types have come from Moloni, with completed work orders on them. */
async function working(completed: number, options: EngineWorldOptions = {}) {
  const world = await engineWorld(options)
  worlds.push(world)
  const id = await world.connect(exportAll)
  const imported = await world.engine.sync(id, {
    kinds: ['relations', 'materials', 'hourTypes', 'employees'],
  })
  expect(imported.outcome).toBe('complete')
  const rows = seedOutsmartWorkOrders(world.outsmart, { completed, others: 2 })
  return { ...world, id, imported, complete: rows.filter(({ status }) => status === 'Compleet') }
}

/** One plain work order that nothing is wrong with. */
async function workingOnOne(options: EngineWorldOptions = {}) {
  const it = await working(1, options)
  const [row] = it.complete
  const material = it.outsmart.state.materials.find(({ price }) => Number(price) > 5)
  if (!row) throw new RangeError('There is no work order.')
  Object.assign(row, {
    Materials: [{ MaterialCode: material?.code, MaterialName: 'x', MaterialNr: '2', MaterialPrice: '10,50' }],
    Workperiods: [],
    MinimumHours: '',
  })
  return { ...it, row }
}

/** Runs until the time of every pause is over. */
async function settle({ engine, clock }: EngineWorld, id: string, runs = 4): Promise<void> {
  for (let run = 0; run < runs; run++) {
    await engine.sync(id)
    await clock.sleep(7 * 3_600_000)
  }
}

/** What waits for a person; customers that Moloni has no whole address of are always there. */
const problemsOf = async ({ engine }: EngineWorld, id: string) =>
  (await engine.problems(id))
    .map(({ code }) => code)
    .filter((code) => !/^missing_(street|postal_code|city)$/.test(code))

describe('OutSmart, the engine and Moloni over real HTTP', () => {
  it('every completed work order is handled once, or waits for a person', { timeout: 60_000 }, async () => {
    const host = {
      workOrders: {
        unfinished: 'asOrdinary',
        archived: 'asOrdinary',
        zeroQuantity: 'leaveOut',
        materialWithoutCode: 'leaveOut',
        periodWithoutHourType: 'leaveOut',
      },
    } as const
    const world = await working(44, { host, size: { customers: 40, products: 60 } })
    const { engine, id, outsmart, complete, company } = world
    expect(outsmart.state.relations.length).toBeGreaterThan(25)
    expect(
      outsmart.state.relations.every(({ external_id }) => String(external_id).startsWith('moloni-pt-')),
    ).toBe(true)
    expect(outsmart.state.materials.length).toBeGreaterThan(40)
    expect(outsmart.state.hourTypes.length).toBeGreaterThan(2)

    const report = await engine.sync(id)
    expect(report.outcome).toBe('complete')
    const handled = complete.filter(({ status }) => status === 'Afgehandeld')
    const waiting = complete.filter(({ status }) => status === 'Compleet')
    expect(handled.length + waiting.length).toBe(44)
    expect(handled.length).toBeGreaterThan(30)
    expect(handled.map(timesHandled)).toEqual(handled.map(() => 1))
    expect(documentsOf(world)).toHaveLength(handled.length)
    expect(new Set(documentsOf(world).map(({ our_reference }) => our_reference)).size).toBe(handled.length)
    expect(documentsOf(world).every(({ status }) => status === 1)).toBe(true)
    expect(waiting.every(({ WorkStatus }) => WorkStatus === '99')).toBe(true)
    const others = outsmart.state.workOrders.filter((row) => !complete.includes(row))
    expect(others.map(({ status }) => status).sort()).toEqual([
      'Afgehandeld',
      'Afgehandeld',
      'Klaargezet',
      'Klaargezet',
      'Opgehaald',
      'Opgehaald',
    ])

    const before = company.documents.length
    const again = await engine.sync(id)
    expect(again.changes).toBe(0)
    expect(company.documents).toHaveLength(before)
    // Nothing that only reads was ever allowed to write.
    const reads = outsmart.requests.filter(({ path, method }) => path === 'GetWorkorders' && method === 'GET')
    expect(reads.every(({ query }) => query.update_status === 'false')).toBe(true)
  })

  it('what changes in Moloni is changed in OutSmart, and nothing else', { timeout: 60_000 }, async () => {
    const world = await working(0)
    const { engine, id, company, outsmart, moloni, clock } = world
    const row = company.customers.slice(1).find(({ address, zip_code, city }) => address && zip_code && city)
    await clock.sleep(3_600_000)
    Object.assign(row ?? {}, { name: 'Nome novo, Lda.', lastmodified: moloni.now() })
    const before = outsmart.requests.length
    const report = await engine.sync(id, { kinds: ['relations', 'materials', 'hourTypes'] })
    expect(report.changes).toBe(1)
    const changed = outsmart.state.relations.find(({ debtor_number }) => debtor_number === row?.number)
    expect(changed).toMatchObject({ name: 'Nome novo, Lda.' })
    const posts = outsmart.requests.slice(before).filter(({ method }) => method === 'POST')
    expect(posts.map(({ path }) => path)).toEqual(['relations'])
  })
})

describe('one document, handled once', () => {
  const lost: [string, Fault][] = [
    ['a 500', { kind: 'status', status: 500 }],
    ['a 500 after the effect', { kind: 'status', status: 500, when: 'after' }],
    ['a cut before the effect', { kind: 'cut' }],
    ['a cut after the effect', { kind: 'cut', when: 'after' }],
    ['a page', { kind: 'html' }],
    ['an effect that lands late', { kind: 'late', ms: 60_000, answer: 'cut' }],
  ]
  it.each(lost)('although the acknowledgement met %s', async (_what, fault) => {
    const world = await workingOnOne()
    const { engine, id, outsmart, row } = world
    // The first is the look before it.
    outsmart.faults.plan({ on: 'GetWorkorder', nth: 2, fault })
    await engine.sync(id)
    expect(documentsOf(world)).toHaveLength(1)
    const acknowledged = outsmart.requests.filter(({ query }) => query.update_status === 'true')
    expect(acknowledged.map(({ path }) => path)).toEqual(['GetWorkorder'])
    await settle(world, id)
    expect(documentsOf(world)).toHaveLength(1)
    expect(row.status).toBe('Afgehandeld')
    expect(timesHandled(row)).toBe(1)
    expect(await problemsOf(world, id)).toEqual([])
  })

  it('although the engine and the host were started anew in between', async () => {
    const world = await workingOnOne()
    const { engine, id, outsmart, row, clock } = world
    outsmart.faults.plan({ on: 'GetWorkorder', nth: 2, times: 3, fault: { kind: 'cut', when: 'after' } })
    await engine.sync(id)
    await clock.sleep(3_600_000)
    const other = world.restart()
    await settle({ ...world, engine: other }, id)
    expect(documentsOf(world)).toHaveLength(1)
    expect(timesHandled(row)).toBe(1)
  })

  it('although two engines ran at the same time', async () => {
    const world = await workingOnOne()
    const { engine, id, row } = world
    await Promise.all([engine.sync(id), world.restart().sync(id)])
    await settle(world, id)
    expect(documentsOf(world)).toHaveLength(1)
    expect(timesHandled(row)).toBe(1)
  })

  /** Changes the work order as soon as its acknowledgement is on the way: somebody was quicker. */
  function quicker({ outsmart, row }: Awaited<ReturnType<typeof workingOnOne>>, patch: object) {
    const { fetch } = outsmart
    const meddled = outsmart as { fetch: typeof fetch }
    meddled.fetch = async (request) => {
      if (request.url.includes('/GetWorkorder/')) {
        Object.assign(row, patch)
        meddled.fetch = fetch
      }
      return fetch(request)
    }
  }

  const changes: [string, Partial<OutsmartWorkOrderRow>][] = [
    ['its lines', { Materials: [] }],
    ['its description', { WorkDescription: 'Changed at the last moment' }],
    ['its payer', { CustomerDebtorNrInvoice: '9999', CustomerNameInvoice: 'Somebody else' }],
    ['whether it is finished', { WorkFinished: '0' }],
  ]
  it.each(changes)(
    'although %s changed between read and acknowledgement, and a person sees it',
    async (_what, patch) => {
      const world = await workingOnOne()
      const { engine, id, outsmart, row } = world
      quicker(world, patch)
      await engine.sync(id)
      const asked = outsmart.requests.filter(({ path }) => path === 'GetWorkorder').length
      await settle(world, id, 3)
      expect(documentsOf(world)).toHaveLength(1)
      expect(row.status).toBe('Afgehandeld')
      expect(timesHandled(row)).toBe(1)
      expect(await problemsOf(world, id)).toEqual(['corrected_after_close'])
      // It is confirmed, so it is not asked for again.
      expect(outsmart.requests.filter(({ path }) => path === 'GetWorkorder')).toHaveLength(asked)

      await engine.exports(id).keep(row.id)
      expect(await problemsOf(world, id)).toEqual([])
    },
  )

  it('although what changed makes the settings leave it out', async () => {
    const world = await workingOnOne({
      host: { workOrders: { archived: 'leaveOut', unfinished: 'leaveOut' } },
    })
    const { engine, id, row } = world
    quicker(world, { WorkFinished: '0' })
    await engine.sync(id)
    await settle(world, id, 3)
    expect([documentsOf(world).length, timesHandled(row)]).toEqual([1, 1])
    expect(await problemsOf(world, id)).toEqual(['corrected_after_close'])
  })

  it('and a second one when a person has it made again of what it is', async () => {
    const world = await workingOnOne()
    const { engine, id, row } = world
    quicker(world, { Materials: row.Materials.map((line) => ({ ...line, MaterialNr: '3' })) })
    await engine.sync(id)
    await engine.exports(id).reissue(row.id)
    await settle(world, id, 2)
    const quantities = documentsOf(world).map(({ products }) => products.map(({ qty }) => Number(qty)))
    // The first, its credit note, and the one that counts.
    expect(quantities).toEqual([[2], [2], [3]])
    expect(timesHandled(row)).toBe(1)
    expect(await problemsOf(world, id)).toEqual([])
  })

  it('although it was opened again: it is not taken from its technician, and a person is told', async () => {
    const world = await workingOnOne()
    const { engine, id, row, clock } = world
    quicker(world, { status: 'Opgehaald' })
    await engine.sync(id)
    expect([row.status, documentsOf(world).length]).toEqual(['Opgehaald', 1])
    expect(await problemsOf(world, id)).toEqual(['reopened_after_close'])

    row.status = 'Compleet'
    await clock.sleep(7 * 3_600_000)
    await engine.sync(id)
    expect([row.status, timesHandled(row), documentsOf(world).length]).toEqual(['Afgehandeld', 1, 1])
    expect(await problemsOf(world, id)).toEqual([])
  })
})

describe('each follows its setting', () => {
  const odd: [string, Partial<OutsmartWorkOrderRow>, EngineWorldOptions['host'], boolean][] = [
    ['archived', { Archived: '1' }, {}, false],
    ['archived, as ordinary', { Archived: '1' }, { workOrders: { archived: 'asOrdinary' } }, true],
    ['unfinished, as the engine allows', { WorkFinished: '0' }, {}, true],
    ['unfinished, left out', { WorkFinished: '0' }, { workOrders: { unfinished: 'leaveOut' } }, false],
  ]
  it.each(odd)('%s', async (_what, patch, host, exported) => {
    const world = await workingOnOne(host ? { host } : {})
    Object.assign(world.row, patch)
    await world.engine.sync(world.id)
    expect(documentsOf(world)).toHaveLength(exported ? 1 : 0)
    expect(world.row.status).toBe(exported ? 'Afgehandeld' : 'Compleet')
  })

  it('the payer is billed, not the site', async () => {
    const world = await workingOnOne()
    const { row, outsmart, company, engine, id } = world
    const payer = outsmart.state.relations.find(
      ({ debtor_number, vat_number }) => debtor_number !== row.CustomerDebtorNr && vat_number,
    )
    Object.assign(row, { CustomerDebtorNrInvoice: payer?.debtor_number, CustomerNameInvoice: payer?.name })
    await engine.sync(id)
    const billed = company.customers.find(
      ({ customer_id }) => customer_id === documentsOf(world)[0]?.customer_id,
    )
    expect(billed?.number).toBe(payer?.debtor_number)
  })

  it.each([
    [
      'a line without a code',
      { MaterialCode: '', MaterialName: 'By hand', MaterialNr: '1', MaterialPrice: '5' },
      'missing_material_code',
      'materialWithoutCode',
    ],
    [
      'a quantity of zero',
      { MaterialCode: 'MAT-0001', MaterialNr: '0', MaterialPrice: '5' },
      'zero_quantity',
      'zeroQuantity',
    ],
  ])('%s blocks by itself, and does not where it is left out', async (_what, line, code, setting) => {
    for (const [host, blocked] of [
      [{}, true],
      [{ workOrders: { [setting]: 'leaveOut' } }, false],
    ] as const) {
      const world = await workingOnOne({ host })
      world.row.Materials.push(line)
      await world.engine.sync(world.id)
      expect(await problemsOf(world, world.id)).toEqual(blocked ? [code] : [])
      expect(world.row.WorkStatus).toBe(blocked ? '99' : '')
      expect(documentsOf(world)).toHaveLength(blocked ? 0 : 1)
    }
  })

  it('internal texts never reach Moloni', async () => {
    const world = await workingOnOne()
    Object.assign(world.row, {
      InternalWorkDescription: 'SECRET-A',
      Comment: 'SECRET-B',
      WorkDescription: 'Visible',
    })
    await world.engine.sync(world.id)
    const sent = JSON.stringify([world.moloni.state, world.moloni.requests])
    expect(sent).toContain('Visible')
    expect(sent).not.toMatch(/SECRET-[AB]/)
  })
})

it('neither token is in anything that is stored, logged or reported', async () => {
  const world = await workingOnOne()
  const { engine, id, outsmart } = world
  outsmart.faults.plan({ on: /./, times: 50, fault: { kind: 'status', status: 500 } })
  const report = await engine.sync(id)
  const dump: unknown[] = [report, await engine.problems(id), await engine.health(id)]
  for await (const run of engine.runs(id)) dump.push(run)
  const { records } = await world.store.scan('outsmart', { by: 'key', limit: 500 })
  dump.push(records)
  const text = JSON.stringify(dump)
  expect(text).not.toContain(outsmart.credentials.token)
  expect(text).not.toContain(outsmart.credentials.softwareToken)
  expect(report.outcome).toBe('partial')
})
