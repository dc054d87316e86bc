import type { JsonObject } from '../../http/json.ts'
import { Refusal } from '../answers.ts'
import { booleanOf, type Call, type Endpoint, momentText, rowsOf } from '../call.ts'
import { textOf } from '../filter.ts'
import { takeId, type WorkOrderRow } from '../state.ts'
import { stored } from '../values-of.ts'
import {
  asTexts,
  blankWorkOrder,
  dateFields,
  isDay,
  isTime,
  objectsOf,
  plainFields,
  requiredFields,
  timeFields,
} from './row.ts'

export const insertEndpoint: Endpoint = {
  method: 'POST',
  path: 'PostWorkorders',
  writes: () => true,
  run(call) {
    const skip = booleanOf(call.query, 'skip_duplicate_workorder_no') ?? false
    const sent = rowsOf(call).map((row) => checked(call, row))
    const made: JsonObject[] = []
    for (const fields of sent) {
      const number = textOf(fields.WorkorderNo)
      const taken = call.state.workOrders.some((row) => row.WorkorderNo === number)
      if (taken && skip) continue
      const id = takeId(call.state)
      call.state.workOrders.push(newRow(call, id, fields))
      made.push({ workorder_no: number, row_id: id })
    }
    return made
  },
}

/** The fields of a new work order; a bad one refuses the whole array. */
function checked(call: Call, sent: Record<string, unknown>): JsonObject {
  const { state, behaviour } = call
  const lacks = requiredFields.filter((name) => textOf(sent[name]).trim() === '')
  if (lacks.length > 0) throw new Refusal(1501, ...lacks.map((name) => `Required field ${name} is missing.`))
  const number = textOf(sent.WorkorderNo)
  if (
    behaviour.duplicateNumber === 'refuse' &&
    state.workOrders.some(({ WorkorderNo }) => WorkorderNo === number)
  )
    throw new Refusal(1504, 'The value of WorkorderNo is not unique.')

  const fields: JsonObject = {}
  for (const [name, value] of Object.entries(sent)) {
    const rule = plainFields[name]
    if (rule) {
      const kept = stored(value, rule, behaviour.tooLong === 'cut')
      if (typeof kept !== 'string') throw new Refusal(1504, `The value of ${name} could not be read.`)
      fields[name] = kept
    } else if (dateFields.includes(name) || timeFields.includes(name)) {
      const text = textOf(value)
      const valid = dateFields.includes(name) ? isDay(text) : isTime(text)
      if (text !== '' && !valid) throw new Refusal(1504, `The value of ${name} could not be read.`)
      fields[name] = text
    }
  }
  knowsEmployee(call, textOf(fields.EmployeeNr))
  const employees = Array.isArray(sent.Employees) ? sent.Employees.map(textOf) : []
  for (const employee of employees) knowsEmployee(call, employee)
  return {
    ...fields,
    Employees: employees,
    WorkObjects: Array.isArray(sent.WorkObjects) ? sent.WorkObjects.map(textOf) : [],
    Materials: objectsOf(sent.Materials).map(asTexts),
    Workperiods: objectsOf(sent.Workperiods).map(asTexts),
    Forms: objectsOf(sent.Forms),
  }
}

/** A technician who does not exist cannot be planned. */
export function knowsEmployee({ state }: Call, number: string): void {
  if (number !== '' && !state.employees.some((row) => textOf(row.number) === number)) {
    throw new Refusal(1504, `Employee ${number} could not be found.`)
  }
}

function newRow(call: Call, id: string, fields: JsonObject): WorkOrderRow {
  const { now, visibleFrom } = call
  const at = momentText(now)
  const row = blankWorkOrder(id, at)
  const OrderNr = textOf(fields.OrderNr) || `WB${id}`
  const lag = visibleFrom === undefined ? {} : { visible_from: visibleFrom }
  const StatusChanges = [{ status: 'Klaargezet', timestamp: at, user: 'API' }]
  return Object.assign(row, fields, { OrderNr, StatusChanges, ...lag })
}
