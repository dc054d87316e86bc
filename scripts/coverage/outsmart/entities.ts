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

/** Fields of an entity that we do not name, or do not read and write as the reference says. */
export function lackingFields({ entities }: Reference, name: string): string[] {
  const described = entities[name]
  const entity = ours[name]
  if (!described) return []
  if (!entity) return [`${name}: the record`]
  return described.fields.flatMap((field) =>
    namesOf(field).flatMap((one) => {
      if (!entity.has(one)) return [`${name}.${one}`]
      if (!isScalar(field)) return []
      return [
        ...(reads(entity, one, field) ? [] : [`${name}.${one} (read otherwise)`]),
        ...(demands(entity, one, field) ? [] : [`${name}.${one} (may be left out)`]),
        ...(fits(entity, one, field) ? [] : [`${name}.${one} (of another length)`]),
      ]
    }),
  )
}

function reads(entity: Entity<unknown, unknown>, name: string, field: DescribedField): boolean {
  const { value, wire } = sampleOf({ ...field, name })
  const keys = Object.fromEntries(entity.keys.map((key) => [key, '1']))
  const parsed = entity.read.safeParse({ ...keys, [name]: wire })
  return parsed.success && JSON.stringify(fieldOf(parsed.data, name)) === JSON.stringify(value)
}

function demands(entity: Entity<unknown, unknown>, name: string, field: DescribedField): boolean {
  const isWritten = problemOf(entity, name, sampleOf({ ...field, name }).value) !== 'unknown'
  return !isWritten || field.requiredOnWrite !== true || problemOf(entity, name, undefined) === 'required'
}

/** A text of the greatest length is written, and a longer one is not. */
function fits(entity: Entity<unknown, unknown>, name: string, { maxLength }: DescribedField): boolean {
  if (maxLength === undefined) return true
  const [fitting, longer] = [maxLength, maxLength + 1].map((length) =>
    problemOf(entity, name, 'x'.repeat(length)),
  )
  // What only OutSmart writes, and what is no text, has no length of its own.
  return fitting === 'unknown' || fitting === 'wrong' || (fitting === undefined && longer === 'too_long')
}

function problemOf(entity: Entity<unknown, unknown>, name: string, value: unknown): string | undefined {
  const encoded = entity.encode({ [name]: value }, '')
  return 'problems' in encoded ? encoded.problems.find(({ path }) => path === name)?.code : undefined
}

export function fieldOf(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null
    ? Object.getOwnPropertyDescriptor(row, name)?.value
    : undefined
}
