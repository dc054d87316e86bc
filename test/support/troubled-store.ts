import type { Change, Store } from '../../src/store/index.ts'

/** What becomes of a write: nothing is applied, all of it but the answer is lost, or only the first changes are. */
export type StoreTrouble = 'refused' | 'answerLost' | { readonly torn: number }

export interface TroubledStore extends Store {
  /** Every write so far, as it was asked. */
  readonly writes: (readonly Change[])[]
  /** Trouble for the nth write (1 is the next) that touches a collection, or that matches. */
  trouble(where: string | ((changes: readonly Change[]) => boolean), how: StoreTrouble, nth?: number): void
  /** Troubles that have not come yet. */
  readonly pending: number
}

/** A store on which chosen writes break. */
export function troubledStore(store: Store): TroubledStore {
  const writes: (readonly Change[])[] = []
  let plans: { matches(changes: readonly Change[]): boolean; how: StoreTrouble; left: number }[] = []

  return {
    writes,
    get pending() {
      return plans.length
    },
    trouble(where, how, nth = 1) {
      const matches =
        typeof where === 'string'
          ? (changes: readonly Change[]) => changes.some(({ collection }) => collection === where)
          : where
      plans.push({ matches, how, left: nth })
    },
    read: (collection, keys) => store.read(collection, keys),
    scan: (collection, query) => store.scan(collection, query),
    async write(changes) {
      writes.push(changes)
      for (const plan of plans) if (plan.matches(changes)) plan.left -= 1
      const hit = plans.find(({ left }) => left === 0)
      if (!hit) return store.write(changes)
      plans = plans.filter((plan) => plan !== hit)
      if (hit.how === 'answerLost') await store.write(changes)
      if (typeof hit.how === 'object') await store.write(changes.slice(0, hit.how.torn))
      throw new Error('the database went away')
    },
  }
}

/** Writes to some collections. */
export const writesTo = ({ writes }: TroubledStore, ...collections: string[]) =>
  writes.flat().filter(({ collection }) => collections.includes(collection))
