import type { WorkOrder } from '../../../../domain/index.ts'
import { ConflictError, isError } from '../../../../errors/index.ts'
import { canonicalJson } from '../../../../internal/json.ts'
import type { RejectOptions, WorkOrderSource } from '../../../../sync/index.ts'
import type { OutsmartClient } from '../../client/client.ts'
import type { WorkOrderRow } from '../../client/entities/work-order.ts'
import type { OutsmartSettings } from '../settings.ts'
import { readComplete } from './read-complete.ts'
import { workOrderFrom } from './to-domain.ts'
import { unreadWorkOrder } from './unread.ts'

/**
 * Work orders of OutSmart by the handshake that its API prescribes: complete ones are read without changing them, and
 * each is moved to `Afgehandeld` on its own once its document exists. What changed in between is a `ConflictError`
 * (`changed_before_acknowledge`, `reopened_before_acknowledge`), again and again until a person has settled it.
 */
export function workOrderSource(
  client: OutsmartClient,
  { workOrders: settings, maxBytes }: OutsmartSettings,
): Required<WorkOrderSource> {
  const setStatus = async (key: string, workstatus: string) => {
    if (workstatus === '') return
    try {
      await client.workOrders.update({ row_id: key, workstatus })
    } catch (error) {
      // It has this status already.
      if (!isError(error, 'RefusedError') || error.code !== 'outsmart_1503') throw error
    }
  }

  return {
    async *completed({ signal }) {
      for await (const { rows, unread } of readComplete(client, { maxBytes, signal })) {
        for (const row of unread) {
          const refused = unreadWorkOrder(row)
          if (refused) yield refused
        }
        for (const row of rows) {
          signal?.throwIfAborted()
          const workOrder = workOrderFrom(asComplete(row), settings)
          if (workOrder?.status === 'complete') yield workOrder
        }
      }
    },

    async get(key, { signal }) {
      try {
        return workOrderFrom(await client.workOrders.get({ row_id: key }, { signal }), settings)
      } catch (error) {
        if (isError(error, 'NotFoundError')) return undefined
        throw error
      }
    },

    async acknowledge(workOrder, { workStatus }) {
      const { key } = workOrder
      const now = await client.workOrders.get({ row_id: key })
      if (isReopened(now)) throw reopened(workOrder)
      // One that is handled already is not written again: somebody may be about to take it up once more.
      const answer = now.status === HANDLED ? now : await client.workOrders.handle({ row_id: key })
      if (workStatus !== undefined && workStatus !== answer.WorkStatus) await setStatus(key, workStatus)
      const answered = workOrderFrom(asComplete(answer), settings)
      if (isReopened(answer) || !answered || billedText(answered) !== billedText(workOrder)) {
        throw changed(workOrder)
      }
    },

    async reject({ key }, _problems, options?: RejectOptions) {
      await setStatus(key, options?.workStatus ?? FAILED)
    },
  }
}

/** An answer that states no life-cycle status has the one that was asked for. */
const asComplete = (row: WorkOrderRow): WorkOrderRow => ({ ...row, status: row.status ?? 'Compleet' })

const HANDLED = 'Afgehandeld'

/** Whether somebody planned the work order again, or a technician has it. */
const isReopened = ({ status }: WorkOrderRow) => status === 'Klaargezet' || status === 'Opgehaald'

/** By convention the work status of what an integration could not carry over. */
const FAILED = '99'

/** What is billed, as text: OutSmart's own states and internal texts do not count. */
function billedText(workOrder: WorkOrder): string {
  const { status, workStatus, archived, pdfUrl, internalDescription, comment, ...billed } = workOrder
  return canonicalJson(billed)
}

function reopened({ number }: WorkOrder): ConflictError {
  return new ConflictError(
    `Work order ${number} has a document, and was reopened in OutSmart. It is not moved.`,
    {
      code: 'reopened_before_acknowledge',
      hint: 'Complete it again as it was, or correct its document.',
    },
  )
}

function changed({ number }: WorkOrder): ConflictError {
  return new ConflictError(
    `Work order ${number} was changed in OutSmart after its document was made. It is handled.`,
    {
      code: 'changed_before_acknowledge',
      hint: 'Compare it with the document: correct one of the two.',
    },
  )
}
