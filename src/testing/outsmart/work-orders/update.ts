import { Refusal } from '../answers.ts'
import { booleanOf, type Call, counted, type Endpoint, rowsOf, shown } from '../call.ts'
import { knowsEmployee } from './insert.ts'
import { named } from './read.ts'
import { asTexts, dateFields, isDay, isTime, objectsOf, plainFields, timeFields } from './row.ts'

/** Parameters with names of their own; the others are called as the fields are. */
const aliases: Readonly<Record<string, string>> = {
  workdate: 'WorkDate',
  worktime: 'WorkTime',
  employee_nr: 'EmployeeNr',
  workstatus: 'WorkStatus',
}

/** A write through GET. */
const update: Endpoint = {
  method: 'GET',
  path: 'UpdateWorkorder',
  writes: () => true,
  run(call) {
    const row = named(call)
    const patch: Record<string, string> = {}
    for (const [name, value] of call.query) {
      const field = aliases[name] ?? name
      if (field in plainFields || dateFields.includes(field) || timeFields.includes(field))
        patch[field] = value
    }
    if (Object.keys(patch).length === 0) throw new Refusal(1502, 'Nothing to update was sent.')
    check(call, patch)
    if (Object.entries(patch).every(([field, value]) => row[field] === value)) {
      throw new Refusal(1503, 'Nothing was changed.')
    }
    Object.assign(row, patch)
    return structuredClone(shown(row))
  },
}

function check(call: Call, patch: Readonly<Record<string, string>>): void {
  for (const [field, value] of Object.entries(patch)) {
    const valid = dateFields.includes(field)
      ? isDay(value)
      : timeFields.includes(field)
        ? isTime(value)
        : true
    if (value !== '' && !valid) throw new Refusal(1504, `The value of ${field} could not be read.`)
  }
  knowsEmployee(call, patch.EmployeeNr ?? '')
}

/** Material lines are added, after the old ones are taken away where that is asked for. */
const materials: Endpoint = {
  method: 'POST',
  path: 'UpdateWorkorder',
  writes: () => true,
  run(call) {
    const row = named(call)
    const lines = objectsOf(rowsOf(call)).map(asTexts)
    if (booleanOf(call.query, 'ClearMaterials') ?? false) row.Materials = []
    row.Materials.push(...lines)
    return counted(call, lines.length)
  },
}

export const updateEndpoints: readonly Endpoint[] = [update, materials]
