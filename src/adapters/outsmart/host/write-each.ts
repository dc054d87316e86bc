import { errorRefusal, isAboutRecords, isTrouble, notWritten, type Refusal } from './refusals.ts'

export interface Writing<Input> {
  /** Writes records and answers how many it wrote. */
  readonly save: (inputs: readonly Input[]) => Promise<number>
  /** Looks whether a record is there as it should be: counts may leave out what was equal before. */
  readonly isThere: (input: Input) => Promise<boolean>
  readonly batchSize: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes records in batches, each with its own outcome: undefined when it is written. OutSmart never tells which record
 * of an array was bad, so an array that fails is halved until the bad one is alone. Writing again what was written
 * before changes nothing. What is not about the records (network, access) rejects.
 */
export async function writeEach<Input>(
  inputs: readonly Input[],
  writing: Writing<Input>,
): Promise<(Refusal | undefined)[]> {
  const outcomes: (Refusal | undefined)[] = []
  let trouble: unknown
  let troubled = 0

  async function write(some: readonly Input[]): Promise<(Refusal | undefined)[]> {
    writing.signal?.throwIfAborted()
    try {
      const count = await writing.save(some)
      if (count >= some.length) return some.map(() => undefined)
      const [only] = some
      if (some.length === 1 && only !== undefined) {
        return [(await writing.isThere(only)) ? undefined : notWritten]
      }
    } catch (error) {
      if (!isAboutRecords(error)) throw error
      if (some.length === 1) {
        if (isTrouble(error)) {
          trouble = error
          troubled += 1
        }
        return [errorRefusal(error)]
      }
    }
    const half = Math.ceil(some.length / 2)
    return [...(await write(some.slice(0, half))), ...(await write(some.slice(half)))]
  }

  for (let at = 0; at < inputs.length; at += writing.batchSize) {
    outcomes.push(...(await write(inputs.slice(at, at + writing.batchSize))))
  }
  // When every record meets OutSmart's own trouble, it is not the records.
  if (trouble !== undefined && troubled === inputs.length && inputs.length > 1) throw trouble
  return outcomes
}
