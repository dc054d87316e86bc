import type { JsonObject } from '../../http/json.ts'
import type { Entity } from '../entities/entity.ts'
import { taken } from '../entities/parties.ts'
import { notHere } from '../entities/references.ts'
import { rowOf } from '../entities/table-operations.ts'
import { nextUuid } from '../entities/uuid.ts'
import {
  answer,
  type CompanyCall,
  type Operations,
  object,
  objects,
  ofCompany,
  type Problem,
  problem,
  Refusal,
  text,
} from '../operation.ts'
import { touch } from '../rows.ts'
import type { Row } from '../state.ts'
import { isPaired } from './properties.ts'

export const propertyGroup: Entity = {
  name: 'propertyGroup',
  table: 'propertyGroups',
  model: 'PropertyGroup',
  textId: true,
  judge,
  stored: (call, sent, before) =>
    sent.properties === undefined
      ? sent
      : { ...sent, properties: tree(call, objects(sent, 'properties'), before) },
}

function judge(call: CompanyCall, after: JsonObject, before: Row | undefined): Problem[] {
  const name = text(after, 'name')
  if (name.trim() === '') return [problem('name', 'Name is required')]
  return taken(call, 'propertyGroups', 'name', name, before)
    ? [problem('name', 'A property group with that name already exists for your company')]
    : []
}

/** Entries with an id stay, those without one are new; what is left out goes unless a variant has it. */
function tree(call: CompanyCall, sent: readonly JsonObject[], before: Row | undefined): JsonObject[] {
  const had = before ? objects(before, 'properties') : []
  const now = sent.map((property, index) => {
    const old = had.find((one) => one.propertyId === property.propertyId)
    return propertyRow(call, property, old, index)
  })
  const kept = had.filter(
    (one) =>
      !now.some(({ propertyId }) => propertyId === one.propertyId) &&
      isPaired(call.company, 'propertyId', one.propertyId),
  )
  return [...now, ...kept]
}

function propertyRow(
  call: CompanyCall,
  sent: JsonObject,
  old: JsonObject | undefined,
  index: number,
): JsonObject {
  const had = old ? objects(old, 'values') : []
  const values = objects(sent, 'values').map((value, at) => {
    const one = had.find(({ propertyValueId }) => propertyValueId === value.propertyValueId)
    return valueRow(call, value, one, at)
  })
  const kept = had.filter(
    (one) =>
      !values.some(({ propertyValueId }) => propertyValueId === one.propertyValueId) &&
      (sent.values === undefined || isPaired(call.company, 'propertyValueId', one.propertyValueId)),
  )
  return {
    visible: 1,
    ordering: index + 1,
    ...old,
    ...sent,
    propertyId: old?.propertyId ?? nextUuid(call.state),
    values: [...values, ...kept],
  }
}

function valueRow(
  { state }: CompanyCall,
  sent: JsonObject,
  old: JsonObject | undefined,
  index: number,
): JsonObject {
  return {
    visible: 1,
    ordering: index + 1,
    ...old,
    ...sent,
    propertyValueId: old?.propertyValueId ?? nextUuid(state),
  }
}

export const propertyOperations: Operations = {
  propertyCreate: ofCompany((call) => {
    const group = rowOf(propertyGroup, call, call.args.propertyGroupId)
    const properties = objects(group, 'properties')
    const made = propertyRow(call, object(call.args, 'data'), undefined, properties.length)
    group.properties = [...properties, made]
    touch(call, group)
    report(call, 'Property', made.propertyId)
    return answer(made)
  }),
  propertyValueCreate: ofCompany((call) => {
    const { propertyId } = call.args
    for (const group of call.company.propertyGroups) {
      const property = objects(group, 'properties').find((one) => one.propertyId === propertyId)
      if (!property) continue
      const values = objects(property, 'values')
      const made = valueRow(call, object(call.args, 'data'), undefined, values.length)
      property.values = [...values, made]
      touch(call, group)
      report(call, 'PropertyValue', made.propertyValueId)
      return answer(made)
    }
    throw new Refusal(problem('propertyId', notHere('property')))
  }),
}

function report(call: CompanyCall, model: string, id: unknown): void {
  const { companyId } = call.company
  if (typeof id === 'string') call.fire({ companyId, model, operation: 'create', id })
}
