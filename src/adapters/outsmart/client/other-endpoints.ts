import { anyReader, numberReader, type RowsRead, rowsReader } from './answer.ts'
import {
  bodyOf,
  conditionsOf,
  type Endpoint,
  fieldsOf,
  invalid,
  listBy,
  listWhere,
  type Nothing,
  queryOf,
} from './endpoint.ts'
import {
  invoice,
  quotation,
  type TransactionInput,
  type TransactionRow,
  transaction,
} from './entities/money.ts'
import { type InstalledObjectRow, installedObject, objectPart } from './entities/others.ts'
import { warehouseMaterial } from './entities/stock.ts'
import { define, type Entity, entity, type InputOf, type RowOf } from './entity.ts'
import { text } from './field.ts'
import type { Condition } from './filter.ts'

/** Writes some fields of the records that the filter names; what OutSmart takes here is not documented. */
function update<Row>(
  of: Entity<Row, unknown>,
  path: string,
): Endpoint<
  { readonly where: readonly Condition<Row>[]; readonly fields: Readonly<Record<string, unknown>> },
  unknown
> {
  return {
    method: 'PUT',
    path,
    kind: 'write',
    answer: anyReader,
    parts(params, label) {
      const { where, fields } = fieldsOf(params, ['where', 'fields'], label)
      if (!Array.isArray(where) || where.length === 0)
        throw invalid(label, 'a filter is needed: without one every record would be changed')
      if (typeof fields !== 'object' || fields === null || Object.keys(fields).length === 0)
        throw invalid(label, 'there is nothing to change')
      return { query: conditionsOf({ where }, of, label), body: fields }
    },
  }
}

export const invoiceEndpoints = { list: listWhere(invoice, 'invoices'), update: update(invoice, 'invoices') }
export const quotationEndpoints = {
  list: listWhere(quotation, 'quotations'),
  update: update(quotation, 'quotations'),
}

/** Payments: the answer shows them as they are kept, with their numbers. */
function transactions(
  method: 'POST' | 'PUT',
): Endpoint<readonly TransactionInput[], RowsRead<TransactionRow>> {
  return {
    method,
    path: 'transactions',
    kind: 'write',
    answer: rowsReader(transaction),
    parts: (rows, label) => ({ body: bodyOf(rows, transaction, label) }),
  }
}

export const transactionEndpoints = {
  list: listWhere(transaction, 'transactions'),
  create: transactions('POST'),
  update: transactions('PUT'),
}

const next: Endpoint<{ readonly table: string }, string> = {
  method: 'GET',
  path: 'numbers',
  kind: 'read',
  answer: numberReader,
  parts(params, label) {
    const { table } = fieldsOf(params, ['table'], label)
    if (typeof table !== 'string' || table === '') throw invalid(label, 'table is missing')
    return { query: [['table', table]] }
  },
}
export const numberEndpoints = { next }

const placeFields = define({
  required: { val_entity: text() },
  optional: { val_primary: text(), val_column: text() },
})
/** Of which record, by its entity and key, and which column. */
export interface ValuePlace extends InputOf<typeof placeFields> {}
const place = entity<unknown, ValuePlace>(placeFields)

const writtenFields = define({
  required: { val_entity: text(), val_primary: text() },
  optional: { val_column: text() },
  custom: true,
})
/** The values of custom fields, `val_value_1` and so on. */
export interface ValueInput extends InputOf<typeof writtenFields> {
  readonly [value: `val_value_${number}`]: string
}
const written = entity<unknown, ValueInput>(writtenFields)

const valueFields = define({
  readOnly: { val_entity: text(), val_primary: text(), val_column: text() },
})
/** Custom fields of a record; the values are there under the names `val_value_1` and so on. */
export interface ValueRow extends RowOf<typeof valueFields> {}
const value = entity<ValueRow, never>(valueFields)

const set: Endpoint<ValueInput, unknown> = {
  method: 'POST',
  path: 'values',
  kind: 'write',
  answer: anyReader,
  parts: (params, label) => ({ query: queryOf(params, written, label) }),
}
export const valueEndpoints = { list: listBy(value, 'values', place), set }

const stockFields = define({ optional: { wsa_article_code: text(), wsa_wse_code: text() } })
/** Which stock: of one material, of one warehouse, or all. */
export interface StockPlace extends InputOf<typeof stockFields> {}
export const warehouseMaterialEndpoints = {
  list: listBy(warehouseMaterial, 'warehouse-material', entity<unknown, StockPlace>(stockFields)),
}

/** Naming an object clears its mark, so that is a call of its own. */
const deltaOfObjects = {
  method: 'GET',
  path: 'objects/changed',
  kind: 'readThatWrites',
  answer: rowsReader(installedObject),
} as const

const changed: Endpoint<Nothing, RowsRead<InstalledObjectRow>> = {
  ...deltaOfObjects,
  parts: (params, label) => {
    fieldsOf(params, [], label)
    return {}
  },
}

const clearChanged: Endpoint<{ readonly obj_code: string }, RowsRead<InstalledObjectRow>> = {
  ...deltaOfObjects,
  parts(params, label) {
    const { obj_code } = fieldsOf(params, ['obj_code'], label)
    if (typeof obj_code !== 'string' || obj_code === '') throw invalid(label, 'obj_code is missing')
    return { query: [['obj_code', obj_code]] }
  },
}
export const changedObjectEndpoints = { changed, clearChanged }

const sinceFields = define({ required: { opr_timestamp_mutate: text() } })
/** `opr_timestamp_mutate` is `Y-m-d H:i:s`. */
export interface ChangedSince extends InputOf<typeof sinceFields> {}
export const changedPartEndpoints = {
  changed: listBy(objectPart, 'object_parts/changed', entity<unknown, ChangedSince>(sinceFields)),
}
