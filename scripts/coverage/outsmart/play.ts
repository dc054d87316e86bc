import { endpoints } from '../../../src/adapters/outsmart/client/endpoints.ts'
import { createOutsmartClient } from '../../../src/adapters/outsmart/index.ts'
import { createOutsmartEmulator, seedOutsmartInstaller } from '../../../src/testing/index.ts'
import { calls, holds, type Stage } from './calls.ts'
import { fieldOf } from './entities.ts'
import { type DescribedEndpoint, nameOf, parametersOf, type Reference } from './reference.ts'
import { isScalar, sampleOf } from './samples.ts'

/** Why an endpoint does not count as called; undefined when it does. */
export type Played = ReadonlyMap<string, string | undefined>

/** Calls every endpoint through the client against the emulator. */
export async function playOutsmart(reference: Reference): Promise<Played> {
  const emulator = createOutsmartEmulator()
  seedOutsmartInstaller(emulator, { relations: 10, materials: 10 })
  for (const row of emulator.state.workOrders) row.WorkStatus = '1'
  emulator.state.invoices.push({ inv_id: '1', inv_type: 'DEBIT', inv_balance: '0.00', inv_amount: '10,50' })
  emulator.state.quotations.push({ quo_reference: 'Q' })
  emulator.state.warehouseMaterials.push({
    wsa_article_code: 'A',
    wsa_wse_code: 'W',
    wsa_current_amount: '3,5',
  })
  const { fetch, credentials } = emulator
  const stage = {
    emulator,
    client: createOutsmartClient({ ...credentials, fetch, budget: false, retry: false }),
  }
  const played = new Map<string, string | undefined>()
  for (const described of reference.endpoints) {
    if (described.path === null) continue
    played.set(nameOf(described), await play(stage, reference, described))
  }
  return played
}

async function play(stage: Stage, reference: Reference, described: DescribedEndpoint) {
  const name = nameOf(described)
  const since = stage.emulator.requests.length
  try {
    await (calls[name] ?? ((it) => plain(it, reference, described)))(stage)
  } catch (error) {
    return error instanceof Error ? error.message : 'failed'
  }
  const mine = stage.emulator.requests.slice(since).filter((one) => `${one.method} ${one.path}` === name)
  if (mine.length === 0) return 'no request reached it'
  const sent = new Set(mine.flatMap(({ query }) => Object.keys(query).map((it) => it.replace('[]', ''))))
  const unsent = parametersOf(described).filter((parameter) => !sent.has(parameter))
  return unsent.length > 0 ? `these parameters were not sent: ${unsent.join(', ')}` : undefined
}

/** A list is read, filtered where it can be; a write is read again. */
async function plain({ client }: Stage, reference: Reference, described: DescribedEndpoint): Promise<void> {
  const { group, method } = ours(nameOf(described))
  const call = (name: string, params?: unknown): Promise<unknown> => {
    const bound: unknown = Reflect.get(Reflect.get(client, group), name)
    if (typeof bound !== 'function') throw new Error(`There is no method ${group}.${name}.`)
    return Promise.resolve(bound(params))
  }
  const sample = sampleRow(reference, described)
  if (described.method === 'POST') {
    const rows = method === 'create' ? { workOrders: [sample] } : [sample]
    await call(method, rows)
    const list = await call('list', method === 'create' ? { status: 'Klaargezet' } : undefined)
    const found = Array.isArray(list) && list.some((row: unknown) => shows(row, sample))
    holds(found, 'what was written is read again')
    return
  }
  const [key, value] = Object.entries(sample)[0] ?? ['', '']
  if (method === 'find') await call('find', { key, value })
  else if (described.query.length > 0) await call('list', { where: [{ key, operator: 'eq', value }] })
  holds(method === 'find' || Array.isArray(await call('list')), 'the list is read')
}

function ours(name: string): { group: string; method: string } {
  for (const [group, table] of Object.entries(endpoints)) {
    for (const [method, { method: verb, path }] of Object.entries(table)) {
      if (`${verb} ${path}` === name) return { group, method }
    }
  }
  throw new Error('we have no such endpoint')
}

/** A record with every plain field that can be written. */
function sampleRow(
  { entities }: Reference,
  { entity = '', path }: DescribedEndpoint,
): Record<string, unknown> {
  const written = (
    entities[entity]?.fields ?? [{ name: path === '/parts/' ? 'code' : 'name', type: 'string' }]
  )
    .filter((field) => isScalar(field) && !readOnly(field.seenIn) && !field.name.includes('..'))
    .map((field) => [field.name.replace(/_N$/, '_1'), sampleOf(field).value] as const)
  const row: Record<string, unknown> = Object.fromEntries(written)
  // Technicians are looked up, and kinds of parts are a word of a list.
  if (entity === 'workOrder') row.EmployeeNr = '101'
  if (path === '/parts/') row.description = 'a part'
  return row
}

const readOnly = (seenIn: readonly string[] = []) =>
  seenIn.length > 0 && !seenIn.some((place) => place.startsWith('post'))

function shows(row: unknown, sample: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(sample).every(
    ([name, value]) => JSON.stringify(fieldOf(row, name)) === JSON.stringify(value),
  )
}
