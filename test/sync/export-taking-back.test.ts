import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WorkOrder } from '../../src/domain/index.ts'
import type { SettingsInput, SyncEngine } from '../../src/index.ts'
import { connected, exportAtOnce, jobFor, openWorld, type World } from '../support/engine.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld()
})
afterEach(() => world.close())

const INVOICE = 1
const CREDIT_NOTE = 3

const documentsOf = (type: number) =>
  world.company.documents.filter(({ document_type_id }) => document_type_id === type)

const corrected = (number: number, quantity: number): WorkOrder => {
  const job = jobFor(world, number)
  return { ...job, materials: job.materials.map((line) => ({ ...line, quantity })) }
}

async function runs(engine: SyncEngine, id: string, count = 3): Promise<void> {
  for (let run = 0; run < count; run++) {
    await engine.sync(id)
    await world.clock.advance(HOUR)
  }
}

/** A work order that was corrected after its invoice was closed. */
async function withCorrection(settings: SettingsInput = exportAtOnce) {
  const { engine, id } = await connected(world, settings)
  world.host.addWorkOrders([jobFor(world, 1)])
  await engine.sync(id)
  world.host.addWorkOrders([corrected(1, 7)])
  await engine.sync(id)
  return { engine, id }
}

describe('a correction after closing', () => {
  test('is reissued: one closed credit note over the whole, one new closed invoice, and the host is told of it', async () => {
    const { engine, id } = await withCorrection()
    expect((await engine.problems(id)).map(({ code }) => code)).toEqual(['corrected_after_close'])
    await engine.exports(id).reissue('wo-1', { by: 'office' })
    await runs(engine, id)
    const [first, second, ...more] = documentsOf(INVOICE)
    const [note, ...notes] = documentsOf(CREDIT_NOTE)
    expect([more.length, notes.length]).toEqual([0, 0])
    expect(note).toMatchObject({ status: 1, net_value: first?.net_value })
    expect(note?.associated_documents).toMatchObject([{ associated_id: first?.document_id }])
    expect(second).toMatchObject({ status: 1 })
    expect(JSON.stringify(second?.products)).toContain('"qty":7')
    expect(second?.our_reference).not.toBe(first?.our_reference)
    expect(world.host.state.workOrders.get('wo-1')?.document?.documentId).toBe(second?.document_id)
    expect(await engine.problems(id)).toEqual([])
    const item = await engine.exports(id).get('wo-1')
    expect(item).toMatchObject({ state: 'acknowledged', documentId: second?.document_id })
    expect(item?.history).toMatchObject([{ documentId: first?.document_id, creditNoteId: note?.document_id }])
    expect(item?.trail.find(({ by }) => by === 'office')).toMatchObject({ state: 'takingBack' })
  })

  test('can be reissued a second time', async () => {
    const { engine, id } = await withCorrection()
    await engine.exports(id).reissue('wo-1')
    await runs(engine, id)
    world.host.addWorkOrders([corrected(1, 9)])
    await engine.sync(id)
    await engine.exports(id).reissue('wo-1')
    await runs(engine, id)
    expect(documentsOf(INVOICE)).toHaveLength(3)
    expect(documentsOf(CREDIT_NOTE).map(({ status }) => status)).toEqual([1, 1])
    expect((await engine.exports(id).get('wo-1'))?.history).toHaveLength(2)
  })

  test('is cancelled: a credit note and no other document, whatever the host offers later', async () => {
    const { engine, id } = await withCorrection()
    await engine.exports(id).cancel('wo-1')
    await runs(engine, id)
    world.host.addWorkOrders([corrected(1, 8)])
    await runs(engine, id)
    expect(documentsOf(INVOICE)).toHaveLength(1)
    expect(documentsOf(CREDIT_NOTE)).toHaveLength(1)
    expect((await engine.exports(id).get('wo-1'))?.state).toBe('superseded')
  })

  test('is kept out: nothing is made, and the problem is gone until the next correction', async () => {
    const { engine, id } = await withCorrection()
    await engine.exports(id).keep('wo-1')
    await runs(engine, id)
    expect(await engine.problems(id)).toEqual([])
    world.host.addWorkOrders([corrected(1, 8)])
    await engine.sync(id)
    expect((await engine.problems(id)).map(({ code }) => code)).toEqual(['corrected_after_close'])
    expect(world.company.documents).toHaveLength(1)
  })

  test('nothing of this happens by itself', async () => {
    const { engine, id } = await withCorrection()
    await runs(engine, id, 5)
    expect(world.company.documents).toHaveLength(1)
  })
})

describe('the credit note', () => {
  test('whose answer was lost is found and not made twice', async () => {
    const { engine, id } = await withCorrection()
    world.emulator.faults.plan({ on: 'creditNotes/insert', fault: { kind: 'cut', when: 'after' } })
    await engine.exports(id).reissue('wo-1')
    await runs(engine, id, 4)
    const [note, ...others] = documentsOf(CREDIT_NOTE)
    expect(others).toEqual([])
    expect(note).toMatchObject({ status: 1 })
    expect(note?.associated_documents).toMatchObject([{ value: note?.net_value }])
    expect(documentsOf(INVOICE)).toHaveLength(2)
  })

  test('that Moloni refuses waits for a person, with no new invoice before it', async () => {
    const { engine, id } = await withCorrection({ exports: { ...exportAtOnce.exports, maxTries: 2 } })
    world.emulator.faults.plan({
      on: 'creditNotes/insert',
      times: 99,
      fault: { kind: 'status', status: 400 },
    })
    await engine.exports(id).reissue('wo-1')
    await runs(engine, id, 3)
    expect(documentsOf(INVOICE)).toHaveLength(1)
    expect(await engine.problems(id)).not.toEqual([])
    world.emulator.faults.clear()
    await engine.exports(id).retry('wo-1')
    await runs(engine, id, 3)
    expect(documentsOf(INVOICE)).toHaveLength(2)
    expect(documentsOf(CREDIT_NOTE)).toHaveLength(1)
  })
})

test('an order is annulled and made again', async () => {
  const { engine, id } = await withCorrection({ exports: { ...exportAtOnce.exports, kind: 'purchaseOrder' } })
  await engine.exports(id).reissue('wo-1')
  await runs(engine, id)
  expect(documentsOf(28).map(({ status }) => status)).toEqual([2, 1])
  expect(documentsOf(CREDIT_NOTE)).toEqual([])
})

describe('refused with a code', () => {
  test('what is not closed', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 1, { materials: [{ code: 'NONE', quantity: 1 }] })])
    await engine.sync(id)
    await expect(engine.exports(id).reissue('wo-1')).rejects.toMatchObject({ code: 'export_not_closed' })
    await expect(engine.exports(id).cancel('wo-1')).rejects.toMatchObject({ code: 'export_not_closed' })
    await expect(engine.exports(id).keep('wo-1')).rejects.toMatchObject({ code: 'export_not_closed' })
    await expect(engine.exports(id).reissue('wo-9')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a draft that the rule has left', async () => {
    const { engine, id } = await connected(world, { exports: { ...exportAtOnce.exports, state: 'draft' } })
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    await expect(engine.exports(id).reissue('wo-1')).rejects.toMatchObject({ code: 'export_not_closed' })
  })

  test('a work order on a collective document: what to do by hand is said', async () => {
    const { engine, id } = await connected(world, {
      exports: { ...exportAtOnce.exports, collective: { by: 'relation', period: 'run' } },
    })
    world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2)])
    await engine.sync(id)
    await expect(engine.exports(id).reissue('wo-1')).rejects.toMatchObject({
      code: 'take_back_by_hand',
      message: expect.stringContaining('credit note in Moloni'),
    })
  })
})
