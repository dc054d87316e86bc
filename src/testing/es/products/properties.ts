import type { JsonObject } from '../../http/json.ts'
import { type Call, isOfCompany, objects } from '../operation.ts'
import type { CompanyState } from '../state.ts'

/** A property of a group, with its values. */
export interface Property extends JsonObject {
  propertyId: string
  values: PropertyValue[]
}

export interface PropertyValue extends JsonObject {
  propertyValueId: string
  code: string
}

export function propertiesOf(group: JsonObject): Property[] {
  return objects(group, 'properties').map((property) => ({
    ...property,
    propertyId: String(property.propertyId),
    values: objects(property, 'values').map((value) => ({
      ...value,
      propertyValueId: String(value.propertyValueId),
      code: String(value.code),
    })),
  }))
}

/** Whether any variant has a pair with this property or value. */
export function isPaired(
  company: CompanyState,
  field: 'propertyId' | 'propertyValueId',
  id: unknown,
): boolean {
  return company.products.some((row) => objects(row, 'propertyPairs').some((pair) => pair[field] === id))
}

const groupsOf = (call: Call): readonly JsonObject[] => (isOfCompany(call) ? call.company.propertyGroups : [])

export function pairedProperty({ propertyId }: JsonObject, call: Call): Property | undefined {
  return groupsOf(call)
    .flatMap(propertiesOf)
    .find((property) => property.propertyId === propertyId)
}

export function pairedValue({ propertyValueId }: JsonObject, call: Call): PropertyValue | undefined {
  return groupsOf(call)
    .flatMap(propertiesOf)
    .flatMap(({ values }) => values)
    .find((value) => value.propertyValueId === propertyValueId)
}
