import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type IssueLanguage, issueLanguage, type WorkOrder } from '../../src/domain/index.ts'
import type { Host, ProblemGroup, SinkResult } from '../../src/sync/index.ts'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'

const HOUR = 3_600_000
const languages = issueLanguage.options

let world: World
beforeEach(() => {
  world = openWorld({ customers: 4, products: 6 })
})
afterEach(() => world.close())

const valve = [{ code: 'VALVE-1', quantity: 1, unitPrice: 12 }]
const waiting = (count: number, patch: Partial<WorkOrder> = { materials: valve }) =>
  world.host.addWorkOrders(Array.from({ length: count }, (_, number) => jobFor(world, number, patch)))

async function later(id: string) {
  await world.clock.advance(HOUR)
  return world.engine().sync(id)
}

/** What a group says in each language. */
async function inEach(
  id: string,
  pick: (group: ProblemGroup | undefined) => unknown,
  engine = world.engine(),
) {
  const said: Partial<Record<IssueLanguage, unknown>> = {}
  for (const language of languages) said[language] = pick((await engine.problems(id, { language }))[0])
  return said
}

describe('a group', () => {
  test('says how many wait for what, why, and what to do next, in each language', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    waiting(17)
    await engine.sync(id)
    expect(await inEach(id, (group) => [group?.summary, group?.message, group?.todo])).toEqual({
      en: [
        '17 work orders wait for product VALVE-1. One correction releases all of them.',
        'Moloni has no product with reference VALVE-1.',
        'Create the product in Moloni, or correct the material on the work order.',
      ],
      nl: [
        '17 werkbonnen wachten op artikel VALVE-1. Eén verbetering maakt ze allemaal vrij.',
        'Moloni heeft geen artikel met referentie VALVE-1.',
        'Maak het artikel in Moloni aan, of verbeter het materiaal op de werkbon.',
      ],
      pt: [
        '17 ordens de trabalho aguardam o artigo VALVE-1. Uma só correção resolve todos os casos.',
        'O Moloni não tem nenhum artigo com a referência VALVE-1.',
        'Crie o artigo no Moloni, ou corrija o material na ordem de trabalho.',
      ],
      es: [
        '17 partes de trabajo esperan el artículo VALVE-1. Una sola corrección resuelve todos los casos.',
        'Moloni no tiene ningún artículo con la referencia VALVE-1.',
        'Cree el artículo en Moloni, o corrija el material en el parte de trabajo.',
      ],
    })
  })

  test('that is released together is: one correction and nothing waits any more', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    waiting(3)
    await engine.sync(id)
    expect(await engine.problems(id)).toMatchObject([{ releasedTogether: true, count: 3 }])
    const product = world.company.products.find(({ taxes }) => Array.isArray(taxes) && taxes.length > 0)
    const added = { product_id: 990_001, reference: 'VALVE-1', lastmodified: world.clock.now() }
    world.company.products.push({ ...structuredClone(product), ...added })
    await later(id)
    expect(await engine.problems(id)).toEqual([])
    expect(invoicesOf(world)).toHaveLength(3)
  })

  test('that is not released together says so', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    waiting(2, { materials: [], workPeriods: [] })
    await engine.sync(id)
    expect(await engine.problems(id)).toMatchObject([
      {
        code: 'nothing_to_bill',
        releasedTogether: false,
        summary: '2 work orders wait to be corrected. Each has to be looked at by itself.',
      },
    ])
  })

  test('counts a work order once that has the reason on several lines', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    waiting(1, { materials: [...valve, ...valve, ...valve] })
    await engine.sync(id)
    const [group] = await engine.problems(id)
    expect(group).toMatchObject({ count: 1, summary: '1 work order waits for product VALVE-1.' })
    expect(group?.problems).toHaveLength(3)
  })

  test('whose members differ says in its message only what is true of all', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    const broken = { materials: [{ quantity: 'two' }], workPeriods: [{ minutes: 'ten' }] } as unknown
    world.host.addWorkOrders([jobFor(world, 1, broken as Partial<WorkOrder>)])
    await engine.sync(id)
    const [group] = await engine.problems(id)
    expect(group).toMatchObject({
      code: 'invalid_work_order',
      thing: 'wo-1',
      count: 1,
      summary: '1 work order waits to be corrected.',
      message: '1 work order waits to be corrected.',
    })
    expect(group?.problems.map(({ message }) => message)).toEqual([
      'The work order wo-1 cannot be read: the field "materials 1: quantity" is missing or wrong.',
      'The work order wo-1 cannot be read: the field "work periods 1: minutes" is missing or wrong.',
    ])
  })
})

describe('the language', () => {
  test('is the one of the settings unless the call says otherwise', async () => {
    const { engine, id } = await connected(world, { ...exportAtOnce, language: 'pt' })
    waiting(1)
    await engine.sync(id)
    expect((await engine.problems(id))[0]?.message).toMatch(/^O Moloni não tem/)
    expect((await engine.problems(id, { language: 'es' }))[0]?.message).toMatch(/^Moloni no tiene/)
    await engine.updateSettings(id, { language: 'nl' })
    expect((await engine.problems(id))[0]?.message).toMatch(/^Moloni heeft geen/)
    await engine.updateSettings(id, { language: undefined })
    expect((await engine.problems(id))[0]?.message).toMatch(/^Moloni has no/)
  })

  test('is English unless somebody chose another', async () => {
    const { engine, id } = await connected(world)
    expect(await engine.settings(id)).toMatchObject({ language: 'en' })
  })

  test.each(['de', 'PT', 'pt-PT', '', 'constructor', null, 1])(
    'that does not exist is refused: %j',
    async (language) => {
      const { engine, id } = await connected(world, exportAtOnce)
      // What comes from JavaScript does not have the type.
      const how = { language: language as IssueLanguage }
      await expect(engine.problems(id, how)).rejects.toMatchObject({ code: 'invalid_option' })
      await expect(engine.health(id, how)).rejects.toMatchObject({ code: 'invalid_option' })
      await expect(engine.updateSettings(id, how)).rejects.toMatchObject({ code: 'invalid_settings' })
      expect(await engine.settings(id)).toMatchObject({ language: 'en' })
    },
  )

  test('changes nothing of what is done: a run after it makes no document again', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    waiting(2, {})
    await engine.sync(id)
    await engine.updateSettings(id, { language: 'es' })
    expect(await later(id)).toMatchObject({ outcome: 'complete', exports: { invoice: { exported: 0 } } })
    expect(invoicesOf(world)).toHaveLength(2)
  })

  test('the codes, things and fields are the same in each', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([
      jobFor(world, 1, { materials: valve }),
      jobFor(world, 2, { customer: { name: 'Nobody' } }),
      jobFor(world, 3, { customer: {} }),
      jobFor(world, 4, { workPeriods: [{ minutes: 60 }] }),
      jobFor(world, 5, { materials: [{ quantity: 0 }] }),
      jobFor(world, 6, { materials: 'none' as unknown as [] }),
    ])
    await engine.sync(id)
    const stable = async (language: IssueLanguage) =>
      (await engine.problems(id, { language })).map(({ problems, code, thing, count, page }) => [
        [code, thing, count, page],
        problems.map(({ message, todo, ...rest }) => rest),
      ])
    const english = await stable('en')
    expect(english.length).toBeGreaterThan(6)
    for (const language of languages) {
      expect(await stable(language)).toEqual(english)
      for (const { summary, message, todo } of await engine.problems(id, { language }))
        expect(`${summary} ${message} ${todo}`).not.toMatch(/[{}[\]]|undefined|"-"|«-»| -[ .,)]|\(-/)
    }
  })
})

describe('records that the host refuses', () => {
  const refusing = (refusal: Omit<SinkResult & { ok: false }, 'ok'>): Host => ({
    relations: { upsert: async (rows) => rows.map(() => ({ ok: false as const, ...refusal })) },
  })
  async function problemsAfter(refusal: Parameters<typeof refusing>[0]) {
    const engine = world.engine({ host: refusing(refusal) })
    const { id } = await connected(world, {}, engine)
    await engine.sync(id)
    return { engine, id, group: (await engine.problems(id))[0] }
  }

  test('for a reason of its own: told in the language, then in the words of the host', async () => {
    const { id, engine, group } = await problemsAfter({
      code: 'credit_limit',
      field: 'creditLimit',
      message: 'No credit.',
    })
    expect(group).toMatchObject({ code: 'credit_limit', page: 'docs/problems.md#refused_by_host' })
    const key = group?.problems[0]?.key
    expect(await inEach(id, (it) => it?.message, engine)).toEqual({
      en: `The work-order software did not take record ${key} of Moloni because of the field "creditLimit". No credit.`,
      nl: `De werkbonsoftware nam gegeven ${key} van Moloni niet aan vanwege het veld "creditLimit". No credit.`,
      pt: `O software de ordens de trabalho não aceitou o registo ${key} do Moloni por causa do campo «creditLimit». No credit.`,
      es: `El software de partes de trabajo no ha aceptado el registro ${key} de Moloni por el campo «creditLimit». No credit.`,
    })
  })

  test('for a field that it demands', async () => {
    const { id, engine, group } = await problemsAfter({ code: 'postal_code_missing', field: 'postal_code' })
    expect(group).toMatchObject({ code: 'postal_code_missing', page: 'docs/problems.md#host_needs_field' })
    const said = await inEach(id, (it) => it?.message, engine)
    expect(said.nl).toMatch(/^De werkbonsoftware vraagt om het veld "postcode", dat gegeven \d+ van Moloni/)
    expect(said.pt).toContain('o campo «código postal»')
  })

  test.each(['negative_price', 'mismatch', 'nothing_to_bill', 'constructor', 'no_vat'])(
    'with a code that means something else of a work order: %s',
    async (code) => {
      const { group } = await problemsAfter({ code })
      expect(group).toMatchObject({
        code,
        releasedTogether: false,
        page: 'docs/problems.md#refused_by_host',
        message: expect.stringMatching(/^The work-order software did not take record \d+ of Moloni\.$/),
      })
    },
  )

  test.each(['key_taken', 'not_written', 'external_id_taken', 'missing_name'])(
    'with a code of ours: %s',
    async (code) => {
      const { group } = await problemsAfter({ code })
      expect(group?.page).toBe(`docs/problems.md#${code}`)
      expect(group?.message).toMatch(/\d{3}/)
      expect(group?.message).not.toMatch(/[{[]| - |\b-\./)
    },
  )

  test('because a text is too long: no limit of Moloni is named', async () => {
    const { group } = await problemsAfter({ code: 'too_long', field: 'street' })
    expect(group?.message).toMatch(/^The field "street" of \d+ is longer than allowed\.$/)
  })
})

test('every problem has the address of a section that exists', async () => {
  const { engine, id } = await connected(world, exportAtOnce)
  waiting(1, { materials: valve, customer: { debtorNumber: 'NO-SUCH' }, workPeriods: [{ minutes: 1 }] })
  await engine.sync(id)
  const groups = await engine.problems(id)
  expect(groups.length).toBeGreaterThan(1)
  const page = readFileSync(new URL('../../docs/problems.md', import.meta.url), 'utf8')
  for (const group of groups) {
    expect(group.page).toBe(`docs/problems.md#${group.code}`)
    expect(page).toContain(`\n## ${group.code}\n`)
    for (const problem of group.problems) expect(problem.page).toBe(group.page)
  }
})

describe('health', () => {
  test('warns in the language of the settings or of the call', async () => {
    const { engine, id } = await connected(world, { language: 'es' })
    const said = async (language?: IssueLanguage) =>
      (await engine.health(id, language && { language })).warnings.map(({ message }) => message)
    expect(await said()).toEqual(['Esta conexión aún no se ha ejecutado.'])
    expect(await said('nl')).toEqual(['Deze koppeling heeft nog niet gedraaid.'])
    expect(await said('pt')).toEqual(['Esta ligação ainda não foi executada.'])
    expect(await said('en')).toEqual(['This connection has not run yet.'])
  })

  test('says in each language why a run stopped', async () => {
    const { engine, id } = await connected(world)
    const fault = { kind: 'status', status: 503 } as const
    world.emulator.faults.plan({ on: 'customers/getAll', times: Infinity, fault })
    await engine.sync(id)
    const said = async (language: IssueLanguage) =>
      (await engine.health(id, { language })).warnings.map(({ message }) => message)
    expect(await said('nl')).toEqual([
      'Een deel van de laatste run is niet doorgekomen: Moloni meldde een eigen fout.',
    ])
    expect(await said('pt')).toEqual([
      'Uma parte da última execução não foi concluída: O Moloni comunicou um erro interno.',
    ])
    expect(await said('en')).toEqual([
      expect.stringMatching(/^A part of the last run did not get through: .+\.$/),
    ])
  })
})
