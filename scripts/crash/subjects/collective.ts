import type { SeenDocument } from '../account.ts'
import { centsOf } from '../bill.ts'
import type { Scene } from '../scene.ts'
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
import { offering } from './exports.ts'

const MEMBERS = [
  { key: '21', number: 'C-1' },
  { key: '22', number: 'C-2' },
  { key: '23', number: 'C-3' },
] as const

/** Whether the work order stands on the document: its number is printed above its lines. */
const bears = ({ text }: SeenDocument, number: string) => new RegExp(`\\b${number}\\b`).test(text)

/** Three work orders become one document; a process that dies may leave some of them to another one, but none to two. */
export const collectiveSubject: Subject = {
  name: 'collective',
  title: 'three work orders on a collective invoice',
  platforms: offering('invoice'),
  exports: true,
  kinds: ['invoice'],
  settings: (account) =>
    exporting(account, { kind: 'invoice', collective: { by: 'relation', period: 'run', heading: 'number' } }),

  async before(scene, variant) {
    if (variant === 'unproven') return
    scene.host.addWorkOrders([workOrderOf(scene.account.bill, '10', 'W-0')])
    await exported(scene, '10', ['invoice'])
  },

  async begin(scene) {
    scene.host.addWorkOrders(MEMBERS.map(({ key, number }) => workOrderOf(scene.account.bill, key, number)))
    const watched = MEMBERS.map(({ key, number }) => ({
      key,
      isMine: (document: SeenDocument) => bears(document, number),
    }))
    watchAcknowledgements(scene, watched, 'closed')
  },

  standing: (scene) =>
    standingOf(
      scene,
      MEMBERS.map(({ key }) => key),
      (document) => MEMBERS.some(({ number }) => bears(document, number)),
    ),

  // A group gets another key when it is formed again, also when one of its members is found to be handled: only a person can
  // tell whose document that is.
  forgotten(scene, { done, grouped, state, documents }) {
    const handled = MEMBERS.some(({ key }) => scene.host.toldOf(key) !== undefined)
    const anew = !grouped || (state === 'planned' && handled)
    return !done && anew && documents.length > 0 ? { blocked: 'ledger_incomplete' } : undefined
  },

  async judge(scene, { blocked, documents }) {
    const alive = living(documents).filter(({ id }) => !scene.byPerson.has(id))
    const closed = closedOf(documents)
    const each = MEMBERS.map((member) =>
      verdictOn(scene, member, closed, documents.length > 0 || blocked !== undefined),
    )
    const sum = (value: (of: (typeof each)[number]) => number) =>
      each.reduce((total, one) => total + value(one), 0)
    return {
      duplicates: sum(({ times }) => Math.max(0, times - 1)),
      lost: sum(({ lost }) => lost),
      unacknowledged: blocked === undefined ? sum(({ times, told }) => (times > 0 && !told ? 1 : 0)) : 0,
      wrongTotals: closed.filter((document) => document.cents !== dueOf(scene, document)).length,
      extraDrafts: Math.max(
        0,
        ...MEMBERS.map(({ number }) => alive.filter((one) => bears(one, number)).length - 1),
      ),
    }
  },
}

function verdictOn(
  scene: Scene,
  { key, number }: (typeof MEMBERS)[number],
  closed: readonly SeenDocument[],
  somewhere: boolean,
) {
  const bearing = scene.account.documents().filter((document) => bears(document, number))
  const falsely = toldFalsely(scene, key, bearing, (document) => dueOf(scene, document))
  return {
    times: closed.filter((document) => bears(document, number)).length,
    told: scene.host.toldOf(key) !== undefined,
    lost: falsely || !somewhere ? 1 : 0,
  }
}

/** What the work orders on the document amount to together. */
function dueOf(scene: Scene, document: SeenDocument): number {
  const members = MEMBERS.filter(({ number }) => bears(document, number))
  return centsOf(members.flatMap(() => scene.account.bill.lines))
}
