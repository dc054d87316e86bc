import type * as z from 'zod'
import type { Entity } from '../operation.ts'
import { list, nullable, row, text } from '../schema.ts'

const hookRow = row(() => ({ hookId: text, name: nullable(text), url: nullable(text) }))

/** A webhook. */
export interface Hook extends z.output<typeof hookRow> {}

const allowedRow = row(() => ({
  model: nullable(text),
  name: nullable(text),
  operations: list(row(() => ({ operation: nullable(text), name: nullable(text) }))),
}))

/** What of a kind of record can be told of. */
export interface HookModelOperations extends z.output<typeof allowedRow> {}

export const hook: Entity = { type: 'HookRead', id: 'hookId', row: hookRow }
export const hookModelOperations: Entity = { type: 'HookModelOperationsRead', id: 'model', row: allowedRow }
