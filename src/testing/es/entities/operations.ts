import type { Operations } from '../operation.ts'

/** Root operations of everything but documents. */
export const entityOperations: Operations = {}
