import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExportedDocument, WorkOrderSource } from '../../src/sync/index.ts'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld()
})
afterEach(() => world.close())

/** An engine whose host remembers what it was told. */
async function watched(after: object, times = 1) {
  const told: ExportedDocument[] = []
  const refused: { key: string; workStatus: string }[] = []
  let failures = times - 1
  const workOrders: WorkOrderSource = {
    ...world.host.workOrders,
    async acknowledge(workOrder, document) {
      if (failures-- > 0) throw new Error('down')
      told.push(document)
      await world.host.workOrders.acknowledge(workOrder, document)
    },
    async reject({ key }, _problems, { workStatus }) {
      refused.push({ key, workStatus })
    },
  }
  const engine = world.engine({ host: { ...world.host, workOrders } })
  const { id } = await connected(world, { exports: { ...exportAtOnce.exports, after } }, engine)
  await engine.sync(id)
  return { engine, id, told, refused }
}

const mailJob = (number: number) => {
  const job = jobFor(world, number)
  return { ...job, customer: { ...job.customer, email: 'office@example.com' } }
}
const mailsSent = () => world.emulator.requests.filter(({ path }) => path === 'invoices/sendEmail')

describe('work statuses', () => {
  test('are 99 after failure and untouched after success, unless the settings say otherwise', async () => {
    const { engine, id, told, refused } = await watched({})
    world.host.addWorkOrders([
      jobFor(world, 1),
      jobFor(world, 2, { materials: [{ code: 'NONE', quantity: 1 }] }),
    ])
    await engine.sync(id)
    expect(told).toHaveLength(1)
    expect(told[0]).not.toHaveProperty('workStatus')
    expect(refused).toEqual([{ key: 'wo-2', workStatus: '99' }])
  })

  test('are those of the settings', async () => {
    const { engine, id, told, refused } = await watched({
      workStatusAfterSuccess: 'billed',
      workStatusAfterFailure: 'check',
    })
    world.host.addWorkOrders([
      jobFor(world, 1),
      jobFor(world, 2, { materials: [{ code: 'NONE', quantity: 1 }] }),
    ])
    await engine.sync(id)
    expect(told[0]?.workStatus).toBe('billed')
    expect(refused[0]?.workStatus).toBe('check')
  })
})

describe('the printed document', () => {
  test('comes as a file, or as a link, with the acknowledgement', async () => {
    const file = await watched({ pdf: 'file' })
    world.host.addWorkOrders([jobFor(world, 1)])
    await file.engine.sync(file.id)
    expect(new TextDecoder().decode(file.told[0]?.pdf?.bytes?.slice(0, 5))).toBe('%PDF-')
    expect(file.told[0]?.pdf?.fileName).toMatch(/\.pdf$/)
    await file.engine.updateSettings(file.id, { exports: { after: { pdf: 'link' } } })
    world.host.addWorkOrders([jobFor(world, 2)])
    await file.engine.sync(file.id)
    expect(file.told[1]?.pdf?.url).toMatch(/^https:/)
  })

  test('that cannot be fetched is tried again, then the host is told without it, with a warning', async () => {
    const { engine, id, told } = await watched({ pdf: 'file' })
    world.emulator.faults.plan({
      on: 'documents/getPDFLink',
      times: 99,
      fault: { kind: 'status', status: 500 },
    })
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    expect(told).toHaveLength(0)
    for (let run = 0; run < 3; run++) {
      await world.clock.advance(HOUR)
      await engine.sync(id)
    }
    expect(told).toHaveLength(1)
    expect(told[0]?.pdf).toBeUndefined()
    const item = await engine.exports(id).get('wo-1')
    expect(item).toMatchObject({
      state: 'acknowledged',
      issues: [{ code: 'pdf_missing', severity: 'warning' }],
    })
    expect(await engine.problems(id)).toEqual([])
    expect(invoicesOf(world)).toHaveLength(1)
  })
})

describe('the e-mail', () => {
  test('goes to the billed party, once', async () => {
    const { engine, id } = await watched({ mail: true })
    world.host.addWorkOrders([mailJob(1)])
    await engine.sync(id)
    await engine.sync(id)
    expect(mailsSent()).toHaveLength(1)
    expect(JSON.stringify(mailsSent()[0]?.params)).toContain('office@example.com')
  })

  test('is not sent again while the host does not confirm', async () => {
    const { engine, id, told } = await watched({ mail: true }, 3)
    world.host.addWorkOrders([mailJob(1)])
    for (let run = 0; run < 4; run++) {
      await engine.sync(id)
      await world.clock.advance(HOUR)
    }
    expect(told).toHaveLength(1)
    expect(mailsSent()).toHaveLength(1)
  })

  test('whose answer was lost is not sent again, and a person is told', async () => {
    const { engine, id } = await watched({ mail: true })
    world.emulator.faults.plan({ on: 'invoices/sendEmail', fault: { kind: 'cut', when: 'after' } })
    world.host.addWorkOrders([mailJob(1)])
    await engine.sync(id)
    await engine.sync(id)
    expect(mailsSent()).toHaveLength(1)
    expect(await engine.exports(id).get('wo-1')).toMatchObject({
      state: 'acknowledged',
      issues: [{ code: 'mail_unknown' }],
    })
  })

  test('without an address is a warning, and the work order is done', async () => {
    const { engine, id } = await watched({ mail: true })
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    expect(mailsSent()).toHaveLength(0)
    expect(await engine.exports(id).get('wo-1')).toMatchObject({
      state: 'acknowledged',
      issues: [{ code: 'no_mail_address', thing: 'W1' }],
    })
  })
})
