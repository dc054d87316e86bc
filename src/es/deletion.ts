import * as z from 'zod'
import { ConflictError, isError, type MoloniError, RefusedError, UsageError } from '../errors/index.ts'
import type { Settle } from '../http/index.ts'
import type { Deleted } from './answer.ts'
import type { Caller, Variables } from './caller.ts'
import { listOperation } from './list-operation.ts'
import { type Operation, ownArgument } from './operation.ts'
import { fieldOf } from './reading.ts'

type Id = string | number

const id = z.union([z.string(), z.number()])

interface Parts {
  readonly caller: Caller
  readonly settle: Settle
}

/** Ids to delete, each once. */
export function idsOf(label: string, given: unknown): Id[] {
  const ids: unknown[] = Array.isArray(given) ? given : [given]
  const sound = ids.filter((id): id is Id => (typeof id === 'string' && id !== '') || typeof id === 'number')
  if (ids.length > 0 && sound.length === ids.length) return [...new Set(sound)]
  throw new UsageError(`${label} was not sent: it needs the id of each record.`, { code: 'invalid_params' })
}

/**
 * Moloni leaves out what may not be deleted and says so only by the count: with too low a one each record is looked
 * for, and those that are still there are an error.
 */
export async function confirmDeletion(
  operation: Operation,
  sent: Variables,
  deleted: Deleted,
  parts: Parts,
  signal: AbortSignal | undefined,
): Promise<Deleted> {
  const { root, lookup } = operation
  const name = ownArgument(operation)
  if (!lookup || name === undefined) return deleted
  const ids = idsOf(root, sent[name])
  if (deleted.deletedCount >= ids.length) return deleted
  const left = await stillThere(lookup, ids, sent, parts, signal).catch((error) => {
    signal?.throwIfAborted()
    throw notDeleted(root, `${ids.length - deleted.deletedCount} of ${ids.length}`, deleted, error)
  })
  if (left.length === 0) return deleted
  throw notDeleted(root, left.join(', '), deleted)
}

async function stillThere(
  lookup: Operation,
  ids: readonly Id[],
  { companyId }: Variables,
  { caller, settle }: Parts,
  signal: AbortSignal | undefined,
): Promise<Id[]> {
  const name = lookup.entity?.id ?? ''
  const select = z.object({ [name]: id })
  const left: Id[] = []
  if (lookup.answer.name === 'list') {
    const company = { companyId, signal, select, pageSize: 1000 }
    for await (const row of listOperation(lookup, {}, company, { caller, settle })) {
      const there = ids.find((one) => one === fieldOf(row, name))
      if (there !== undefined) left.push(there)
    }
    return left
  }
  for (const one of ids) {
    try {
      await caller.invoke(lookup, { variables: { companyId, [name]: one }, select, signal })
      left.push(one)
    } catch (error) {
      if (!isError(error, 'NotFoundError')) throw error
    }
  }
  return left
}

function notDeleted(label: string, which: string, { deletedCount }: Deleted, cause?: unknown): MoloniError {
  const message = `${label}: Moloni did not delete ${which}${deletedCount > 0 ? `, but ${deletedCount} others` : ''}.`
  const details = {
    code: 'not_deleted',
    hint: 'They may be in use, closed, or protected by Moloni.',
    ...(cause === undefined ? {} : { cause }),
  }
  return deletedCount > 0 ? new ConflictError(message, details) : new RefusedError(message, details)
}
