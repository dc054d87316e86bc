import type { EsRow } from 'moloni-sdk/testing'
import { platforms } from '../platforms.ts'
import type { Listening } from './listening.ts'

/** A change that a person makes in Moloni. */
export interface Change {
  readonly what: string
  make(): void
  /** Whether the host shows it. */
  isThere(): boolean
}

type Scene = Pick<Listening, 'platform' | 'office' | 'telling'>

export function customerMoves({ platform, office, telling }: Scene, index: number): Change {
  const known = telling.company.customers.filter(
    ({ isDefault, number }) => !isDefault && office.relation(`${number}`),
  )
  const row = known[index] ?? {}
  const { city } = platforms[platform].words.newPlace
  return {
    what: `customer ${row.number} moves`,
    make: () => void telling.emulator.person.change('customers', Number(row.customerId), { city }),
    isThere: () => office.relation(`${row.number}`)?.city === city,
  }
}

export function newCustomer({ platform, office, telling }: Scene): Change {
  const { countryId = 0, languageId = 0 } = telling.company.customers[1] ?? {}
  const { newCustomer: name, newPlace } = platforms[platform].words
  const fields = { number: 'N-001', name, ...newPlace, countryId, languageId }
  return {
    what: `customer ${fields.number} is new`,
    make: () => void telling.emulator.person.create('customers', fields),
    isThere: () => office.relation(fields.number)?.name === name,
  }
}

export function productIsRenamed(scene: Scene, index: number): Change {
  const { office, telling } = scene
  const row = product(scene, index)
  const name = `${row.name} (2)`
  return {
    what: `product ${row.reference} is renamed`,
    make: () => void telling.emulator.person.change('products', Number(row.productId), { name }),
    isThere: () => office.material(`${row.reference}`)?.description === name,
  }
}

export function productGoes(scene: Scene, index: number): Change {
  const { office, telling } = scene
  const row = product(scene, index)
  return {
    what: `product ${row.reference} is deleted`,
    make: () => void telling.emulator.person.remove('products', Number(row.productId)),
    isThere: () => office.material(`${row.reference}`) === undefined,
  }
}

/** A product that is a material at the host and stands in no document, so that it may go. */
export function product({ office, telling }: Scene, index: number): EsRow {
  const { products, documents } = telling.company
  const billed = new Set(documents.flatMap((row) => row.products.map(({ productId }) => productId)))
  const free = products.filter(
    ({ productId, reference }) => !billed.has(Number(productId)) && office.material(`${reference}`),
  )
  const row = free[index]
  if (!row) throw new Error('The seed has too few products.')
  return row
}
