import { ContractError } from '../errors/index.ts'

/** How large an answer may be. */
export interface BodyLimit {
  readonly bytes: number
  /** Is shown the beginning of an answer that is too large. */
  readonly onTooLarge?: ((beginning: string) => void) | undefined
}

/**
 * The text of an answer. One that is larger than the limit is left where the limit is reached, and is a `ContractError`
 * `answer_too_large`.
 */
export async function textWithin(
  response: Response,
  { label, limit }: { readonly label: string; readonly limit?: BodyLimit | undefined },
): Promise<string> {
  if (!limit || !response.body) return response.text()
  const decoder = new TextDecoder()
  const reader = response.body.getReader()
  let text = ''
  let bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const room = limit.bytes - bytes
    bytes += part.value.byteLength
    text += decoder.decode(part.value.subarray(0, room), { stream: true })
    if (bytes > limit.bytes) {
      reader.cancel().catch(() => undefined)
      limit.onTooLarge?.(text)
      throw new ContractError(
        `${label}: the answer is larger than ${limit.bytes} bytes.`,
        'answer_too_large',
        [],
        { hint: 'Ask for less at once, or allow larger answers.' },
      )
    }
  }
  return text + decoder.decode()
}
