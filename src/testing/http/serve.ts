import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Emulator } from './emulator.ts'

/** A running server. */
export interface Served {
  /** Address without a trailing slash, on the loopback. */
  readonly url: string
  /** Stops it and cuts what is still open. */
  close(): Promise<void>
}

/**
 * Puts an emulator on a port of the loopback; every host it stands for is answered there, told apart by the path.
 * A rejected `fetch` becomes a destroyed socket.
 *
 * @example
 * const { url, close } = await serve(createPtEmulator())
 */
export async function serve(
  emulator: Pick<Emulator, 'fetch'>,
  options: { port?: number } = {},
): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    answer(emulator, incoming, outgoing).catch(() => incoming.socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function answer(
  emulator: Pick<Emulator, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  const request = await toRequest(incoming, gone.signal)
  const response = await emulator.fetch(request)
  outgoing.writeHead(response.status, Object.fromEntries(plainHeaders(response.headers)))
  if (response.body) {
    const reader = response.body.getReader()
    gone.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined))
    for (let part = await reader.read(); !part.done; part = await reader.read()) outgoing.write(part.value)
  }
  outgoing.end()
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, [value].flat().join(', '))
  }
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`)
  const method = incoming.method ?? 'GET'
  const body = Buffer.concat(chunks)
  const withBody = body.length > 0 && method !== 'GET' && method !== 'HEAD'
  return new Request(url, { method, headers, signal, ...(withBody ? { body } : {}) })
}

function plainHeaders(headers: Headers): [string, string | string[]][] {
  const cookies = headers.getSetCookie()
  const plain: [string, string | string[]][] = [...headers].filter(([name]) => name !== 'set-cookie')
  return cookies.length > 0 ? [...plain, ['set-cookie', cookies]] : plain
}
