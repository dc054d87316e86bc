import type { DocumentKind } from '../../../src/domain/index.ts'
import type { Platform } from '../../../src/oauth/index.ts'
import { CAPABILITIES } from '../../../src/sync/platforms/capabilities.ts'
import type { SeenDocument } from '../account.ts'
import { centsOf } from '../bill.ts'
import type { Subject } from '../subject.ts'
import {
  closedOf,
  exported,
  exporting,
  living,
  standingOf,
  toldFalsely,
  watchAcknowledgements,
  workOrderOf,
} from './documents.ts'

const KEY = '11'
const NUMBER = 'W-1'

/** What an export subject makes. */
export interface ExportRow {
  readonly name: string
  readonly kind: DocumentKind
  /** State in which the document is left. */
  readonly target?: 'closed' | 'draft'
}

/** Platforms on which a kind of document can be made, on some accounts at least: the emulated ones are among them. */
export const offering = (kind: DocumentKind) =>
  (['pt', 'es', 'on'] satisfies Platform[]).filter((platform) =>
    [...CAPABILITIES[platform].exports, ...CAPABILITIES[platform].probed].includes(kind),
  )

/** One work order becomes one document. */
export function exportSubject({ name, kind, target = 'closed' }: ExportRow): Subject {
  return {
    name,
    title: target === 'draft' ? `${kind}, left as a draft` : kind,
    platforms: offering(kind),
    exports: true,
    kinds: [kind],
    settings: (account) => exporting(account, { kind, state: target }),

    async before(scene, variant) {
      if (variant === 'unproven') return
      scene.host.addWorkOrders([workOrderOf(scene.account.bill, '10', 'W-0')])
      await exported(scene, '10', [kind])
    },

    async begin(scene) {
      scene.host.addWorkOrders([workOrderOf(scene.account.bill, KEY, NUMBER)])
      const isMine = ({ references }: SeenDocument) => references.includes(NUMBER)
      watchAcknowledgements(scene, [{ key: KEY, isMine }], target)
    },

    standing: (scene) =>
      standingOf(scene, [KEY], ({ references }, ours) =>
        references.some((text) => text === NUMBER || ours.includes(text)),
      ),

    async judge(scene, { done, blocked, documents }) {
      const alive = living(documents)
      const closed = closedOf(documents)
      const due = centsOf(scene.account.bill.lines)
      const falsely = toldFalsely(scene, KEY, documents, () => due)
      // A person deleted what the host was told of.
      const deleted = scene.host.toldOf(KEY) !== undefined && documents.length === 0
      const ours = alive.filter(({ id }) => !scene.byPerson.has(id))
      return {
        duplicates: Math.max(0, closed.length - 1),
        lost: falsely || (!blocked && !deleted && documents.length === 0) ? 1 : 0,
        unacknowledged: closed.length > 0 && !done && !blocked ? 1 : 0,
        wrongTotals: closed.filter(({ cents }) => cents !== due).length,
        extraDrafts: Math.max(0, ours.length - 1),
      }
    },
  }
}
