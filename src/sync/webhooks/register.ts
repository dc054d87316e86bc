import { isMoloniError, loginIsLost } from '../../errors/index.ts'
import { sha256 } from '../../internal/hash.ts'
import { changeConnection, publicConnection, requireConnection } from '../connections/connection.ts'
import { readSettings } from '../connections/settings.ts'
import type { Context } from '../context.ts'
import { CAPABILITIES } from '../platforms/capabilities.ts'
import { openPlatform } from '../platforms/open-platform.ts'
import type { CallOptions, Hook, HookPair, PlatformHooks } from '../platforms/platform.ts'
import type { HooksState } from '../records/connection.ts'
import { keyPart } from '../records/keys.ts'
import { secretHash, webhookAddress, webhookBase } from './address.ts'

/** How often the webhooks are looked after: a person may have deleted one. */
const LOOK_AFTER_MS = 86_400_000

/**
 * Sees to it that Moloni tells us of changes, where the platform has webhooks and the host an address. Pairs that the
 * account refuses are remembered for `health()`; the reads by interval cover them.
 *
 * @param force Make new ones with a new secret now, and take the old ones away.
 */
export async function ensureWebhooks(
  context: Context,
  id: string,
  { signal, force = false }: CallOptions & { readonly force?: boolean } = {},
): Promise<void> {
  const { records, clock, logger } = context
  const { value: record } = await requireConnection(records, id)
  const wanted = CAPABILITIES[record.platform].hooks
  const base = await webhookBase(context, publicConnection(record))
  const settings = readSettings(record.settings)
  if (!base || wanted.length === 0) return
  if (!settings.webhooks.enabled) return removeWebhooks(context, id, signal)
  const address = await sha256(base.href)
  const { hooks: state } = record
  const looked = state && state.address === address && state.at + LOOK_AFTER_MS > clock.now()
  if (looked && !force) return
  const { hooks } = await openPlatform(context, record, settings)
  if (!hooks) return
  try {
    const next = await renew(context, id, { hooks, base, wanted, force, known: state, signal })
    await changeConnection(records, id, (before) => ({
      ...before,
      hooks: { ...next, at: clock.now(), address },
    }))
  } catch (error) {
    signal?.throwIfAborted()
    if (!isMoloniError(error)) throw error
    logger.warn('the webhooks could not be looked after', { code: error.code })
  }
}

interface Renewal extends CallOptions {
  readonly hooks: PlatformHooks
  readonly base: URL
  readonly wanted: readonly HookPair[]
  readonly force: boolean
  readonly known: HooksState | undefined
}

type Standing = Pick<HooksState, 'registered' | 'refused'>

/**
 * Leaves hooks alone that are all there under one secret; else makes all anew. The old ones go first, because an account takes
 * one for each model and operation; what happens in between is seen by the next read of the lists.
 */
async function renew(context: Context, id: string, renewal: Renewal): Promise<Standing> {
  const { hooks, base, wanted, force, known, signal } = renewal
  const old = await ownHooks(context, id, await hooks.list({ signal }))
  const here = old.filter(({ url }) => url.startsWith(base.href.replace(/\/+$/, '')))
  const expected = wanted.filter((pair) => !known?.refused.some((it) => samePair(it, pair)))
  const complete =
    known !== undefined &&
    new Set(here.map(({ url }) => url)).size === 1 &&
    here.length === old.length &&
    here.length >= expected.length
  if (complete && !force) return known

  const secret = context.random.token(32)
  // The address is known before the first hook: a delivery may come at once.
  await context.records.hookPaths.put({
    key: await sha256(secret),
    expected: 'absent',
    value: { connectionId: id, madeAt: context.clock.now() },
    index: await pathIndex(id),
  })
  await removeAll(hooks, old, signal)
  const standing: Standing = { registered: [], refused: [] }
  for (const pair of wanted) {
    try {
      await hooks.create(pair, webhookAddress(base, secret), { signal })
      standing.registered.push(pair)
    } catch (error) {
      signal?.throwIfAborted()
      if (!isMoloniError(error) || error.retryable || loginIsLost(error)) throw error
      standing.refused.push({ ...pair, reason: error.message })
    }
  }
  await forgetAddresses(context, id, await sha256(secret))
  return standing
}

/** Removes the webhooks of a connection from the account and forgets their addresses. */
export async function removeWebhooks(context: Context, id: string, signal?: AbortSignal): Promise<void> {
  const { value: record } = await requireConnection(context.records, id)
  if (!record.hooks || record.companyId === undefined) return
  const { hooks } = await openPlatform(context, record, readSettings(record.settings))
  if (hooks) {
    const mine = await ownHooks(context, id, await hooks.list({ signal }))
    await removeAll(hooks, mine, signal)
    await forgetAddresses(context, id)
  }
  await changeConnection(context.records, id, ({ hooks: _, ...before }) => before)
}

async function removeAll(
  hooks: PlatformHooks,
  old: readonly Hook[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const ids = old.map(({ hookId }) => hookId)
  if (ids.length > 0) await hooks.remove(ids, { signal })
}

/** From now on nobody answers there, but under the address that is kept. */
async function forgetAddresses({ records }: Context, id: string, kept?: string): Promise<void> {
  for await (const { key, version } of records.hookPaths.scan({ by: 'index', prefix: await pathIndex(id) }))
    if (key !== kept) await records.hookPaths.put({ key, expected: version })
}

/** Hooks whose address holds a secret that we made for this connection. Nobody else's are ever touched. */
export async function ownHooks({ records }: Context, id: string, hooks: readonly Hook[]): Promise<Hook[]> {
  const mine: Hook[] = []
  for (const hook of hooks) {
    const hash = await secretHash(hook.url)
    const path = hash && (await records.hookPaths.get(hash))
    if (path && path.value.connectionId === id) mine.push(hook)
  }
  return mine
}

const pathIndex = async (id: string) => `${await keyPart(id)}/`

const samePair = (a: { model: string; operation: string }, b: HookPair) =>
  a.model === b.model && a.operation === b.operation
