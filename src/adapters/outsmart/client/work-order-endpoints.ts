import * as z from 'zod'
import { anyReader, countReader, type RowsRead, rowReader, rowsReader } from './answer.ts'
import { bodyOf, conditionsOf, type Endpoint, fieldsOf, invalid, queryOf } from './endpoint.ts'
import {
  type WorkOrderInput,
  type WorkOrderMaterialInput,
  type WorkOrderRow,
  workOrder,
  workOrderMaterial,
} from './entities/work-order.ts'
import { define, entity, type InputOf } from './entity.ts'
import { text, time, workDay } from './field.ts'
import type { Filter, Query } from './filter.ts'

/** The fixed life cycle; `Alle` (all) exists in queries only. */
export type LifeStatus = 'Klaargezet' | 'Opgehaald' | 'Compleet' | 'Afgehandeld' | 'Alle'

const STATUSES: readonly LifeStatus[] = ['Klaargezet', 'Opgehaald', 'Compleet', 'Afgehandeld', 'Alle']

/** Which work order: by OutSmart's row id, or by the number of the external system. */
export type WorkOrderName =
  | { readonly row_id: string | number; readonly workorder_no?: undefined }
  | { readonly workorder_no: string; readonly row_id?: undefined }

export interface WorkOrderFilter extends Filter<WorkOrderRow> {
  readonly status: LifeStatus
  /** Only those with this work status. */
  readonly workstatus?: string | undefined
}

/** A work order that was made. */
export interface MadeWorkOrder {
  readonly workorder_no: string
  readonly row_id: string
}

const patchFields = define({
  optional: {
    workdate: workDay(),
    worktime: time(),
    employee_nr: text(255),
    workstatus: text(255),
  },
})
/** What can be changed of a work order. `workdate` is `YYYY-MM-DD` here. */
export interface WorkOrderPatch extends InputOf<typeof patchFields> {}
const patch = entity<unknown, WorkOrderPatch>(patchFields)

/** The path that acknowledges unless it is told not to: the flag is part of the endpoint, so it is always sent. */
function one(updateStatus: boolean): Endpoint<WorkOrderName, WorkOrderRow> {
  return {
    method: 'GET',
    path: 'GetWorkorder',
    kind: 'readThatWrites',
    answer: rowReader(workOrder),
    parts: (params, label) => ({
      query: [...nameOf(fieldsOf(params, ['row_id', 'workorder_no'], label), label), flagOf(updateStatus)],
    }),
  }
}

function many(updateStatus: boolean): Endpoint<WorkOrderFilter, RowsRead<WorkOrderRow>> {
  return {
    method: 'GET',
    path: 'GetWorkorders',
    kind: 'readThatWrites',
    slow: true,
    answer: rowsReader(workOrder),
    parts(params, label) {
      const { status, workstatus, where } = fieldsOf(params, ['status', 'workstatus', 'where'], label)
      const known = STATUSES.find((it) => it === status)
      if (!known) throw invalid(label, `status must be one of ${STATUSES.join(', ')}`)
      const free: Query =
        typeof workstatus === 'string' && workstatus !== '' ? [['workstatus', workstatus]] : []
      return {
        query: [
          ['status', known],
          flagOf(updateStatus),
          ...free,
          ...conditionsOf(where === undefined ? {} : { where }, workOrder, label),
        ],
      }
    },
  }
}

const made = z.object({
  workorder_no: z.union([z.string(), z.number().transform(String)]),
  row_id: z.union([z.string(), z.number().transform(String)]),
})

export interface CreateWorkOrders {
  readonly workOrders: readonly WorkOrderInput[]
  /** By its name: a work order whose number is taken is not made again. Always sent; default true. */
  readonly skip_duplicate_workorder_no?: boolean | undefined
}

const create: Endpoint<CreateWorkOrders, RowsRead<MadeWorkOrder>> = {
  method: 'POST',
  path: 'PostWorkorders',
  kind: 'write',
  slow: true,
  answer: rowsReader({ read: made, keys: ['row_id'] }),
  parts(params, label) {
    const { workOrders, skip_duplicate_workorder_no: skip = true } = fieldsOf(
      params,
      ['workOrders', 'skip_duplicate_workorder_no'],
      label,
    )
    if (typeof skip !== 'boolean') throw invalid(label, 'skip_duplicate_workorder_no must be a boolean')
    return {
      query: [['skip_duplicate_workorder_no', String(skip)]],
      body: bodyOf(workOrders, workOrder, label),
    }
  },
}

const update: Endpoint<WorkOrderName & WorkOrderPatch, unknown> = {
  method: 'GET',
  path: 'UpdateWorkorder',
  kind: 'write',
  answer: anyReader,
  parts(params, label) {
    const { row_id, workorder_no, ...changes } = asRecord(params, label)
    const query = queryOf(changes, patch, label)
    if (query.length === 0) throw invalid(label, 'there is nothing to change')
    return { query: [...nameOf({ row_id, workorder_no }, label), ...query] }
  },
}

/** @param clear whether the lines that are there are taken away first */
function materials(
  clear: boolean,
): Endpoint<
  { readonly row_id: string | number; readonly materials: readonly WorkOrderMaterialInput[] },
  number
> {
  return {
    method: 'POST',
    path: 'UpdateWorkorder',
    kind: 'write',
    answer: countReader,
    parts(params, label) {
      const fields = fieldsOf(params, ['row_id', 'materials'], label)
      return {
        query: [
          ...nameOf({ row_id: fields.row_id }, label),
          ['ClearMaterials', String(clear)],
          ['ProcessMaterials', 'true'],
        ],
        body: bodyOf(fields.materials, workOrderMaterial, label),
      }
    },
  }
}

export const workOrderEndpoints = {
  list: many(false),
  get: one(false),
  listAndHandle: many(true),
  handle: one(true),
  create,
  update,
  addMaterials: materials(false),
  replaceMaterials: materials(true),
}

function flagOf(updateStatus: boolean): readonly [string, string] {
  return ['update_status', String(updateStatus)]
}

function nameOf({ row_id, workorder_no }: Readonly<Record<string, unknown>>, label: string): Query {
  const id = typeof row_id === 'number' ? String(row_id) : row_id
  if (typeof id === 'string' && id !== '' && workorder_no === undefined) return [['row_id', id]]
  if (id === undefined && typeof workorder_no === 'string' && workorder_no !== '') {
    return [['workorder_no', workorder_no]]
  }
  throw invalid(label, 'give either row_id or workorder_no')
}

function asRecord(params: unknown, label: string): Readonly<Record<string, unknown>> {
  if (typeof params === 'object' && params !== null && !Array.isArray(params)) return { ...params }
  throw invalid(label, 'the parameters must be an object')
}
