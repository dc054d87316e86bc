import type { Issue } from '../../domain/index.ts'
import { ContractError, isError, isMoloniError } from '../../errors/index.ts'
import { contentHash } from '../../internal/hash.ts'
import { cannotRead, canRead, type HostView, readChanges, readHost } from '../imports/host-view.ts'
import { dueIds, type Origin, type Rejection, recordRejections, rejectionsOf } from '../imports/rejected.ts'
import { leadKey, rulesOf } from '../imports/rules.ts'
import type { PushReport } from '../records/run.ts'
import type { Work } from '../work.ts'
import { intentsDue } from './intents.ts'
import { type PushOutcome, pushRecord } from './push-record.ts'

/** The kinds that a run pushes. */
export const PUSHED = ['relations', 'materials'] as const
export type PushKind = (typeof PUSHED)[number]

/** What the records of a kind are set aside under. */
const originOf = (kind: PushKind): Origin => ({ name: `push.${kind}`, hidden: true })

/** Whether the settings push the kind, and the host has it. */
export const isPushed = ({ host, settings }: Work, kind: PushKind): boolean =>
  host[kind] !== undefined && settings.push[kind].mode !== 'off'

const RETRIES_A_RUN = 50
/** Moloni itself is taken to be out of order then, and the others wait for the next run. */
const FAILURES_IN_A_ROW = 5

/**
 * Carries records of the host to Moloni: first those that an earlier run left on their way, then what the host has changed.
 * What became of a page is stored before the place behind it.
 */
export async function runPush(work: Work, kind: PushKind, report: PushReport): Promise<void> {
  if (!canRead(work, kind)) throw cannotRead(kind)
  const handled = await pushWaiting(work, kind, report)
  const { pushCursors } = work.records
  const key = `${work.scope}/${kind}`
  const reading = await readingOf(work, kind)
  const known = await pushCursors.get(key)
  let after = known?.value.reading === reading ? known.value.after : undefined
  let version = known?.version
  for (;;) {
    const page = await readChanges(work, kind, after)
    if (page.more && (page.next === undefined || page.next === after)) throw stuck(kind)
    await pushAll(
      work,
      kind,
      page.records.filter((view) => !handled.has(view.key)),
      report,
      false,
    )
    after = page.next
    const value = { reading, ...(after === undefined ? {} : { after }) }
    const saved = await pushCursors.replace({ key, expected: version ?? 'absent', value })
    version = saved?.version ?? (await pushCursors.get(key))?.version
    await work.beat()
    if (!page.more) return
  }
}

/** Records whose pause is over, and those whose creation was cut off; answers their keys. */
async function pushWaiting(work: Work, kind: PushKind, report: PushReport): Promise<ReadonlySet<string>> {
  const origin = originOf(kind)
  const intents = await intentsDue(work, kind)
  const keys = [...new Set([...intents.keys(), ...(await dueIds(work, origin, RETRIES_A_RUN))])]
  if (keys.length === 0) return new Set()
  const wanted = new Set(keys)
  const found = (await readHost(work, kind, { keys })).filter(({ key }) => wanted.has(key))
  const open = await pushAll(work, kind, found, report, true)
  // What is no longer at the host waits for nothing. What was made of it comes with the imports.
  const gone = keys.filter((key) => !found.some((view) => view.key === key))
  await recordRejections(work, origin, [], gone)
  for (const [key, intent] of intents) {
    if (!open.has(key)) await work.records.pushIntents.put({ key: intent.key, expected: intent.version })
  }
  return wanted
}

/** Answers the keys of the records of which nobody knows yet where they stand. */
async function pushAll(
  work: Work,
  kind: PushKind,
  views: readonly HostView[],
  report: PushReport,
  again: boolean,
): Promise<ReadonlySet<string>> {
  const origin = originOf(kind)
  const earlier = await rejectionsOf(
    work,
    origin,
    views.map(({ key }) => key),
  )
  const rejections: Rejection[] = []
  const settled: string[] = []
  const open = new Set<string>()
  let failures = 0
  for (const view of views) {
    await work.beat()
    report.read += 1
    const fingerprint = await contentHash([view.fields, await readingOf(work, kind)])
    if (!again && earlier.get(view.key)?.fingerprint === fingerprint) {
      report.rejected += 1
      continue
    }
    const outcome = await attempt(work, kind, view)
    failures = 'failure' in outcome ? failures + 1 : 0
    if ('failure' in outcome || outcome.is === 'waiting') open.add(view.key)
    if (outcome.is === 'blocked') {
      const { issues, retryable } = outcome
      rejections.push({ remoteId: view.key, kind, issues, retryable, fingerprint })
      report.rejected += 1
    } else {
      // While nobody knows, what was said of it stands.
      if (outcome.is !== 'waiting') settled.push(view.key)
      report[outcome.is] += 1
    }
    if ('failure' in outcome && failures >= FAILURES_IN_A_ROW) {
      await recordRejections(work, origin, rejections, settled)
      throw outcome.failure
    }
  }
  await recordRejections(work, origin, rejections, settled)
  return open
}

type Attempted = PushOutcome | (Extract<PushOutcome, { is: 'blocked' }> & { readonly failure: unknown })

/** A record on which Moloni fails is set aside; what says nothing of a single record is thrown. */
async function attempt(work: Work, kind: PushKind, view: HostView): Promise<Attempted> {
  try {
    return await pushRecord(work, kind, view)
  } catch (error) {
    work.signal?.throwIfAborted()
    if (!isMoloniError(error) || isError(error, 'AuthError') || isError(error, 'UsageError')) throw error
    const issue: Issue = { code: 'moloni_failed', severity: 'error', thing: view.key }
    return { is: 'blocked', issues: [issue], retryable: true, failure: error }
  }
}

/** The settings that decide what becomes of a record: with others, all are looked at again. */
function readingOf({ settings }: Work, kind: PushKind): Promise<string> {
  const { enabled } = settings.imports[kind]
  return contentHash([settings.push[kind], enabled, leadKey(rulesOf(settings, kind))])
}

function stuck(kind: PushKind): ContractError {
  return new ContractError(
    `The host's changes of ${kind} do not go on after a page.`,
    'host_page_repeated',
    [],
    {
      hint: 'Correct the read() of its sink: next must name the place behind the page.',
    },
  )
}
