import { expectNothing, expectRow, expectThat } from '../../expect.ts'
import { type Row, unlike } from '../../seen.ts'
import type { Steps } from './steps.ts'
import type { World } from './world.ts'

/** A group of records: what its checks must know. */
export interface RecordGroup {
  readonly group: string
  /** The field that identifies a record. */
  readonly id: string
  /** Fields of a new one; absent where records are only read. */
  readonly create?: Row | (() => Row | Promise<Row>) | undefined
  /** Fields that an update sends beside the id, from the record as it is. */
  readonly change?: ((before: Row) => Row) | undefined
}

/** Checks of creating, reading, changing and deleting. Those that a group does not have are nobody's method. */
export function recordSteps(world: World, { group, id, create, change }: RecordGroup): Steps {
  const has = (method: string) => typeof Reflect.get(Reflect.get(world.client, group), method) === 'function'
  let key: unknown

  const listed = async () => (await world.rows(group)).find((row) => row[id] === key)
  async function show(): Promise<Row | undefined> {
    return has('get') ? world.row(group, 'get', key) : listed()
  }
  async function begin(): Promise<void> {
    const [first] = key === undefined ? await world.rows(group) : []
    if (first) key = first[id]
    expectThat(key !== undefined, 'there is no record')
  }
  return {
    async create() {
      if (!create) throw new Error('no sample to create')
      const sent = typeof create === 'function' ? await create() : create
      key = (await world.row(group, 'create', sent))[id]
      expectShown(await show(), sent)
    },
    async get() {
      await begin()
      expectRow(await show(), { [id]: key }, 'get')
    },
    async list() {
      await begin()
      expectThat((await listed()) !== undefined, 'the list does not show the record')
    },
    async update() {
      if (!change) throw new Error('no sample to change')
      const before = await world.row(group, 'get', key)
      const sent = change(before)
      expectThat(unlike(sent, before).differing.length > 0, 'the sample changes nothing')
      await world.call(group, 'update', { [id]: key, ...sent })
      expectShown(await world.row(group, 'get', key), sent)
    },
    async delete() {
      await world.call(group, 'delete', key)
      if (has('get')) await expectNothing(show)
      else expectThat((await listed()) === undefined, 'the list still shows the record')
    },
  }
}

/** Reads do not show all that is sent; what they show is what was sent. */
function expectShown(row: Row | undefined, sent: Row): void {
  const { compared, differing } = unlike(sent, row ?? {})
  expectThat(compared > 0, 'a read shows nothing of what was sent')
  expectThat(differing.length === 0, `a read shows other values: ${differing.join(', ')}`)
}
