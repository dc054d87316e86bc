import { employeeFromUser, productToEntity, relationFromCustomer } from '../../../mappers/pt/index.ts'
import type { Customer, Product, PtClient, User } from '../../../pt/index.ts'
import { PAGE_SIZE } from '../../../pt/row-list.ts'
import { entityOf, importStream } from '../import-stream.ts'
import type { ImportStream } from '../platform.ts'
import { serviceSheetStream } from './service-sheets.ts'
import { BEGINNING, utcText } from './utc-text.ts'

export interface PtStreamOptions {
  readonly companyId: string
  readonly hourUnits: readonly string[]
  /** Moloni's ids of the document types that are service sheets. */
  readonly sheetTypes: readonly number[]
}

/** The lists of Moloni PT that imports are read from. Products are read once for materials and hour types. */
export function ptStreams(pt: PtClient, options: PtStreamOptions): readonly ImportStream[] {
  const { companyId, sheetTypes } = options
  const hourUnits = [...options.hourUnits]
  return [
    importStream({
      name: 'customers',
      kinds: ['relations'],
      delta: true,
      pageSize: PAGE_SIZE,
      pages: (from, how) =>
        (from === undefined ? pt.customers.list() : pt.customers.modifiedSince(new Date(from))).pages(how),
      count: (from, call) =>
        from === undefined
          ? pt.customers.count({}, call)
          : pt.customers.countModifiedSince({ lastmodified: utcText(from) }, call),
      one: (id, call) => pt.customers.getOne({ customer_id: id }, call),
      idOf: (row: Customer) => row.customer_id,
      map: (row) =>
        entityOf(relationFromCustomer(row, { companyId }), (value) => ({ kind: 'relations', value })),
    }),
    importStream({
      name: 'products',
      kinds: ['materials', 'hourTypes'],
      delta: true,
      // products/getAll wants a category, so everything is read as what changed since the beginning.
      pageSize: PAGE_SIZE,
      pages: (from, how) => pt.products.modifiedSince(new Date(from ?? BEGINNING)).pages(how),
      count: (from, call) =>
        pt.products.countModifiedSince({ lastmodified: utcText(from ?? BEGINNING) }, call),
      one: (id, call) => pt.products.getOne({ product_id: id, with_invisible: 1 }, call),
      idOf: (row: Product) => row.product_id,
      map: (row) => ({
        ...entityOf(productToEntity(row, { companyId, hourUnits }), (value) =>
          value.kind === 'material'
            ? { kind: 'materials', value: value.material }
            : { kind: 'hourTypes', value: value.hourType },
        ),
        category: row.category_id ? String(row.category_id) : undefined,
      }),
    }),
    importStream({
      name: 'users',
      kinds: ['employees'],
      delta: false,
      short: true,
      pageSize: PAGE_SIZE,
      pages: (_from, how) => pt.users.list().pages(how),
      count: async () => undefined,
      one: async (id, call) => (await pt.users.getAll({}, call)).find((user) => user.user_id === id),
      idOf: (row: User) => row.user_id,
      map: (row) => entityOf(employeeFromUser(row, { companyId }), (value) => ({ kind: 'employees', value })),
    }),
    ...(sheetTypes.length > 0 ? [serviceSheetStream(pt, { companyId, types: sheetTypes })] : []),
  ]
}
