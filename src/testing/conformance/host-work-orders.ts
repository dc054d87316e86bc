import { type WorkOrder, workOrder as workOrderSchema } from '../../domain/index.ts'
import type { ExportedDocument, WorkOrderSource } from '../../sync/index.ts'
import { holds, same } from './claims.ts'
import type { AddWorkOrders } from './host-bench.ts'
import { workOrderSample } from './host-samples.ts'

export interface WorkOrderBench {
  readonly source: WorkOrderSource
  readonly addWorkOrders: AddWorkOrders | undefined
  /** What is offered at this moment; work orders that cannot be read included. */
  offered(): Promise<WorkOrder[]>
  /** Offered work orders that are as they should be, after some were added. */
  some(): Promise<WorkOrder[]>
}

export type WorkOrderChecks = Readonly<Record<string, (bench: WorkOrderBench) => Promise<void>>>

const query = { connectionId: 'conformance' }

export function workOrderBench(
  source: WorkOrderSource,
  addWorkOrders: AddWorkOrders | undefined,
): WorkOrderBench {
  const offered = async () => {
    const all: WorkOrder[] = []
    for await (const one of source.completed(query)) all.push(one)
    return all
  }
  return {
    source,
    addWorkOrders,
    offered,
    async some() {
      const mark = crypto.randomUUID().slice(0, 8)
      await addWorkOrders?.([1, 2, 3].map((i) => workOrderSample(`${mark}${i}`)))
      const all = await offered()
      if (addWorkOrders) {
        const mine = all.filter(({ number }) => number.startsWith(`N-${mark}`))
        same(mine.length, 3, 'added work orders that are offered')
      }
      return all.filter((one) => workOrderSchema.safeParse(one).success)
    },
  }
}

const document: ExportedDocument = {
  platform: 'pt',
  companyId: '7',
  kind: 'invoice',
  documentId: 4711,
  state: 'closed',
  number: 17,
  series: 'A',
  name: 'FT A/17',
  reference: 'WO-CHECK',
  date: '2026-03-02',
  totalCents: 2583,
}

const keys = (workOrders: readonly WorkOrder[]) => workOrders.map(({ key }) => key).sort()

/** What every source of work orders must do. */
export const workOrderChecks: WorkOrderChecks = {
  async 'only complete work orders are offered, each once'({ some, addWorkOrders, offered }) {
    const mark = crypto.randomUUID().slice(0, 8)
    const statuses = ['ready', 'on_device', 'handled'] as const
    await addWorkOrders?.(statuses.map((status) => workOrderSample(`${mark}${status}`, { status })))
    const all = await some()
    holds(
      all.every(({ status }) => status === 'complete'),
      'a work order is offered that is not complete',
    )
    same(new Set(keys(all)).size, all.length, 'different keys of offered work orders')
    const early = (await offered()).filter(({ number }) => number.startsWith(`N-${mark}`))
    same(early.length, 0, 'offered work orders that are ready, on a device or handled')
  },

  async 'reading changes nothing'({ some, offered, source }) {
    const all = await some()
    for (const { key } of all) await source.get?.(key, {})
    same(keys(await offered()), keys(await offered()), 'the work orders of two reads')
    holds(
      all.every(({ key }) => key !== ''),
      'a work order has no key',
    )
    const again = keys(await offered())
    holds(
      keys(all).every((key) => again.includes(key)),
      'a work order is not offered again after it was read',
    )
  },

  async 'one work order is read by its key, and an unknown one is undefined'({ some, source }) {
    const all = await some()
    if (!source.get) return
    for (const one of all.slice(0, 3))
      same(await source.get(one.key, {}), one, 'a work order that is read by its key')
    same(await source.get('987654321987', {}), undefined, 'an unknown work order')
  },

  async 'an acknowledged work order is not offered any more, the others are'({ some, offered, source }) {
    const [first, ...others] = await some()
    if (!first) return
    await source.acknowledge(first, document)
    const left = keys(await offered())
    holds(!left.includes(first.key), 'an acknowledged work order is offered')
    holds(
      keys(others).every((key) => left.includes(key)),
      'acknowledging one work order takes others away',
    )
    const asked = await source.get?.(first.key, {})
    holds(asked === undefined || asked.status !== 'complete', 'an acknowledged work order is still complete')
  },

  async 'acknowledging again changes nothing'({ some, offered, source }) {
    const [first] = await some()
    if (!first) return
    await source.acknowledge(first, document)
    const [before, left] = [await source.get?.(first.key, {}), keys(await offered())]
    await source.acknowledge(first, document)
    await source.acknowledge(first, { ...document })
    same(await source.get?.(first.key, {}), before, 'the work order after a second acknowledgement')
    same(keys(await offered()), left, 'the work orders that are offered then')
  },

  async 'a rejected work order stays, however often it is rejected'({ some, offered, source }) {
    const [first, second] = await some()
    if (!first || !source.reject) return
    const issue = { code: 'unknown_material', thing: 'M-1', severity: 'error' } as const
    await source.reject(first, [issue], { workStatus: '99' })
    await source.reject(first, [issue], { workStatus: '99' })
    await source.reject(first, [{ ...issue, thing: 'M-2' }], { workStatus: '99' })
    const left = keys(await offered())
    holds(left.includes(first.key), 'a rejected work order is not offered any more')
    if (second) holds(left.includes(second.key), 'rejecting one work order takes others away')
    await source.acknowledge(first, document)
    holds(!keys(await offered()).includes(first.key), 'a rejected work order cannot be acknowledged later')
  },

  async 'an aborted read ends with the reason of its signal, if it does not finish'({ some, source }) {
    await some()
    const reason = new Error('stopped by the check')
    const read = async () => {
      for await (const _ of source.completed({ ...query, signal: AbortSignal.abort(reason) }));
    }
    const end = await read().then(
      () => reason,
      (error: unknown) => error,
    )
    holds(end === reason, 'an aborted read ends with something else than its reason')
  },
}
