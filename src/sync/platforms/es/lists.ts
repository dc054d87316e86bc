import * as z from 'zod'
import type { EsClient } from '../../../es/index.ts'
import type { CallOptions } from '../platform.ts'

// Rows keep their place by their id: one that is changed while a list is read moves no other.
const byCustomer = { field: 'customerId', sort: 'ASC' } as const
const byProduct = { field: 'productId', sort: 'ASC' } as const
// Without this filter hidden products are left out.
const hiddenToo = { field: 'visible', comparison: 'in', value: [0, 1] } as const

const changedSince = (since: string | undefined) =>
  since === undefined ? [] : [{ field: 'updatedAt', comparison: 'gte', value: since } as const]

export function customerList(es: EsClient, since: string | undefined, pageSize: number) {
  return es.customers.list({ filter: changedSince(since), order: byCustomer, pageSize })
}

export function productList(es: EsClient, since: string | undefined, pageSize: number) {
  const filter = [hiddenToo, ...changedSince(since)]
  return es.products.list({ filter, order: byProduct, pageSize, includeVariants: true })
}

const onlyCustomerId = z.object({ customerId: z.number() })
const onlyProductId = z.object({ productId: z.number() })

/** How many customers there are, by the list's own count. */
export function countCustomers(es: EsClient, since: string | undefined, options: CallOptions) {
  return counted(es.customers.list({ filter: changedSince(since), select: onlyCustomerId }), options)
}

/** How many products there are, hidden ones and variants too. */
export function countProducts(es: EsClient, since: string | undefined, options: CallOptions) {
  const filter = [hiddenToo, ...changedSince(since)]
  return counted(es.products.list({ filter, select: onlyProductId, includeVariants: true }), options)
}

interface Counted {
  pages(options: CallOptions): AsyncIterable<{ readonly count: number }>
}

async function counted(list: Counted, { signal }: CallOptions): Promise<number> {
  for await (const { count } of list.pages({ signal })) return count
  return 0
}
