import type { Issue, Mapped } from '../../../domain/index.ts'
import { isError, type MoloniError } from '../../../errors/index.ts'
import { contentHash } from '../../../internal/hash.ts'
import { employeeFromUser, productToEntity, relationFromCustomer } from '../../../mappers/pt/index.ts'
import type { Customer, Page, Product, PtClient, RowList, User } from '../../../pt/index.ts'
import { PAGE_SIZE } from '../../../pt/row-list.ts'
import type { ImportEntity, ImportStream, StreamItem, StreamPage, StreamRange } from '../platform.ts'

export interface PtStreamOptions {
  readonly companyId: string
  readonly hourUnits: readonly string[]
}

/** The lists of Moloni PT that imports are read from. Products are read once for materials and hour types. */
export function ptStreams(pt: PtClient, options: PtStreamOptions): readonly ImportStream[] {
  const { companyId } = options
  const hourUnits = [...options.hourUnits]
  return [
    stream({
      name: 'customers',
      kinds: ['relations'],
      delta: true,
      list: (from) => (from === undefined ? pt.customers.list() : pt.customers.modifiedSince(new Date(from))),
      count: (from, call) =>
        from === undefined
          ? pt.customers.count({}, call)
          : pt.customers.countModifiedSince({ lastmodified: utcText(from) }, call),
      one: (id, call) => pt.customers.getOne({ customer_id: id }, call),
      idOf: (row: Customer) => row.customer_id,
      map: (row) =>
        entityOf(relationFromCustomer(row, { companyId }), (value) => ({ kind: 'relations', value })),
    }),
    stream({
      name: 'products',
      kinds: ['materials', 'hourTypes'],
      delta: true,
      // products/getAll wants a category, so everything is read as what changed since the beginning.
      list: (from) => pt.products.modifiedSince(new Date(from ?? BEGINNING)),
      count: (from, call) =>
        pt.products.countModifiedSince({ lastmodified: utcText(from ?? BEGINNING) }, call),
      one: (id, call) => pt.products.getOne({ product_id: id, with_invisible: 1 }, call),
      idOf: (row: Product) => row.product_id,
      map: (row) =>
        entityOf(productToEntity(row, { companyId, hourUnits }), (value) =>
          value.kind === 'material'
            ? { kind: 'materials', value: value.material }
            : { kind: 'hourTypes', value: value.hourType },
        ),
    }),
    stream({
      name: 'users',
      kinds: ['employees'],
      delta: false,
      short: true,
      list: () => pt.users.list(),
      count: async () => undefined,
      one: async (id, call) => (await pt.users.getAll({}, call)).find((user) => user.user_id === id),
      idOf: (row: User) => row.user_id,
      map: (row) => entityOf(employeeFromUser(row, { companyId }), (value) => ({ kind: 'employees', value })),
    }),
  ]
}

const BEGINNING = Date.UTC(2000, 0, 1)

/** Earlier than or equal to Lisbon's own time: a window that starts here misses nothing in either zone. */
const utcText = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')

interface Call {
  readonly signal?: AbortSignal | undefined
}

interface StreamDefinition<Row> {
  readonly name: ImportStream['name']
  readonly kinds: ImportStream['kinds']
  readonly delta: boolean
  readonly short?: boolean
  list(from: number | undefined): RowList<Row>
  count(from: number | undefined, call: Call): Promise<number | undefined>
  one(id: number, call: Call): Promise<Row | undefined>
  idOf(row: Row): number
  map(row: Row): Omit<StreamItem, 'id'>
}

function stream<Row>(definition: StreamDefinition<Row>): ImportStream {
  const { name, kinds, delta, short = false } = definition
  const item = (row: Row): StreamItem => ({ id: String(definition.idOf(row)), ...definition.map(row) })
  return {
    name,
    kinds,
    delta,
    short,
    pageSize: PAGE_SIZE,
    async *pages({ from, offset, signal }: StreamRange & { readonly offset: number }) {
      for await (const page of definition.list(from).pages({ offset, signal })) {
        yield await streamPage(page, item)
      }
    },
    count: ({ from, signal }) => definition.count(from, { signal }),
    async one(id, { signal }) {
      if (!/^\d+$/.test(id)) return undefined
      try {
        const row = await definition.one(Number(id), { signal })
        return row && item(row)
      } catch (error) {
        if (isError(error, 'NotFoundError')) return undefined
        if (isError(error, 'ContractError') && error.code === 'unexpected_answer')
          return unreadableItem(id, error)
        throw error
      }
    },
  }
}

async function streamPage<Row>(page: Page<Row>, item: (row: Row) => StreamItem): Promise<StreamPage> {
  const unreadable = await Promise.all(
    page.badRows.map(async ({ id, index, error }): Promise<StreamItem> => {
      const known =
        id === undefined ? `unreadable-${(await contentHash([page.offset, index])).slice(0, 12)}` : String(id)
      return unreadableItem(known, error)
    }),
  )
  return { items: [...page.rows.map(item), ...unreadable], offset: page.offset, rawLength: page.rawLength }
}

function unreadableItem(id: string, error: MoloniError): StreamItem {
  const field = isError(error, 'ContractError') ? error.paths.join(', ') : error.code
  return { id, issues: [{ code: 'unreadable_row', severity: 'error', thing: id, field }] }
}

function entityOf<T>(
  mapped: Mapped<T>,
  wrap: (value: T) => ImportEntity,
): { entity?: ImportEntity; issues: readonly Issue[] } {
  return mapped.value === undefined
    ? { issues: mapped.issues }
    : { entity: wrap(mapped.value), issues: mapped.issues }
}
