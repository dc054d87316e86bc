import type { FieldResolvers, Operations } from '../operation.ts'

/** Root operations of documents. */
export const documentOperations: Operations = {}

/** Nested fields of documents beyond the conventions. */
export const documentFields: FieldResolvers = {}
