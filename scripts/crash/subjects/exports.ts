import type { DocumentKind, SettingsInput, WorkOrder } from '../../../src/domain/index.ts'
import type { Platform } from '../../../src/oauth/index.ts'
import { CAPABILITIES } from '../../../src/sync/platforms/capabilities.ts'
import type { Bill } from '../account.ts'
import { centsOf } from '../bill.ts'
import type { Scene } from '../scene.ts'
import type { Subject } from '../subject.ts'

const KEY = 'job-1'
const NUMBER = 'W-1'

/** What an export subject makes. */
export interface ExportRow {
  readonly name: string
  readonly kind: DocumentKind
  /** State in which the document is left. */
  readonly target?: 'closed' | 'draft'
}

/** One work order becomes one document. */
export function exportSubject({ name, kind, target = 'closed' }: ExportRow): Subject {
  const mine = (scene: Scene, reference: string | undefined) =>
    scene.account
      .documents()
      .filter(
        ({ references }) => references.includes(NUMBER) || (reference && references.includes(reference)),
      )

  return {
    name,
    title: target === 'draft' ? `${kind}, left as a draft` : kind,
    platforms: (['pt', 'es', 'on'] satisfies Platform[]).filter((platform) =>
      CAPABILITIES[platform].exports.includes(kind),
    ),
    exports: true,
    kinds: [kind],
    settings: (account) => merged(account.settings(kind), kind, target),

    async before(scene, variant) {
      if (variant === 'unproven') return
      scene.host.addWorkOrders([workOrderOf(scene.account.bill, 'job-0', 'W-0')])
      const { errors } = await scene.engine().sync(scene.id, { kinds: [kind] })
      if (!scene.host.state.workOrders.get('job-0')?.document) {
        const problems = await scene.engine().problems(scene.id)
        throw new Error(`The first ${kind} was not made: ${JSON.stringify({ errors, problems })}`)
      }
    },

    begin(scene) {
      scene.host.addWorkOrders([workOrderOf(scene.account.bill, KEY, NUMBER)])
      scene.onAcknowledged = (key, documentId) => {
        if (key !== KEY) return
        const document = scene.account.documents().find(({ id }) => id === documentId)
        const early = document?.status === 'draft' && target === 'closed'
        if ((!document && !scene.byPerson.has(documentId)) || early)
          scene.wrongs.push(`acknowledged with ${document ? 'a draft' : 'no document'}`)
      }
    },

    async standing(scene) {
      const engine = scene.engine()
      const item = await engine.exports(scene.id).get(KEY)
      const problems = await engine.problems(scene.id)
      const done = scene.host.state.workOrders.get(KEY)?.document !== undefined
      const waits = item?.state === 'blocked' || item?.state === 'mismatch'
      const code = item?.issues.find(({ severity }) => severity === 'error')?.code
      return {
        done,
        told: problems.some((group) => group.problems.some(({ key }) => key === KEY)),
        state: item?.state,
        known: item?.documentId !== undefined,
        // What gave up after many tries goes on by itself.
        ...(waits && code !== 'gave_up' ? { blocked: code ?? item.state } : {}),
        documents: mine(scene, item?.reference),
      }
    },

    async judge(scene, { done, blocked, documents }) {
      const living = documents.filter(({ status }) => status !== 'annulled')
      const closed = living.filter(({ status }) => status === 'closed')
      const due = centsOf(scene.account.bill.lines)
      const told = scene.host.state.workOrders.get(KEY)?.document
      const made = documents.find(({ id }) => id === told?.documentId)
      const deleted = told !== undefined && scene.byPerson.has(told.documentId)
      const falsely = told !== undefined && !deleted && (!made || told.totalCents !== due)
      const ours = living.filter(({ id }) => !scene.byPerson.has(id))
      return {
        duplicates: Math.max(0, (target === 'draft' ? ours : closed).length - 1),
        lost: falsely || (!blocked && !deleted && documents.length === 0) ? 1 : 0,
        unacknowledged: closed.length > 0 && !done && !blocked ? 1 : 0,
        wrongTotals: closed.filter(({ cents }) => cents !== due).length,
      }
    },
  }
}

function merged(base: SettingsInput, kind: DocumentKind, state: 'closed' | 'draft'): SettingsInput {
  return {
    ...base,
    exports: { firstRun: 'export', startDate: '2020-01-01', kind, state, ...base.exports },
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
