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
  watchAcknowledgements,
  workOrderOf,
} from './documents.ts'
import { offering } from './exports.ts'

const NUMBERS = ['C-1', 'C-2', 'C-3']
const KEYS = NUMBERS.map((number) => `job-${number}`)

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
    scene.host.addWorkOrders([workOrderOf(scene.account.bill, 'job-0', 'W-0')])
    await exported(scene, 'job-0', ['invoice'])
  },

  async begin(scene) {
    scene.host.addWorkOrders(
      NUMBERS.map((number) => workOrderOf(scene.account.bill, `job-${number}`, number)),
    )
    watchAcknowledgements(scene, KEYS, 'closed')
  },

  standing: (scene) =>
    standingOf(scene, KEYS, (document) => NUMBERS.some((number) => bears(document, number))),

  async judge(scene, { blocked, documents }) {
    const alive = living(documents)
    const closed = closedOf(documents)
    const each = NUMBERS.map((number) =>
      verdictOn(scene, number, closed, alive.length > 0 || blocked !== undefined),
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
        ...NUMBERS.map((number) => alive.filter((one) => bears(one, number)).length - 1),
      ),
    }
  },
}

function verdictOn(scene: Scene, number: string, closed: readonly SeenDocument[], somewhere: boolean) {
  const told = scene.host.state.workOrders.get(`job-${number}`)?.document
  const on = closed.filter((document) => bears(document, number))
  const falsely =
    told !== undefined && !scene.byPerson.has(told.documentId) && !onAny(scene, told.documentId, number)
  return { times: on.length, told: told !== undefined, lost: falsely || !somewhere ? 1 : 0 }
}

const onAny = (scene: Scene, documentId: number, number: string) =>
  scene.account.documents().some((document) => document.id === documentId && bears(document, number))

/** What the work orders on the document amount to together. */
function dueOf(scene: Scene, document: SeenDocument): number {
  const members = NUMBERS.filter((number) => bears(document, number))
  return centsOf(members.flatMap(() => scene.account.bill.lines))
}
