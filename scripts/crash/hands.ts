import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createPlayer } from './cast.ts'
import { idOf, type Spec } from './spec.ts'
import type { Counted } from './tally.ts'

const BATCH = 12

/** Plays all runs in several processes; `onDone` is told how many are done. */
export async function playAll(
  runs: readonly Spec[],
  processes: number,
  onDone: (done: number) => void = () => {},
): Promise<Counted[]> {
  const results: Counted[] = []
  const queue = runs.map(idOf)
  const take = (found: readonly Counted[]) => {
    results.push(...found)
    onDone(results.length)
  }
  if (processes <= 1) {
    const player = createPlayer()
    for (const spec of runs) take([await player.count(spec)])
    return results
  }
  await Promise.all(Array.from({ length: processes }, () => hand(queue, take)))
  return results
}

/** One process that plays batches until none is left. */
function hand(queue: string[], take: (found: readonly Counted[]) => void): Promise<void> {
  const child: ChildProcess = fork(fileURLToPath(new URL('./hand.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  })
  return new Promise((resolve, reject) => {
    const next = () => {
      const batch = queue.splice(0, BATCH)
      if (batch.length > 0) child.send(batch)
      else child.disconnect()
    }
    child.on('message', (found: readonly Counted[]) => {
      take(found)
      next()
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`A process that played runs ended with ${code}.`))
    })
    next()
  })
}
