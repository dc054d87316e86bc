import type { Table } from '../table.ts'
import { catalogue } from './catalogue.ts'
import { people } from './people.ts'
import { timesheet } from './timesheet.ts'
import { work } from './work.ts'

/** Every list with an endpoint of its own, work orders and money aside. */
export const tables: readonly Table[] = [...people, ...catalogue, ...work, ...timesheet]

/** The table of a name. */
export function tableOf(name: Table['name']): Table {
  const table = tables.find((one) => one.name === name)
  if (!table) throw new RangeError(`There is no table ${name}.`)
  return table
}
