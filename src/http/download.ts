import { ContractError, HttpError, NetworkError, TimeoutError } from '../errors/index.ts'
import type { Clock } from '../internal/clock.ts'
import { raceSignal, startDeadline } from './deadline.ts'
import type { Fetch } from './exchange.ts'

/** What a download came to. */
export interface Download {
  readonly url: URL
  readonly headers: Headers
  readonly bytes: Uint8Array
}

export interface DownloadParts {
  readonly label: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly fetch: Fetch
  readonly clock: Clock
  readonly timeout: number | false
  readonly signal: AbortSignal | undefined
}

/** Gets an address and the whole of what is there. */
export async function download(url: URL, parts: DownloadParts): Promise<Download> {
  const { label, headers = {}, fetch, clock, timeout, signal } = parts
  const deadline = startDeadline(clock, timeout, signal)
  try {
    deadline.signal.throwIfAborted()
    const request = new Request(url, { headers, signal: deadline.signal })
    const response = await raceSignal(fetch(request), deadline.signal)
    const bytes = new Uint8Array(await raceSignal(response.arrayBuffer(), deadline.signal))
    if (!response.ok) throw failing(label, response.status)
    return {
      url: new URL(response.url || url),
      headers: response.headers,
      bytes: whole(label, response, bytes),
    }
  } catch (error) {
    if (error instanceof HttpError || error instanceof ContractError) throw error
    if (deadline.expired && timeout !== false) {
      throw new TimeoutError(`${label}: the file was not complete within ${timeout} ms.`, timeout)
    }
    if (signal?.aborted) throw signal.reason
    throw new NetworkError(`${label}: the connection failed or was cut.`, {
      hint: 'Check the network; the link may have expired too.',
    })
  } finally {
    deadline.release()
  }
}

function failing(label: string, status: number): HttpError {
  return new HttpError(`${label}: the link answered HTTP ${status}.`, status, {
    hint: 'Links expire: ask for another one.',
  })
}

function whole(label: string, { headers }: Response, bytes: Uint8Array): Uint8Array {
  const stated = headers.get('content-length')
  if (stated === null || headers.has('content-encoding') || Number(stated) === bytes.length) return bytes
  throw new ContractError(
    `${label}: ${bytes.length} bytes arrived instead of ${Number(stated)}.`,
    'unexpected_answer',
    [],
    { hint: 'Try again.' },
  )
}
