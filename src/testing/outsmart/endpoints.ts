import type { Endpoint } from './call.ts'
import { valueEndpoints } from './custom-values.ts'
import { deleteEndpoint } from './delete-entity.ts'
import { listEndpoints } from './lists.ts'
import { moneyEndpoints, numbersEndpoint } from './money.ts'
import { insertEndpoint } from './work-orders/insert.ts'
import { readEndpoints } from './work-orders/read.ts'
import { updateEndpoints } from './work-orders/update.ts'

/** Every endpoint that has a path, by verb and path. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  [
    ...listEndpoints,
    ...readEndpoints,
    ...updateEndpoints,
    insertEndpoint,
    deleteEndpoint,
    ...moneyEndpoints,
    numbersEndpoint,
    ...valueEndpoints,
  ].map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]),
)
