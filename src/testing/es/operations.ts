import { documentOperations } from './documents/operations.ts'
import { entityOperations } from './entities/operations.ts'
import { globalOperations } from './globals/operations.ts'
import type { Operations } from './operation.ts'

/** Root operations of all areas; what is not here is served by convention. */
export const operations: Operations = { ...globalOperations, ...entityOperations, ...documentOperations }
