import type { Issue, Mapped } from '../../domain/index.ts'
import { isError, mayHaveTakenEffect } from '../../errors/index.ts'
import { newAttempt, withinDeadline } from '../exports/attempt.ts'
import { isPassing, refusalIssues } from '../exports/outcomes.ts'
import { identityOf } from '../imports/entities.ts'
import { holderOf, hostLinkKey, markGone } from '../imports/links.ts'
import type { Write } from '../platforms/master-data.ts'
import type { ImportEntity } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import { timePart } from '../records/keys.ts'
import type { PushIntentRecord } from '../records/push.ts'
import type { Work } from '../work.ts'
import { findRemote } from './find.ts'
import { linkRemote, streamOf } from './link.ts'

/** The kinds that are made in Moloni. */
export type PushedEntity = ImportEntity<'relations' | 'materials' | 'hourTypes'>
export type PushedKind = PushedEntity['kind']

/** Where a record of the host stands in Moloni. */
export type Ensured =
  | { readonly is: 'there'; readonly id: number; readonly created: boolean }
  | { readonly is: 'blocked'; readonly issues: readonly Issue[]; readonly retryable: boolean }
  /** The outcome of an earlier call is not known before this time (ms). */
  | { readonly is: 'waiting'; readonly until: number }

type Intent = Entry<PushIntentRecord>

/** Looks after which it is believed that a number is taken by something that nobody shows. */
const LOOKS = 3

/**
 * Sees to it that Moloni has a record of the host: looks, and creates only what is not there. The intent is stored before the call;
 * while its outcome is not known nothing is repeated, and then Moloni is looked at first. Refusals are answered; errors that may
 * pass, and those that end a run, are thrown.
 *
 * @param verify Whether a linked record is looked for in Moloni too: there it may be gone, or have another number.
 */
export async function ensureRemote(
  work: Work,
  hostKey: string,
  entity: PushedEntity,
  { verify }: { readonly verify: boolean },
): Promise<Ensured> {
  const { kind } = entity
  const key = await intentKey(work, kind, hostKey)
  const linked = await linkedId(work, hostKey, entity, verify)
  const intent = await work.records.pushIntents.get(key)
  if (linked) {
    if (intent) await forget(work, intent)
    return linked
  }
  if (intent && intent.value.due > work.clock.now()) return { is: 'waiting', until: intent.value.due }

  const settled = await lookAndLink(work, hostKey, entity, intent)
  return settled ?? create(work, hostKey, entity, { key, intent })
}

const intentKey = (work: Work, kind: PushedKind, hostKey: string) => hostLinkKey(work, kind, hostKey)

async function linkedId(
  work: Work,
  hostKey: string,
  { kind }: PushedEntity,
  verify: boolean,
): Promise<Ensured | undefined> {
  const holder = await holderOf(work, kind, hostKey)
  if (!holder || holder.link.value.goneAt !== undefined) return undefined
  const there = { is: 'there', id: Number(holder.remoteId), created: false } as const
  if (!verify) return there
  const item = await streamOf(work, kind)?.one(holder.remoteId, { signal: work.signal })
  if (item) {
    const number = item.entity && identityOf(item.entity)
    if (number === undefined || number === hostKey) return there
    const issue = { code: 'renumbered', severity: 'error', thing: hostKey, details: { number } } as const
    return { is: 'blocked', issues: [issue], retryable: true }
  }
  await markGone(work, [holder.link])
  return undefined
}

/** What a look at Moloni settles: the record is there, or a person must say. Undefined when there is none. */
async function lookAndLink(
  work: Work,
  hostKey: string,
  entity: PushedEntity,
  intent: Intent | undefined,
): Promise<Ensured | undefined> {
  const found = await findRemote(work, hostKey, entity)
  if (found.is === 'none') return undefined
  // What an earlier call made is the host's own content and need not come back.
  const created = found.is === 'there' && intent !== undefined
  const ensured =
    found.is === 'there'
      ? await linkRemote(work, hostKey, entity.kind, found.id, { ours: created })
      : { is: 'blocked' as const, issues: found.issues, retryable: true }
  if (intent) await forget(work, intent)
  return ensured.is === 'there' ? { ...ensured, created } : ensured
}

async function create(
  work: Work,
  hostKey: string,
  entity: PushedEntity,
  { key, intent }: { readonly key: string; readonly intent: Intent | undefined },
): Promise<Ensured> {
  const { value: write, issues } = await writeOf(work, entity)
  if (!write) {
    if (intent) await forget(work, intent)
    return blocked(issues)
  }
  const { attempt, due } = newAttempt({ work }, 'create')
  const value = { hostKey, attempt, due, looks: intent?.value.looks ?? 0 }
  const creating = await work.records.pushIntents.replace({
    key,
    expected: intent?.version ?? 'absent',
    value,
    index: intentIndex(work, entity.kind, due),
  })
  if (!creating) return { is: 'waiting', until: due }
  try {
    const id = await withinDeadline({ work }, attempt, (signal) => write({ signal }))
    const ensured = await linkRemote(work, hostKey, entity.kind, id, { ours: true })
    await forget(work, creating)
    return ensured.is === 'there' ? { ...ensured, created: true } : ensured
  } catch (error) {
    return failed(work, hostKey, entity, { creating, error })
  }
}

function writeOf({ platform, signal }: Work, entity: PushedEntity): Promise<Mapped<Write>> {
  const { masterData } = platform
  if (entity.kind === 'relations') return masterData.createCustomer(entity.value, { signal })
  const product =
    entity.kind === 'materials'
      ? ({ kind: 'material', material: entity.value } as const)
      : ({ kind: 'hourType', hourType: entity.value } as const)
  return masterData.createProduct(product, { signal })
}

async function failed(
  work: Work,
  hostKey: string,
  entity: PushedEntity,
  { creating, error }: { readonly creating: Intent; readonly error: unknown },
): Promise<Ensured> {
  const { due } = creating.value
  if (mayHaveTakenEffect(error)) {
    work.signal?.throwIfAborted()
    return (await lookAndLink(work, hostKey, entity, creating)) ?? { is: 'waiting', until: due }
  }
  if (isTaken(error)) {
    const settled = await lookAndLink(work, hostKey, entity, creating)
    return settled ?? takenUnseen(work, entity, creating, error)
  }
  await forget(work, creating)
  if (isPassing(error) || !isRefusal(error)) throw error
  return blocked(refusals(entity, error))
}

const TAKEN = new Set(['number', 'reference', 'vat'])

/** Whether a refused creation says that the number, reference or tax number stands for another record. */
const isTaken = (error: unknown) =>
  isError(error, 'ValidationError') &&
  error.fields.some(({ code, path }) => code === 'unique' && TAKEN.has(path))

/** Moloni has a record with this number and does not show it: it is looked for again later, then a person is told. */
async function takenUnseen(
  work: Work,
  entity: PushedEntity,
  intent: Intent,
  error: unknown,
): Promise<Ensured> {
  const looks = intent.value.looks + 1
  if (looks >= LOOKS) {
    await forget(work, intent)
    return blocked(refusals(entity, error))
  }
  const { due } = newAttempt({ work }, 'create')
  const value = { ...intent.value, looks, due }
  const index = intentIndex(work, entity.kind, due)
  await work.records.pushIntents.put({ key: intent.key, expected: intent.version, value, index })
  return { is: 'waiting', until: due }
}

/** What only a change of the host's own record mends. */
const OWN = /^(too_long|invalid_|missing_)/

export function blocked(issues: readonly Issue[]): Extract<Ensured, { is: 'blocked' }> {
  return { is: 'blocked', issues, retryable: !issues.some(({ code }) => OWN.test(code)) }
}

export const isRefusal = (error: unknown) =>
  isError(error, 'ValidationError') || isError(error, 'RefusedError') || isError(error, 'NotFoundError')

/** Moloni's refusal of a record, field by field. */
export function refusals(entity: PushedEntity, error: unknown): Issue[] {
  const thing = identityOf(entity)
  return refusalIssues(error).map((issue): Issue => ({ ...issue, code: 'record_refused', thing }))
}

const intentIndex = (work: Work, kind: PushedKind, due: number) => `${work.scope}/${kind}/${timePart(due)}`

async function forget(work: Work, { key, version }: Intent): Promise<void> {
  await work.records.pushIntents.put({ key, expected: version })
}
