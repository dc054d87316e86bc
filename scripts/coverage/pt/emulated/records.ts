import { isRow, unlike } from '../../seen.ts'
import { createRecordReader, sameId } from './record-reader.ts'
import type { Given } from './sample.ts'
import type { Row, World } from './world.ts'

/** A group of records: what its scenario must know that its schemas do not say. */
export interface RecordGroup {
  readonly group: string
  /** The field that identifies a record; in answers and as a parameter. */
  readonly id: string
  /** Parameters of writes. */
  readonly create?: Given
  /** Parameters of single reads. */
  readonly given?: Readonly<Record<string, Given>>
  /** Parameters of writes that reads show in another way. */
  readonly shownOtherwise?: readonly string[]
  /** Lists that the record need not be in. */
  readonly quiet?: readonly string[]
  /** What the company needs first; parameters of writes come back. */
  prepare?(world: World): Promise<Given>
}

/** One check; it throws a reason when it fails. */
export type Check = () => Promise<void>

/** A page's length: a count beyond it cannot be compared with rows. */
const PAGE = 50
/** Nothing is changed after this. */
const LATER = '2030-01-01 00:00:00'

/** Checks of every usual method of a group, in the order in which they build on each other. */
export function recordChecks(
  world: World,
  methods: readonly string[],
  about: RecordGroup,
): Map<string, Check> {
  const { group, id, given = {}, shownOtherwise = [], quiet = [] } = about
  const has = (method: string) => methods.includes(method)
  const reader = createRecordReader(world, group, id, has('getOne'), given)
  let writes: Given = about.create ?? {}

  async function seen(sent: Row): Promise<void> {
    const row = await reader.show()
    if (!row) throw new Error('no read shows the record')
    const { compared, differing } = unlike(sent, row, shownOtherwise)
    if (compared === 0) throw new Error('no read shows anything of what was sent')
    if (differing.length > 0) throw new Error(`a read shows other values: ${differing.join(', ')}`)
    reader.follow(row)
  }

  async function insert(): Promise<void> {
    writes = { ...writes, ...(await about.prepare?.(world)) }
    const { sent, answer } = await world.send(`${group}/insert`, writes)
    if (!isRow(answer) || answer[id] === undefined) throw new Error(`answers no ${id}`)
    reader.follow({ ...sent, [id]: Number(answer[id]) })
    await seen(sent)
  }

  async function takeFirst(): Promise<void> {
    await about.prepare?.(world)
    const [first] = await reader.rows('getAll')
    if (!first) throw new Error('there is no record to look at')
    reader.follow(first)
  }

  async function listed(method: string): Promise<void> {
    const { key } = reader
    const rows = await reader.rows(method)
    if (!quiet.includes(method) && !rows.some((row) => sameId(row[id], key))) {
      throw new Error('does not show the record')
    }
    if (!method.endsWith('ModifiedSince')) return
    const later = await reader.rows(method, { lastmodified: LATER })
    if (later.length > 0) throw new Error('shows rows that were not changed since')
  }

  async function counted(method: string): Promise<void> {
    const rows = method.replace('count', 'get')
    const beside = rows === 'get' ? 'getAll' : rows
    const count = await reader.count(method)
    if (typeof count !== 'number') throw new Error('answers no number')
    const { length } = has(beside) ? await reader.rows(beside) : { length: count }
    if (length < PAGE && count !== length) throw new Error(`counts ${count} of ${length} rows`)
    if (count === 0 && !quiet.includes(beside)) throw new Error('counts nothing')
  }

  async function single(): Promise<void> {
    const row = await reader.show('values')
    if (!row || !sameId(row[id], reader.key)) throw new Error('does not answer the record')
  }

  async function update(): Promise<void> {
    const before = await reader.show()
    const { sent } = await world.send(`${group}/update`, { ...writes, [id]: reader.key })
    await seen(sent)
    if (before && unlike(sent, before, shownOtherwise).differing.length === 0) {
      throw new Error('the sample changes nothing')
    }
  }

  async function remove(): Promise<void> {
    const { key } = reader
    if (!(await reader.show())) throw new Error('the record is gone already')
    await world.send(`${group}/delete`, { [id]: key })
    if (await reader.show()) throw new Error('a read still shows the record')
  }

  const lists = methods.filter((name) => /^get(All|By|ModifiedSince)/.test(name))
  const counts = methods.filter((name) => /^count/.test(name))
  const steps: readonly (readonly [string, Check])[] = [
    ...(has('insert') ? ([['insert', insert]] as const) : []),
    ...lists.map(
      (name) => [name, () => (name === 'getAll' && !has('insert') ? takeFirst() : listed(name))] as const,
    ),
    ['getOne', single],
    ...counts.map((name) => [name, () => counted(name)] as const),
    ['update', update],
    ['delete', remove],
  ]
  return new Map(steps.filter(([name]) => has(name)))
}
