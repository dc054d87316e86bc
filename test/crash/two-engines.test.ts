import { describe, expect, test } from 'vitest'
import { ACCOUNTS } from '../../scripts/crash/accounts/index.ts'
import { HOSTS } from '../../scripts/crash/hosts/index.ts'
import { workOrderOf } from '../../scripts/crash/subjects/documents.ts'
import { subjectOf } from '../../scripts/crash/subjects/index.ts'
import { prepareTemplate } from '../../scripts/crash/template.ts'
import { takeTurns } from '../../scripts/crash/turns.ts'
import { mortal } from '../support/mortal.ts'

const ORDERS = 200
const invoice = subjectOf('invoice')

describe.each(Object.entries(ACCOUNTS))('%s', (_platform, open) => {
  test('two engines on one store make 200 documents of 200 work orders', { timeout: 120_000 }, async () => {
    const template = await prepareTemplate({
      open,
      host: HOSTS.memory,
      settings: (account) => invoice.settings(account),
      before: (scene) => invoice.before(scene, 'usual'),
    })
    const scene = await template.scene({ seed: 'two engines', leaseless: true })
    const { account, host, id, random, clock } = scene
    const before = account.documents().length
    const numbers = Array.from({ length: ORDERS }, (_, number) => number)
    host.addWorkOrders(numbers.map((number) => workOrderOf(account.bill, `many-${number}`, `M-${number}`)))

    const turns = takeTurns({ processes: 2, random })
    const both = [0, 1].map(async (number) => {
      const process = mortal({ turn: turns.turn(number) })
      const report = await scene.engine(process).sync(id, { kinds: ['invoice'] })
      turns.leave(number)
      return report.exports.invoice?.exported ?? 0
    })
    const exported = await Promise.all(both)
    await clock.advance(3_600_000)
    await scene.engine().sync(id, { kinds: ['invoice'] })

    // Neither of them did it alone.
    expect(Math.min(...exported)).toBeGreaterThan(ORDERS / 10)
    const documents = account.documents().slice(before)
    expect(documents).toHaveLength(ORDERS)
    expect(documents.every(({ status }) => status === 'closed')).toBe(true)
    const told = numbers.map((number) => host.toldOf(`many-${number}`)?.documentId)
    expect(new Set(told)).toEqual(new Set(documents.map(({ id }) => id)))
    expect(await scene.engine().problems(id)).toEqual([])
  })
})
