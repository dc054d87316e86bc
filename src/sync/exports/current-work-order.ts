import { type WorkOrder, workOrder as workOrderSchema } from '../../domain/index.ts'
import type { ExportRun, LedgerEntry } from './export-run.ts'

/** The work order as the host has it at this moment; undefined when it has none or cannot be asked. */
export async function currentWorkOrder(
  run: ExportRun,
  { value }: LedgerEntry,
): Promise<WorkOrder | undefined> {
  const { host, signal } = run.work
  const { key } = value.workOrder
  const asked = workOrderSchema.safeParse(await host.workOrders?.get?.(key, { signal }))
  return asked.success && asked.data.key === key ? asked.data : undefined
}
