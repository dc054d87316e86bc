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
    // A write to OutSmart that lands late cannot be told from a new one: its rows are tried elsewhere.
    hosts: ['memory'],
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
      const held = scene.host.held()
      const linked = await linkedIn(scene)
      const refused = await refusedIn(scene)
      const rows = LISTS.flatMap((list) => scene.account.list(list).map((row) => ({ ...row, list }))).filter(
        ({ id }) => !refused.has(id),
      )
      const heldOf = (row: (typeof rows)[number]) =>
        held.filter(
          (one) => one.list === row.list && ('id' in one ? one.id === row.id : one.code === row.code),
        )
      return {
        // Two records of the host for one of Moloni.
        duplicates: rows.filter((row) => heldOf(row).length > 1).length,
        lost: rows.filter((row) => !heldOf(row).some(({ name }) => name === row.name)).length,
        // The host holds it, and the engine does not know.
        unacknowledged: rows.filter(({ id }) => !linked.has(id)).length,
        wrongTotals: 0,
        extraDrafts: 0,
      }
    },
  }
}

/** Ids of rows that the host does not take as they are, and a person is told so: OutSmart demands a street. */
async function refusedIn(scene: Scene): Promise<ReadonlySet<string>> {
  const groups = await scene.engine().problems(scene.id)
  const missing = groups.filter(({ code }) => code === 'missing_street')
  return new Set(missing.flatMap(({ problems }) => problems.map(({ key }) => key)))
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
