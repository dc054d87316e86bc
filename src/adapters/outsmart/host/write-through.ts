import type { HeldList } from './lists.ts'
import type { Refusal } from './refusals.ts'
import { isSame } from './same.ts'
import { writeEach } from './write-each.ts'

export interface Through<Row, Input> {
  readonly list: HeldList<Row>
  readonly save: (inputs: readonly Input[]) => Promise<number>
  readonly batchSize: number
  readonly signal: AbortSignal | undefined
}

/** Writes records, and keeps the list that they are compared with as OutSmart has it then. */
export async function writeThrough<Row, Input extends object>(
  inputs: readonly Input[],
  { list, save, batchSize, signal }: Through<Row, Input>,
): Promise<(Refusal | undefined)[]> {
  if (inputs.length === 0) return []
  try {
    const outcomes = await writeEach(inputs, {
      save,
      isThere: async (input) => {
        list.drop()
        return [...(await list.rows(signal)).values()].some((row) => isSame(input, row))
      },
      batchSize,
      signal,
    })
    await list.put(inputs.filter((_, i) => !outcomes[i]))
    return outcomes
  } catch (error) {
    // Nobody knows how much of it was written.
    list.drop()
    throw error
  }
}
