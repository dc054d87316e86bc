import type { ImportEntity, ImportKind } from '../platforms/platform.ts'
import type { Work } from '../work.ts'
import { type Fields, fieldsOf, kindFacts, ledFields } from './entities.ts'
import { type FieldMarks, markOf } from './field-marks.ts'
import { type HostView, keepsField } from './host-view.ts'
import { type ImportRules, isEmpty } from './rules.ts'

/** What the host last got of a record: marks by field, `nothing` before the first delivery, or `unknown`. */
export type LastDelivered = FieldMarks | 'nothing' | 'unknown'

export interface Composed {
  /** What the host is given. */
  readonly entity: ImportEntity
  /** Fields in which something that was changed at the host gives way to Moloni. */
  readonly overwritten: readonly string[]
}

export interface ComposeOptions {
  readonly rules: ImportRules
  readonly last: LastDelivered
  /** The host's record was deactivated because Moloni's was gone: that it is back is for Moloni to say. */
  readonly revived: boolean
}

/** Moloni's row laid over the host's record, field by field as the settings say who leads. */
export function compose(work: Work, row: ImportEntity, host: HostView, options: ComposeOptions): Composed {
  const { kind } = row
  const { rules, last, revived } = options
  const { hostOnly } = kindFacts(kind)
  const moloni = fieldsOf(row)
  const projected = asMoloniHasIt(kind, host.fields)
  const fields: Record<string, unknown> = { ...moloni }
  const overwritten: string[] = []

  for (const name of ledFields(kind).filter((field) => keepsField(work, kind, field))) {
    const own = host.fields[name]
    const lead = name === 'active' && revived ? 'moloni' : (rules.fields[name] ?? rules.lead)
    const stays = hostOnly.includes(name) || lead === 'host' || (lead === 'fillGaps' && !isEmpty(own))
    const same = markOf(name, projected[name]) === markOf(name, moloni[name])
    fields[name] = stays || same ? own : moloni[name]
    if (!stays && !same && isEdited(name, projected[name], last)) overwritten.push(name)
  }
  // A house number belongs to its street, and leaves with it.
  if (kind === 'relations' && fields.street !== host.fields.street) delete fields.houseNumber
  for (const [name, value] of Object.entries(fields)) if (value === undefined) delete fields[name]
  return { entity: kindFacts(kind).read(fields) ?? row, overwritten }
}

function isEdited(name: string, value: unknown, last: LastDelivered): boolean {
  if (last === 'unknown') return false
  return last === 'nothing' ? !isEmpty(value) : markOf(name, value) !== (last[name] ?? '')
}

/** The host's fields as they would stand in Moloni, which has one line for street and house number and one telephone. */
export function asMoloniHasIt(kind: ImportKind, fields: Fields): Fields {
  if (kind !== 'relations') return fields
  const { street, houseNumber, mobile, phone = mobile, ...others } = fields
  const line = [street, houseNumber].filter((part) => !isEmpty(part)).join(' ')
  return { ...others, ...(line === '' ? {} : { street: line }), ...(phone === undefined ? {} : { phone }) }
}
