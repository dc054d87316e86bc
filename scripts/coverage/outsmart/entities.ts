import * as catalogue from '../../../src/adapters/outsmart/client/entities/catalogue.ts'
import * as money from '../../../src/adapters/outsmart/client/entities/money.ts'
import * as others from '../../../src/adapters/outsmart/client/entities/others.ts'
import * as people from '../../../src/adapters/outsmart/client/entities/people.ts'
import * as stock from '../../../src/adapters/outsmart/client/entities/stock.ts'
import * as timesheet from '../../../src/adapters/outsmart/client/entities/timesheet.ts'
import * as work from '../../../src/adapters/outsmart/client/entities/work.ts'
import * as workOrders from '../../../src/adapters/outsmart/client/entities/work-order.ts'
import type { Entity } from '../../../src/adapters/outsmart/client/entity.ts'
import type { DescribedField, Reference } from './reference.ts'
import { isScalar, namesOf, sampleOf } from './samples.ts'

const ours: Readonly<Record<string, Entity<unknown, unknown>>> = {
  ...catalogue,
  ...money,
  ...others,
  object: others.installedObject,
  ...people,
  ...stock,
  ...timesheet,
  ...work,
  ...workOrders,
}

/** Fields of an entity that we do not name, or do not read as the reference writes them. */
export function lackingFields({ entities }: Reference, name: string): string[] {
  const described = entities[name]
  const entity = ours[name]
  if (!described) return []
  if (!entity) return [`${name}: the record`]
  return described.fields.flatMap((field) =>
    namesOf(field).flatMap((one) => {
      if (!entity.has(one)) return [`${name}.${one}`]
      return isScalar(field) && !reads(entity, one, field) ? [`${name}.${one} (read otherwise)`] : []
    }),
  )
}

function reads(entity: Entity<unknown, unknown>, name: string, field: DescribedField): boolean {
  const { value, wire } = sampleOf({ ...field, name })
  const keys = Object.fromEntries(entity.keys.map((key) => [key, '1']))
  const parsed = entity.read.safeParse({ ...keys, [name]: wire })
  return parsed.success && JSON.stringify(fieldOf(parsed.data, name)) === JSON.stringify(value)
}

export function fieldOf(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null
    ? Object.getOwnPropertyDescriptor(row, name)?.value
    : undefined
}
