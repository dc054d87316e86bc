import type { Json } from '../../http/json.ts'
import { Refusal } from '../answers.ts'
import { booleanOf, type Call, type Endpoint, isVisible, shown } from '../call.ts'
import { filtered } from '../filter.ts'
import type { WorkOrderRow } from '../state.ts'
import { lifeStatuses, moveTo } from './status.ts'

/** Whether a read moves what it answers to `Afgehandeld`: it does unless it is told not to. */
const moves = (query: URLSearchParams) => booleanOf(query, 'update_status') ?? true

/** The work order that `row_id` or `workorder_no` names. */
export function named(call: Call): WorkOrderRow {
  const [id, number] = [call.query.get('row_id') ?? '', call.query.get('workorder_no') ?? '']
  if (id === '' && number === '') throw new Refusal(1501, 'Required field row_id or workorder_no is missing.')
  const found = call.state.workOrders.find((row) => (id ? row.id === id : row.WorkorderNo === number))
  if (!found) throw new Refusal(1500, 'The work order was not found.')
  return found
}

const one: Endpoint = {
  method: 'GET',
  path: 'GetWorkorder',
  writes: moves,
  run(call) {
    const row = named(call)
    return answer(call, [row])[0] ?? null
  },
}

const list: Endpoint = {
  method: 'GET',
  path: 'GetWorkorders',
  writes: moves,
  run(call) {
    const { state, query, now, behaviour } = call
    const status = query.get('status') ?? ''
    if (status !== 'Alle' && !lifeStatuses.some((one) => one === status)) {
      throw new Refusal(1501, 'Required field status is missing.')
    }
    const workStatus = query.get('workstatus') ?? ''
    const asked = state.workOrders.filter(
      (row) =>
        isVisible(row, now) &&
        (status === 'Alle' || row.status === status) &&
        (workStatus === '' || call.ignoreFilter || row.WorkStatus === workStatus),
    )
    const known = [...new Set(state.workOrders.flatMap(Object.keys))]
    const rows = answer(call, filtered(call, asked, known))
    return rows.length === 0 && behaviour.emptyList === 'null' ? null : rows
  },
}

function answer(call: Call, rows: readonly WorkOrderRow[]): Json[] {
  const before = structuredClone(rows.map(shown))
  if (moves(call.query)) for (const row of rows) moveTo(row, 'Afgehandeld', call.now)
  return call.behaviour.statusInAnswer === 'before' ? before : structuredClone(rows.map(shown))
}

export const readEndpoints: readonly Endpoint[] = [one, list]
