import type { Platform } from '../../../src/oauth/index.ts'
import type { ListName } from '../account.ts'
import type { Scene } from '../scene.ts'
import type { Standing, Subject, Verdict } from '../subject.ts'

/** Rows of each list: customers fill more than one page. */
const ROWS = { customers: 57, products: 9 } as const
const LISTS = Object.keys(ROWS) as ListName[]

/** What an import subject reads. */
export interface ImportRow {
  readonly name: string
  readonly title: string
  /** Whether everything was imported before, so that the broken run reads what has changed. */
  readonly delta: boolean
}

/** Everything that the lists show reaches the host, and the engine knows which record became which. */
export function importSubject({ name, title, delta }: ImportRow): Subject {
  return {
    name,
    title,
    platforms: ['pt', 'es', 'on'] satisfies Platform[],
    exports: false,
    kinds: ['relations', 'materials', 'hourTypes'],
    settings: () => ({}),

    async before(scene) {
      for (const list of LISTS) {
        for (let count = scene.account.list(list).length; count < ROWS[list]; count++)
          scene.account.change(list, undefined, `NEW-${list}-${count}`)
      }
      await scene.clock.advance(3_600_000)
      if (!delta) return
      await scene.engine().sync(scene.id, { kinds: this.kinds })
      await scene.clock.advance(3_600_000)
    },

    async begin(scene) {
      if (!delta) return
      for (const list of LISTS) {
        for (const { id } of scene.account.list(list).slice(2, 7))
          scene.account.change(list, id, `Changed ${id}`)
        scene.account.change(list, undefined, `BEGUN-${list}`)
      }
      await scene.clock.advance(60_000)
    },

    meanwhile(scene) {
      scene.clock.advance(1_000)
      for (const list of LISTS) {
        const rows = scene.account.list(list)
        for (const row of [rows[2], rows[5], rows.at(-2)])
          if (row) scene.account.change(list, row.id, `Again ${row.id}`)
        scene.account.change(list, undefined, `MEANWHILE-${list}`)
      }
    },

    async standing(scene): Promise<Standing> {
      const { duplicates, lost, unacknowledged } = await this.judge(scene, {
        done: false,
        told: false,
        documents: [],
      })
      return { done: duplicates + lost + unacknowledged === 0, told: false, documents: [] }
    },

    async judge(scene): Promise<Verdict> {
      const held = heldBy(scene)
      const linked = await linkedIn(scene)
      const rows = LISTS.flatMap((list) => scene.account.list(list))
      return {
        // Two records of the host for one of Moloni.
        duplicates: held.length - new Set(held.map(({ id }) => id)).size,
        lost: rows.filter((row) => !held.some(({ id, name: text }) => id === row.id && text === row.name))
          .length,
        // The host holds it, and the engine does not know.
        unacknowledged: rows.filter(({ id }) => !linked.has(id)).length,
        wrongTotals: 0,
        extraDrafts: 0,
      }
    },
  }
}

/** What the host holds: Moloni's id and the name. */
function heldBy({ host: { state } }: Scene): { readonly id: string; readonly name: string }[] {
  const all = [...state.relations.values(), ...state.materials.values(), ...state.hourTypes.values()]
  return all
    .filter(({ active }) => active)
    .map(({ record }) => ({
      id: record.source?.id ?? '',
      name: 'name' in record ? record.name : record.description,
    }))
}

/** Ids of rows of which both halves of the link are there and point at each other. */
async function linkedIn({ store }: Scene): Promise<ReadonlySet<string>> {
  const all = { by: 'key', limit: Number.MAX_SAFE_INTEGER } as const
  const links = (await store.scan('moloniLink', all)).records.map(({ key }) => key.split('/').at(-1))
  const halves = (await store.scan('hostLink', all)).records.map(
    ({ value }) => /"remoteId":"([^"]+)"/.exec(JSON.stringify(value))?.[1],
  )
  const pointedAt = new Set(halves)
  return new Set(links.flatMap((id) => (id !== undefined && pointedAt.has(id) ? [id] : [])))
}
