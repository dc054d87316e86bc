import type { FieldResolvers } from '../operation.ts'

/** Nested fields of entities beyond the conventions. */
export const entityFields: FieldResolvers = {}
