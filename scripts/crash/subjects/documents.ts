import type { SettingsInput, WorkOrder } from '../../../src/domain/index.ts'
import type { ExportItem } from '../../../src/sync/index.ts'
import type { Account, Bill, SeenDocument } from '../account.ts'
import type { Scene } from '../scene.ts'
import type { Standing } from '../subject.ts'

/** Settings under which the first run exports everything. */
export function exporting(
  account: Account,
  exports: NonNullable<SettingsInput['exports']> & {
    readonly kind: NonNullable<NonNullable<SettingsInput['exports']>['kind']>
  },
): SettingsInput {
  return {
    exports: {
      firstRun: 'export',
      startDate: '2020-01-01',
      ...account.settings(exports.kind).exports,
      ...exports,
    },
  }
}

export function workOrderOf(bill: Bill, key: string, number: string): WorkOrder {
  return {
    key,
    number,
    status: 'complete',
    finished: true,
    workDate: '2026-03-01',
    description: `Job ${number}`,
    ...bill.workOrder,
  }
}

/** Runs until the host is told of a work order; throws when it is not. */
export async function exported(scene: Scene, key: string, kinds: readonly string[]): Promise<void> {
  const { errors } = await scene.engine().sync(scene.id, { kinds })
  if (scene.host.toldOf(key)) return
  const problems = await scene.engine().problems(scene.id)
  throw new Error(`${key} was not exported: ${JSON.stringify({ errors, problems })}`)
}

/** What a work order is watched for. */
interface Watched {
  readonly key: string
  /** Whether a document is one of the work order. */
  isMine(document: SeenDocument): boolean
}

/** Notes it when the host is told of a document that is not there or is still a draft, or of two. */
export function watchAcknowledgements(
  scene: Scene,
  watched: readonly Watched[],
  target: 'closed' | 'draft',
): void {
  scene.onTold = (key, { documentId }) => {
    const mine = watched.find((one) => one.key === key)
    if (!mine) return
    const before = scene.host.toldOf(key)?.documentId
    if (before !== undefined && before !== documentId) scene.wrongs.push('acknowledged with two documents')
    const documents = scene.account
      .documents()
      .filter((document) => (documentId === undefined ? mine.isMine(document) : document.id === documentId))
    const deleted = documentId === undefined ? scene.byPerson.size > 0 : scene.byPerson.has(documentId)
    const early = target === 'closed' && documents.every(({ status }) => status === 'draft')
    if (documents.length === 0 ? !deleted : early)
      scene.wrongs.push(`acknowledged with ${documents.length > 0 ? 'a draft' : 'no document'}`)
  }
}

/** Whether the host was told of something that is not so. */
export function toldFalsely(
  { host, byPerson }: Scene,
  key: string,
  documents: readonly SeenDocument[],
  due: (document: SeenDocument) => number,
): boolean {
  const told = host.toldOf(key)
  if (!told) return false
  const { documentId, totalCents } = told
  const named = documents.filter(({ id }) => documentId === undefined || id === documentId)
  const [first] = named
  if (first) return totalCents !== undefined && totalCents !== due(first)
  return !(documentId === undefined ? byPerson.size > 0 : byPerson.has(documentId))
}

/** How the desk shows work orders: blocked where one of their exports is, known where the newest export has a document. */
export async function standingOf(
  scene: Scene,
  keys: readonly string[],
  isMine: (document: SeenDocument, references: readonly string[]) => boolean,
): Promise<Standing> {
  const engine = scene.engine()
  const items: ExportItem[] = []
  for await (const item of engine.exports(scene.id).list()) {
    const about = item.members ?? [item.key]
    if (about.some((key) => keys.includes(key))) items.push(item)
  }
  const problems = await engine.problems(scene.id)
  const newest = items
    .filter(({ state }) => !WAITING.includes(state))
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0]
  const blocked = items.map(codeOf).find((code) => code !== undefined)
  const documents = scene.account.documents()
  // A restored store may have forgotten the export that the host was told of; the document still bears its key.
  const told = items.length > 0 ? [] : keys.map((key) => scene.host.toldOf(key)?.documentId)
  const forgotten = documents.filter(({ id }) => told.includes(id)).flatMap((document) => document.references)
  const references = [...items.map(({ reference }) => reference), ...forgotten].filter((text) => text !== '')
  return {
    done: keys.every((key) => scene.host.toldOf(key) !== undefined),
    told: problems.some((group) => group.problems.some(({ key }) => items.some((item) => item.key === key))),
    state: newest?.state,
    known: newest?.documentId !== undefined,
    grouped: items.some(({ members }) => members !== undefined),
    ...(blocked === undefined ? {} : { blocked }),
    documents: documents.filter((document) => isMine(document, references)),
  }
}

/** States in which an export waits for another one of its work order. */
const WAITING: readonly string[] = ['collecting', 'grouped', 'takingBack']

/** Why a person is asked; what gave up after many tries goes on by itself. */
function codeOf({ state, issues }: ExportItem): string | undefined {
  if (state !== 'blocked' && state !== 'mismatch') return undefined
  const code = issues.find(({ severity }) => severity === 'error')?.code ?? state
  return code === 'gave_up' ? undefined : code
}

export const living = (documents: readonly SeenDocument[]) =>
  documents.filter(({ status }) => status !== 'annulled')
export const closedOf = (documents: readonly SeenDocument[]) =>
  documents.filter(({ status }) => status === 'closed')
