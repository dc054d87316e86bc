import {
  employeeSchema,
  hourTypeSchema,
  type MemoryHost,
  materialSchema,
  memoryHost,
  relationSchema,
  type Sink,
  type WorkOrder,
  workOrderSchema,
} from 'moloni-sdk'
import { serve } from 'moloni-sdk/testing'
import * as z from 'zod'
import { issue, materialCategory } from '../../../src/domain/index.ts'
import { deactivateCall, document, upsertCall } from './wire.ts'

/** The hosts of all connections, over HTTP. */
export interface Office {
  readonly url: string
  /** Opens the host of a connection. */
  open(connectionId: string, workOrders: readonly WorkOrder[]): void
  host(connectionId: string): MemoryHost
  /** Records that were delivered so far, and work orders that became a document. */
  done(): { readonly records: number; readonly documents: number }
  /** Work orders that were told of two different documents. */
  contradictions(): number
  close(): Promise<void>
}

/** Carries out one call; the body is what came over the wire. */
type Call = (body: unknown) => Promise<unknown>

export async function openOffice(): Promise<Office> {
  const hosts = new Map<string, { readonly memory: MemoryHost; readonly calls: Map<string, Call> }>()
  let [records, documents, contradictions] = [0, 0, 0]

  function callsOf(memory: MemoryHost): Map<string, Call> {
    const { workOrders } = memory
    return new Map<string, Call>([
      ...sinkCalls('relations', memory.relations, relationSchema, counted),
      ...sinkCalls('materials', memory.materials, materialSchema, counted),
      ...sinkCalls('materialCategories', memory.materialCategories, materialCategory, counted),
      ...sinkCalls('hourTypes', memory.hourTypes, hourTypeSchema, counted),
      ...sinkCalls('employees', memory.employees, employeeSchema, counted),
      [
        'workOrders/completed',
        async () => {
          const offered: WorkOrder[] = []
          for await (const one of workOrders.completed({ connectionId: '' })) offered.push(one)
          return offered
        },
      ],
      ['workOrders/get', async (body) => (await workOrders.get?.(keyed.parse(body).key, {})) ?? null],
      [
        'workOrders/acknowledge',
        async (body) => {
          const told = acknowledgeCall.parse(body)
          const before = memory.state.workOrders.get(told.workOrder.key)?.document
          if (!before) documents += 1
          else if (before.documentId !== told.document.documentId) contradictions += 1
          await workOrders.acknowledge(told.workOrder, told.document)
        },
      ],
      [
        'workOrders/reject',
        async (body) => {
          const { workOrder, problems } = rejectCall.parse(body)
          await workOrders.reject?.(workOrder, problems, { workStatus: '99' })
        },
      ],
    ])
  }
  const counted = (rows: number) => {
    records += rows
  }

  const served = await serve({
    async fetch(request) {
      const [, connectionId = '', part, method] = new URL(request.url).pathname.split('/')
      const call = hosts.get(connectionId)?.calls.get(`${part}/${method}`)
      if (!call) return new Response(null, { status: 404 })
      return Response.json((await call(await request.json())) ?? null)
    },
  })

  return {
    url: served.url,
    open(connectionId, workOrders) {
      const memory = memoryHost()
      memory.addWorkOrders(workOrders)
      hosts.set(connectionId, { memory, calls: callsOf(memory) })
    },
    host(connectionId) {
      const found = hosts.get(connectionId)
      if (!found) throw new Error(`The office knows no connection ${connectionId}.`)
      return found.memory
    },
    done: () => ({ records, documents }),
    contradictions: () => contradictions,
    close: served.close,
  }
}

const keyed = z.object({ key: z.string() })
const acknowledgeCall = z.object({ workOrder: workOrderSchema, document })
const rejectCall = z.object({ workOrder: workOrderSchema, problems: z.array(issue) })

function sinkCalls<T>(
  name: string,
  sink: Sink<T>,
  row: z.ZodType<T>,
  counted: (rows: number) => void,
): [string, Call][] {
  return [
    [
      `${name}/upsert`,
      async (body) => {
        const { rows, observedAt } = upsertCall(row).parse(body)
        counted(rows.length)
        return sink.upsert(rows, { connectionId: '', observedAt })
      },
    ],
    [
      `${name}/deactivate`,
      async (body) => {
        const { keys, observedAt } = deactivateCall.parse(body)
        await sink.deactivate?.(keys, { connectionId: '', observedAt })
      },
    ],
  ]
}
