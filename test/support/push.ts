import type { Material, Relation, SettingsInput } from '../../src/domain/index.ts'
import type { SyncEngine } from '../../src/sync/index.ts'
import { connected, type World } from './engine.ts'
import type { Mortal } from './mortal.ts'

/** A relation as a person at the host enters it, complete enough for Moloni. */
export const localRelation = (debtorNumber: string, patch: Partial<Relation> = {}): Relation => ({
  debtorNumber,
  name: `Local ${debtorNumber}`,
  vatNumber: nif(debtorNumber),
  street: 'Rua do Local',
  houseNumber: '12',
  postalCode: '1000-001',
  city: 'Lisboa',
  country: 'PT',
  active: true,
  ...patch,
})

/** A material as a person at the host enters it. */
export const localMaterial = (code: string, patch: Partial<Material> = {}): Material => ({
  code,
  description: `Local ${code}`,
  price: 12.5,
  active: true,
  ...patch,
})

/** A valid Portuguese tax number of an organisation, its own for each text. */
export function nif(text: string): string {
  let sum = 0
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 9_999_999
  const digits = `5${String(sum).padStart(7, '0')}`
  const weighted = [...digits].reduce((total, digit, i) => total + Number(digit) * (9 - i), 0)
  const rest = 11 - (weighted % 11)
  return `${digits}${rest > 9 ? 0 : rest}`
}

/** Ids of the account's first category, first unit that is no hour, and first hour. */
export function productSettings(world: World) {
  const { productCategories, measurementUnits } = world.company
  const isHour = (name: unknown) => /^(h|hr|hrs|hora|horas)\.?$/i.test(String(name))
  const unit = measurementUnits.find((row) => !isHour(row.name) && !isHour(row.short_name))
  const hour = measurementUnits.find((row) => isHour(row.name) || isHour(row.short_name))
  return {
    categoryId: Number(productCategories[0]?.category_id),
    unitId: Number(unit?.unit_id),
    hourUnitId: Number(hour?.unit_id),
    vat: { rate: 23 },
  }
}

/** An engine whose requests go to the emulator directly; inside a mortal process where one is given. */
export function engineOf(world: World, process?: Mortal, options = {}): SyncEngine {
  return world.engine(
    process
      ? {
          store: process.store(world.store),
          host: process.host(world.host),
          clock: process.clock(world.clock),
          fetch: process.fetch((request) => world.emulator.fetch(request)),
          ...options,
        }
      : { fetch: (input, init) => world.emulator.fetch(new Request(input, init)), ...options },
  )
}

export const pushing = (
  world: World,
  push: SettingsInput['push'],
  settings: SettingsInput = {},
  options = {},
) => connected(world, { ...settings, push }, engineOf(world, undefined, options))

/** A person logs in again where a crash has lost the login. */
export async function loginIfLost(world: World, id: string): Promise<void> {
  const engine = engineOf(world)
  if ((await engine.health(id)).login.state === 'ok') return
  const { authorizeUrl } = await engine.connect({ platform: 'pt', connectionId: id })
  const page = await world.emulator.fetch(new Request(authorizeUrl, { redirect: 'manual' }))
  await engine.completeLogin(page.headers.get('location') ?? '')
}
