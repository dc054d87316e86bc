import * as z from 'zod'
import { publicConnection } from '../connections/connection.ts'
import type { Context } from '../context.ts'
import { scopeOf, timePart } from '../records/keys.ts'
import { secretHash } from './address.ts'

/** More than a notification ever is. */
const LONGEST_BODY = 10_000

const id = z.union([z.number().int().positive(), z.string().regex(/^[1-9]\d{0,15}$/)])

/** Notifications of records that are synchronised: the id is named after the model. */
const notification = z.discriminatedUnion('model', [
  z.object({ model: z.literal('Customer'), customerId: id }),
  z.object({ model: z.literal('Product'), productId: id }),
])
const anyNotification = z.object({ model: z.string(), operation: z.string() })

/**
 * Takes a notification. It is a hint and nothing more: what it names is marked, the connection is triggered, and the run
 * reads the record itself. Whatever is not a notification to an address of ours changes nothing.
 */
export async function receiveWebhook(context: Context, request: Request): Promise<Response> {
  if (request.method !== 'POST') return answer(405, 'Only POST.', { allow: 'POST' })
  const connectionId = await connectionOf(context, request.url)
  if (connectionId === undefined) return answer(404, 'Not found.')
  const body = await bodyOf(request)
  const known = anyNotification.safeParse(body)
  if (!known.success) return answer(400, 'This is not a notification.')
  const parsed = notification.safeParse(body)
  if (parsed.success) {
    const { data } = parsed
    await mark(
      context,
      connectionId,
      data.model,
      String(data.model === 'Customer' ? data.customerId : data.productId),
    )
  }
  return answer(200, 'Acknowledge')
}

async function connectionOf({ records }: Context, url: string): Promise<string | undefined> {
  const hash = await secretHash(url)
  return hash === undefined ? undefined : (await records.hookPaths.get(hash))?.value.connectionId
}

async function mark(context: Context, connectionId: string, model: string, remoteId: string): Promise<void> {
  const { records, clock, options, logger } = context
  const record = (await records.connections.get(connectionId))?.value
  if (record?.companyId === undefined || record.state === 'login') return
  const scope = await scopeOf({ ...record, companyId: record.companyId })
  const toldAt = clock.now()
  // Writing over an earlier mark is harmless: both only say that the record has to be read.
  await records.hookMarks.put({
    key: `${scope}/${model}/${remoteId}`,
    expected: 'any',
    value: { model, remoteId, toldAt },
    index: `${scope}/${timePart(toldAt)}`,
  })
  context.emit({ type: 'webhook', connectionId, model, id: remoteId })
  if (publicConnection(record).state !== 'active') return
  try {
    await options.scheduler?.trigger(connectionId, 'webhook')
  } catch (error) {
    // The mark is stored: the next run by interval works it off.
    logger.warn('a run could not be triggered', { error: error instanceof Error ? error.name : 'unknown' })
  }
}

/** The JSON of a body of sensible length; undefined for anything else. */
async function bodyOf(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST_BODY) return undefined
  const reader = request.body?.getReader()
  if (!reader) return undefined
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      text += decoder.decode(read.value, { stream: true })
      if (text.length > LONGEST_BODY) {
        await reader.cancel()
        return undefined
      }
    }
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function answer(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain', ...headers } })
}
