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
  if (scene.host.state.workOrders.get(key)?.document) return
  const problems = await scene.engine().problems(scene.id)
  throw new Error(`${key} was not exported: ${JSON.stringify({ errors, problems })}`)
}

/** Notes it when the host is told of a document that is not there, or is still a draft. */
export function watchAcknowledgements(
  scene: Scene,
  keys: readonly string[],
  target: 'closed' | 'draft',
): void {
  scene.onAcknowledged = (key, documentId) => {
    if (!keys.includes(key)) return
    const document = scene.account.documents().find(({ id }) => id === documentId)
    const early = document?.status === 'draft' && target === 'closed'
    if ((!document && !scene.byPerson.has(documentId)) || early)
      scene.wrongs.push(`acknowledged with ${document ? 'a draft' : 'no document'}`)
  }
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
  const references = items.map(({ reference }) => reference)
  return {
    done: keys.every((key) => scene.host.state.workOrders.get(key)?.document !== undefined),
    told: problems.some((group) => group.problems.some(({ key }) => items.some((item) => item.key === key))),
    state: newest?.state,
    known: newest?.documentId !== undefined,
    ...(blocked === undefined ? {} : { blocked }),
    documents: scene.account.documents().filter((document) => isMine(document, references)),
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
