import type { WorkOrder } from '../../../src/domain/index.ts'
import type { BilledLine } from '../account.ts'
import { centsOf } from '../bill.ts'
import type { Scene } from '../scene.ts'
import type { Subject } from '../subject.ts'
import { closedOf, exported, exporting, standingOf, watchAcknowledgements, workOrderOf } from './documents.ts'

const KEY = '11'
const NUMBER = 'W-1'

/** A closed invoice is taken back by one credit note, and the corrected work order gets one new invoice. */
export const reissueSubject: Subject = {
  name: 'reissue',
  title: 'a closed invoice is taken back and made anew',
  platforms: ['pt'],
  exports: true,
  begun: true,
  hosts: ['memory'],
  kinds: ['invoice'],
  settings: (account) => exporting(account, { kind: 'invoice' }),

  async before(scene) {
    for (const [key, number] of [
      ['10', 'W-0'],
      [KEY, NUMBER],
    ] as const) {
      scene.host.addWorkOrders([workOrderOf(scene.account.bill, key, number)])
      await exported(scene, key, ['invoice'])
    }
    // One that was taken back before: searches for both kinds of document are proven.
    await reissue(scene, '10', 'W-0')
    for (let run = 0; run < 4; run++) {
      await scene.engine().sync(scene.id, { kinds: ['invoice'] })
      await scene.clock.advance(3_600_000)
    }
    await exported(scene, '10', ['invoice'])
  },

  async begin(scene) {
    await reissue(scene, KEY, NUMBER)
    watchAcknowledgements(
      scene,
      [{ key: KEY, isMine: ({ references }) => references.includes(NUMBER) }],
      'closed',
    )
  },

  standing: (scene) =>
    standingOf(
      scene,
      [KEY],
      ({ references, text }, ours) =>
        references.some((one) => one === NUMBER || ours.includes(one)) || text.includes(`"${NUMBER}"`),
    ),

  async judge(scene, { done, blocked, documents }) {
    const { lines } = scene.account.bill
    const before = centsOf(lines)
    const after = centsOf(corrected(lines))
    const closed = closedOf(documents)
    const drafts = documents.filter(({ status }) => status === 'draft')
    const notes = closed.filter(({ credit }) => credit)
    const invoices = closed.filter(({ credit }) => !credit)
    const told = scene.host.toldOf(KEY)
    const made = invoices.find(({ id, cents }) => id === told?.documentId && cents === after)
    return {
      duplicates: Math.max(0, notes.length - 1) + Math.max(0, invoices.length - 2),
      lost: (told !== undefined && !made) || (!blocked && notes.length === 0) ? 1 : 0,
      unacknowledged: invoices.length > 1 && !done && !blocked ? 1 : 0,
      wrongTotals:
        notes.filter(({ cents }) => cents !== before).length +
        invoices.filter(({ cents }) => cents !== before && cents !== after).length,
      extraDrafts: done ? drafts.length : Math.max(0, drafts.length - 1),
    }
  },
}

/** The host has the work order with another quantity, and a person says that its document is to be made anew. */
async function reissue(scene: Scene, key: string, number: string): Promise<void> {
  const workOrder = workOrderOf(scene.account.bill, key, number)
  const [first, ...others] = workOrder.materials
  const changed: WorkOrder = { ...workOrder, materials: first ? [{ ...first, quantity: 7 }, ...others] : [] }
  scene.host.addWorkOrders([changed])
  await scene.engine().exports(scene.id).reissue(key)
}

function corrected([first, ...others]: readonly BilledLine[]): BilledLine[] {
  return first ? [{ ...first, quantity: 700n }, ...others] : others
}
