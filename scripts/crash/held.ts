import type { MemoryHost } from '../../src/sync/index.ts'

const KINDS = ['relations', 'materials', 'hourTypes'] as const

/** The records that a host holds. */
export type Held = Pick<MemoryHost['state'], (typeof KINDS)[number]>

/** Gives a new host what another one held. */
export async function holding(host: MemoryHost, held: Held | undefined): Promise<void> {
  if (!held) return
  const [{ observedAt = 0 } = {}] = [...held.relations.values()]
  const options = { connectionId: 'before', observedAt }
  await host.relations.upsert(recordsOf(held.relations), options)
  await host.materials.upsert(recordsOf(held.materials), options)
  await host.hourTypes.upsert(recordsOf(held.hourTypes), options)
}

const recordsOf = <T>(held: ReadonlyMap<string, { readonly record: T }>): T[] =>
  [...held.values()].map(({ record }) => record)
