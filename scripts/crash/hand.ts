import { createPlayer } from './cast.ts'
import { readId } from './spec.ts'
import type { Counted } from './tally.ts'

const player = createPlayer()

process.on('message', async (batch: readonly string[]) => {
  const found: Counted[] = []
  for (const id of batch) found.push(await player.count(readId(id)))
  process.send?.(found)
})
