import * as z from 'zod'
import { ContractError, type MoloniError } from '../../../errors/index.ts'
import { refusalError } from './refusals.ts'

const envelope = z.looseObject({
  code: z.union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  ]),
  messages: z.union([z.array(z.unknown()), z.string(), z.null()]).optional(),
  response: z.unknown(),
})

/** What an answer is read with. */
export interface Reading {
  readonly label: string
  readonly secrets: readonly string[]
}

/** The content of an envelope, or the error that it stands for: failures come with HTTP 200. */
export type Opened = { readonly response: unknown } | { readonly error: MoloniError }

export function openEnvelope(data: unknown, { label, secrets }: Reading): Opened {
  const parsed = envelope.safeParse(data)
  if (!parsed.success) {
    return {
      error: new ContractError(
        `${label}: the answer is not OutSmart's envelope of code, messages and response.`,
        'unexpected_answer',
      ),
    }
  }
  const { code, messages, response } = parsed.data
  if (code === 200) return { response }
  const texts = [messages ?? []].flat().filter((one) => typeof one === 'string')
  return { error: refusalError({ label, code, messages: texts, secrets }) }
}
