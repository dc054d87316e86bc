import * as z from 'zod'
import { type Source, source as sourceSchema } from '../../../domain/source.ts'
import { contentHash } from '../../../internal/hash.ts'
import type { Store } from '../../../store/index.ts'
import { folded } from './lists.ts'

const COLLECTION = 'outsmart'

const mark = z.object({
  format: z.literal(1),
  /** OutSmart's key of the record. */
  key: z.string(),
  /** When the row that was last taken had been read from Moloni, ms. */
  observedAt: z.number(),
  gone: z.boolean(),
  /** Where the record comes from. */
  from: sourceSchema,
})
export type Mark = z.infer<typeof mark>

const holder = z.object({ format: z.literal(1), source: z.string() })

/** What is remembered of some sources and some keys. */
export interface Remembered {
  /** By source. */
  readonly marks: ReadonlyMap<string, Mark>
  /** The source whose record has the key and is not gone; by folded key. */
  readonly holders: ReadonlyMap<string, string>
  /** The source that last had the key, living or not; by folded key. */
  readonly last: ReadonlyMap<string, string>
}

/** Which record of Moloni became which record of OutSmart, which has no place for that itself. */
export interface HostMemory {
  read(kind: string, sources: readonly string[], keys: readonly string[]): Promise<Remembered>
  write(kind: string, entries: readonly Omit<Mark, 'format'>[]): Promise<void>
}

/** A source as one text: two are equal exactly when their texts are. */
export const sourceText = ({ platform, companyId, id }: Source) => JSON.stringify([platform, companyId, id])

/** @param account keeps OutSmart accounts on one store apart */
export function hostMemory(store: Store, account: string): HostMemory {
  const sourceKey = async (kind: string, source: string) => `s/${await contentHash([account, kind, source])}`
  const holderKey = async (kind: string, key: string) =>
    `k/${await contentHash([account, kind, folded(key)])}`

  async function marksOf(kind: string, sources: readonly string[]): Promise<[string, Mark][]> {
    const keys = await Promise.all(sources.map((source) => sourceKey(kind, source)))
    const records = await store.read(COLLECTION, keys)
    return sources.flatMap((source, i): [string, Mark][] => {
      const parsed = mark.safeParse(records[i]?.value)
      return parsed.success ? [[source, parsed.data]] : []
    })
  }

  return {
    async read(kind, sources, keys) {
      const unique = [...new Set(keys.map(folded))]
      const holderKeys = await Promise.all(unique.map((key) => holderKey(kind, key)))
      const records = await store.read(COLLECTION, holderKeys)
      const held = unique.flatMap((key, i): [string, string][] => {
        const parsed = holder.safeParse(records[i]?.value)
        return parsed.success ? [[key, parsed.data.source]] : []
      })
      const wanted = [...new Set([...sources, ...held.map(([, source]) => source)])]
      const marks = new Map(await marksOf(kind, wanted))
      const living = held.filter(([key, source]) => {
        const it = marks.get(source)
        return it !== undefined && !it.gone && folded(it.key) === key
      })
      return { marks, holders: new Map(living), last: new Map(held) }
    },
    async write(kind, entries) {
      const changes = new Map<string, z.infer<typeof mark> | z.infer<typeof holder>>()
      for (const entry of entries) {
        const source = sourceText(entry.from)
        changes.set(await sourceKey(kind, source), { format: 1, ...entry })
        if (!entry.gone) changes.set(await holderKey(kind, entry.key), { format: 1, source })
      }
      // Losing one is harmless: the next row of the record writes it again.
      if (changes.size > 0) {
        await store.write(
          [...changes].map(([key, value]) => ({ collection: COLLECTION, key, expected: 'any', value })),
        )
      }
    },
  }
}
