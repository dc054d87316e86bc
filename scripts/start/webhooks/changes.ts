import type { HeldRecord } from 'moloni-sdk'
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

type Scene = Pick<Listening, 'platform' | 'host' | 'telling'>

export function customerMoves({ platform, host, telling }: Scene, index: number): Change {
  const row = telling.company.customers.filter(({ isDefault }) => !isDefault)[index] ?? {}
  const city = platforms[platform].words.newTown
  return {
    what: `customer ${row.number} moves`,
    make: () => void telling.emulator.person.change('customers', Number(row.customerId), { city }),
    isThere: () => bySource(host.state.relations, row.customerId)?.record.city === city,
  }
}

export function newCustomer({ platform, host, telling }: Scene): Change {
  const { countryId = 0, languageId = 0 } = telling.company.customers[1] ?? {}
  const name = platforms[platform].words.newCustomer
  const fields = { number: 'N-001', name, countryId, languageId }
  return {
    what: `customer ${fields.number} is new`,
    make: () => void telling.emulator.person.create('customers', fields),
    isThere: () => host.state.relations.get(fields.number)?.record.name === name,
  }
}

export function productIsRenamed(scene: Scene, index: number): Change {
  const { host, telling } = scene
  const row = product(scene, index)
  const name = `${row.name} (2)`
  return {
    what: `product ${row.reference} is renamed`,
    make: () => void telling.emulator.person.change('products', Number(row.productId), { name }),
    isThere: () => bySource(host.state.materials, row.productId)?.record.description === name,
  }
}

export function productGoes(scene: Scene, index: number): Change {
  const { host, telling } = scene
  const row = product(scene, index)
  return {
    what: `product ${row.reference} is deleted`,
    make: () => void telling.emulator.person.remove('products', Number(row.productId)),
    isThere: () => bySource(host.state.materials, row.productId)?.active === false,
  }
}

/** A product that is a material at the host and stands in no document, so that it may go. */
export function product({ host, telling }: Scene, index: number): EsRow {
  const { products, documents } = telling.company
  const billed = new Set(documents.flatMap((row) => row.products.map(({ productId }) => productId)))
  const free = products.filter(
    ({ productId }) => !billed.has(Number(productId)) && bySource(host.state.materials, productId)?.active,
  )
  const row = free[index]
  if (!row) throw new Error('The seed has too few products.')
  return row
}

function bySource<T extends { readonly source?: { readonly id: string } | undefined }>(
  records: ReadonlyMap<string, HeldRecord<T>>,
  id: unknown,
): HeldRecord<T> | undefined {
  return [...records.values()].find(({ record }) => record.source?.id === String(id))
}
