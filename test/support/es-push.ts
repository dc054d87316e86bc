import type { Relation, SettingsInput } from '../../src/domain/index.ts'
import type { SyncEngine } from '../../src/sync/index.ts'
import { connectedEs, type EsWorld } from './es-engine.ts'
import { localRelation, nif } from './push.ts'

/** A valid tax number of an organisation of the account's country, its own for each text. */
export function taxNumber({ platform }: EsWorld, text: string): string {
  if (platform === 'on') return nif(text)
  let sum = 0
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 9_999_999
  const digits = String(sum).padStart(7, '0')
  const total = [...digits].reduce((all, digit, index) => {
    const doubled = Number(digit) * 2
    return all + (index % 2 === 0 ? Math.floor(doubled / 10) + (doubled % 10) : Number(digit))
  }, 0)
  return `B${digits}${(10 - (total % 10)) % 10}`
}

/** A relation as a person at the host enters it, of the account's country. */
export function esRelation(world: EsWorld, debtorNumber: string, patch: Partial<Relation> = {}): Relation {
  const place =
    world.platform === 'es'
      ? { street: 'Calle Local', postalCode: '46007', city: 'Valencia', country: 'ES' }
      : { street: 'Rua do Local', postalCode: '1000-001', city: 'Lisboa', country: 'PT' }
  return localRelation(debtorNumber, { vatNumber: taxNumber(world, debtorNumber), ...place, ...patch })
}

/** Ids of the account's first category, a unit that is no hour, an hour, and its general VAT. */
export function esProductSettings({ company, platform }: EsWorld) {
  const { productCategories, measurementUnits } = company
  const isHour = ({ measurementUnitUNECERId: code }: (typeof measurementUnits)[number]) => code === 'HUR'
  return {
    categoryId: Number(productCategories[0]?.productCategoryId),
    unitId: Number(measurementUnits.find((row) => !isHour(row))?.measurementUnitId),
    hourUnitId: Number(measurementUnits.find(isHour)?.measurementUnitId),
    vat: { rate: platform === 'es' ? 21 : 23 },
  }
}

/** An engine whose requests go to the emulator directly. */
export const esEngine = (world: EsWorld): SyncEngine =>
  world.engine({ fetch: (input, init) => world.emulator.fetch(new Request(input, init)) })

export const pushingEs = (world: EsWorld, push: SettingsInput['push'], settings: SettingsInput = {}) =>
  connectedEs(world, { ...settings, push }, esEngine(world))

type Row = EsWorld['company']['customers'][number]

/** Another customer, made in Moloni at this moment. */
export function addEsCustomer(
  world: EsWorld,
  number: string,
  patch: Record<string, string | number> = {},
): Row {
  const { state } = world.emulator
  const model = world.company.customers.find(({ isDefault }) => !isDefault)
  if (!model) throw new RangeError('There is no customer to copy.')
  const updatedAt = new Date(world.clock.now()).toISOString()
  const row: Row = {
    ...structuredClone(model),
    customerId: state.nextId,
    number,
    name: `Cliente ${number}`,
    ...patch,
    updatedAt,
  }
  state.nextId += 1
  world.company.customers.push(row)
  return row
}
