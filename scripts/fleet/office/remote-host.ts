import { type Host, type Sink, workOrderSchema } from 'moloni-sdk'
import { upsertAnswer } from './wire.ts'

type Post = (what: string, body: object, signal?: AbortSignal) => Promise<unknown>

/** The host of a connection, which lives in another process: whatever becomes of this one, it keeps what it was told. */
export function remoteHost(office: string, connectionId: string): Host {
  const post: Post = async (what, body, signal) => {
    const answer = await fetch(`${office}/${connectionId}/${what}`, {
      method: 'POST',
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    })
    if (!answer.ok) throw new Error(`The office answers HTTP ${answer.status}.`)
    return answer.json()
  }
  return {
    relations: remoteSink(post, 'relations'),
    materials: remoteSink(post, 'materials'),
    materialCategories: remoteSink(post, 'materialCategories'),
    hourTypes: remoteSink(post, 'hourTypes'),
    employees: remoteSink(post, 'employees'),
    workOrders: {
      async *completed({ signal }) {
        yield* workOrderSchema.array().parse(await post('workOrders/completed', {}, signal))
      },
      async get(key, { signal }) {
        const found = await post('workOrders/get', { key }, signal)
        return found === null ? undefined : workOrderSchema.parse(found)
      },
      async acknowledge(workOrder, document) {
        await post('workOrders/acknowledge', { workOrder, document })
      },
      async reject(workOrder, problems) {
        await post('workOrders/reject', { workOrder, problems })
      },
    },
  }
}

function remoteSink<T>(post: Post, name: string): Sink<T> {
  return {
    async upsert(rows, { observedAt, signal }) {
      return upsertAnswer.parse(await post(`${name}/upsert`, { rows, observedAt }, signal))
    },
    async deactivate(keys, { observedAt, signal }) {
      await post(`${name}/deactivate`, { keys, observedAt }, signal)
    },
  }
}
