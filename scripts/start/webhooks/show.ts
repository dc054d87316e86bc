import type { WebhookOutcome } from '../outcome.ts'
import { type Change, customerMoves, newCustomer, productGoes, productIsRenamed } from './changes.ts'
import { type Forgery, forgedDeletion, forgeries } from './forgeries.ts'
import { type Listening, quiet } from './listening.ts'

/** Changes made in Moloni reach the host because Moloni tells of them, and forged notifications change nothing. */
export async function showWebhooks(listening: Listening): Promise<WebhookOutcome> {
  const { engine, progress, connectionId, telling, door } = listening
  progress.say('\nWebhooks (nothing runs by interval from here on)')
  door.answer = (request) => engine.handleWebhook(request)
  await engine.start()
  try {
    let applied = 0
    if (telling.tellEverything) {
      applied += await changed(listening, [productIsRenamed(listening, 0)])
      const untold = customerMoves(listening, 0)
      await changed(listening, [untold])
      for (const { code, message } of (await engine.health(connectionId)).warnings)
        progress.say(`  ${code}: ${message}`)
      await nextRun(listening)
      say(listening, untold)
      progress.say('  From here on the account tells of customers and of deletions too.')
      telling.tellEverything()
      await engine.webhooks(connectionId).rotate()
    }
    applied += await changed(listening, [
      customerMoves(listening, 1),
      newCustomer(listening),
      productIsRenamed(listening, 1),
      productGoes(listening, 2),
    ])
    const forgedRefused = await refused(listening, forgeries(listening))
    await forgedDeletion(listening, 3)
    await nextRun(listening)
    const delivered = telling.emulator.hooks.deliveries.filter(({ status }) => status === 200).length
    return { delivered, applied, forgedRefused }
  } finally {
    await engine.stop()
  }
}

/** Makes the changes, waits for what they trigger, and counts those that are at the host. */
async function changed(listening: Listening, changes: readonly Change[]): Promise<number> {
  for (const { make } of changes) make()
  await quiet(listening)
  for (const change of changes) say(listening, change)
  return changes.filter(({ isThere }) => isThere()).length
}

function say({ progress }: Listening, { what, isThere }: Change): void {
  progress.say(`  ${what}: ${isThere() ? 'at the host' : 'not at the host yet'}`)
}

/** Sends forged notifications; counts those that are refused and change nothing. */
async function refused(listening: Listening, sent: readonly Forgery[]): Promise<number> {
  const { progress, triggered, office } = listening
  let count = 0
  for (const { what, request } of sent) {
    const before = [triggered.count(), office.held()].join()
    const { status } = await fetch(request())
    await quiet(listening)
    const harmless = before === [triggered.count(), office.held()].join()
    if (status >= 400 && harmless) count += 1
    progress.say(`  ${what}: HTTP ${status}, ${harmless ? 'nothing happened' : 'something happened'}`)
  }
  return count
}

async function nextRun({ engine, progress, connectionId }: Listening): Promise<void> {
  const { changes } = await engine.sync(connectionId)
  progress.say(`  The next read of all lists: ${changes === 1 ? '1 change' : `${changes} changes`}`)
}
