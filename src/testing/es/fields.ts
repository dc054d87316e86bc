import { documentFields } from './documents/operations.ts'
import { entityFields } from './entities/fields.ts'
import type { FieldResolvers } from './operation.ts'

/** Nested fields of all areas that the conventions do not find. */
export const allFields: FieldResolvers = { ...entityFields, ...documentFields }
