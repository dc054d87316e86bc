import { NotFoundError } from '../../../src/errors/index.ts'
import { fieldsOf } from '../schemas.ts'
import type { Given } from './sample.ts'
import { isRow, unlike } from './seen.ts'
import type { Row, World } from './world.ts'

/** A group of records: what its scenario must know that its schemas do not say. */
export interface RecordGroup {
  readonly group: string
  /** The field that identifies a record; in answers and as a parameter. */
  readonly id: string
  /** Parameters of an insert. */
  readonly create?: Given
  /** Parameters of an update, beside those of the insert. */
  readonly change?: Given
  /** Parameters of single methods. */
  readonly given?: Readonly<Record<string, Given>>
  /** Parameters of writes that reads show in another way. */
  readonly shownOtherwise?: readonly string[]
  /** What the company needs first. */
  prepare?(world: World): Promise<Given>
}

/** One check; it throws a reason when it fails. */
export type Check = () => Promise<void>

/** Checks of every usual method of a group, in the order in which they build on each other. */
export function recordChecks(
  world: World,
  methods: readonly string[],
  about: RecordGroup,
): Map<string, Check> {
  const { group, id, create = {}, change = {}, given = {}, shownOtherwise = [] } = about
  const has = (method: string) => methods.includes(method)
  let record: Row | undefined

  const key = () => {
    if (record) return record[id]
    throw new Error('nothing was inserted that could be looked at')
  }
  const readParams = (method: string): Given => {
    const schema = world.endpoint(`${group}/${method}`)?.params
    return {
      ...(schema ? filtersFrom(Object.keys(fieldsOf(schema)), world, record ?? {}, method) : {}),
      ...given[method],
    }
  }
  const show = async (): Promise<Row | undefined> => {
    if (!has('getOne')) return (await listed('getAll')).find((row) => row[id] === key())
    try {
      const row = await world.call(`${group}/getOne`, { [id]: key(), ...given.getOne })
      return isRow(row) ? row : undefined
    } catch (error) {
      if (error instanceof NotFoundError) return undefined
      throw error
    }
  }
  const listed = async (method: string) => rowsOf(await world.call(`${group}/${method}`, readParams(method)))
  const shows = async (method: string) => {
    const wanted = key()
    if (!(await listed(method)).some((row) => row[id] === wanted)) throw new Error('does not show the record')
  }
  const counts = async (method: string) => {
    key()
    const beside = method.replace(/^count/, 'get').replace(/^get$/, 'getAll')
    const count = await world.call(`${group}/${method}`, readParams(method))
    if (typeof count !== 'number' || count < 1) throw new Error(`counts ${count}`)
    if (!has(beside)) return
    const rows = await listed(beside)
    if (count !== rows.length && rows.length < 50) throw new Error(`counts ${count} of ${rows.length} rows`)
  }
  const seen = async (sent: Row): Promise<Row> => {
    const row = await show()
    if (!row) throw new Error('no read shows the record')
    const { compared, differing } = unlike(sent, row, shownOtherwise)
    if (compared === 0) throw new Error('no read shows anything of what was sent')
    if (differing.length > 0) throw new Error(`a read shows ${differing.join(', ')}`)
    return row
  }

  const checks = new Map<string, Check>()
  const check = (method: string, run: Check) => {
    if (has(method)) checks.set(method, run)
  }
  check('insert', async () => {
    const { sent, answer } = await world.send(`${group}/insert`, create)
    record = { [id]: isRow(answer) ? Number(answer[id]) : undefined }
    record = await seen(sent)
  })
  for (const method of methods.filter((name) => /^get(All|OneBy|By|ModifiedSince)/.test(name)))
    check(method, () => shows(method))
  check('getOne', async () => {
    const row = await world.call(`${group}/getOne`, { [id]: key(), ...given.getOne })
    if (!isRow(row) || row[id] !== key()) throw new Error('answers another record')
  })
  for (const method of methods.filter((name) => /^count/.test(name))) check(method, () => counts(method))
  check('update', async () => {
    const before = await show()
    const { sent } = await world.send(`${group}/update`, { ...create, [id]: key(), ...change })
    await seen(sent)
    if (before && unlike(sent, before, shownOtherwise).differing.length === 0) {
      throw new Error('the sample changes nothing')
    }
  })
  check('delete', async () => {
    await world.call(`${group}/delete`, { [id]: key(), ...given.delete })
    if (await show()) throw new Error('a read still shows the record')
  })
  return checks
}

/** What a read is asked for: the record's own values, where it takes filters. */
function filtersFrom(names: readonly string[], { known }: World, record: Row, method: string): Given {
  const entries = names.map((name) => {
    if (name === 'search') return [name, record.name ?? record.reference ?? record.title]
    if (['lastmodified', 'qty', 'offset', 'exact'].includes(name)) return [name, known[name]]
    const value = record[name]
    if (method === 'getModifiedSince' || value === 0 || value === null || typeof value === 'object')
      return [name, undefined]
    return [name, typeof value === 'string' ? value.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1') : value]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''))
}

function rowsOf(answer: unknown): Row[] {
  return Array.isArray(answer) ? answer.filter(isRow) : []
}
