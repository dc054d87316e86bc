import { createPtClient, type Host, isError, memoryHost, memoryStore, type WorkOrder } from 'moloni-sdk'
import { createEsClient } from 'moloni-sdk/es'
import { createOAuth } from 'moloni-sdk/oauth'
import { createOutsmartClient, outsmartHost } from 'moloni-sdk/outsmart'
import type { PtClient, createPtClient as same } from 'moloni-sdk/pt'
import { createSyncEngine, type SyncEngine } from 'moloni-sdk/sync'

const oauth = createOAuth({
  platform: 'pt',
  clientId: 'id',
  clientSecret: 'secret',
  redirectUri: 'https://host.example/callback',
})
export const engine: SyncEngine = createSyncEngine({
  store: memoryStore(),
  host: memoryHost(),
  oauth: { pt: oauth },
})
export const pt: PtClient = createPtClient({ token: 'token', companyId: 1 })
export const twin: typeof same = createPtClient

export async function names(): Promise<string[]> {
  const found: string[] = []
  for await (const customer of pt.customers.list()) found.push(customer.name)
  return found
}

const es = createEsClient({ token: 'token', companyId: 1 })

export async function numbers(): Promise<(string | null)[]> {
  const found: (string | null)[] = []
  for await (const customer of es.customers.list({ order: { field: 'name', sort: 'ASC' } }))
    found.push(customer.number)
  return found
}

export const fieldsOf = (error: unknown) => (isError(error, 'ValidationError') ? error.fields : [])
export const numberOf = (workOrder: WorkOrder): string => workOrder.number

const outsmart = createOutsmartClient({ token: 'token', softwareToken: 'software' })
export const office: Host = outsmartHost({ client: outsmart, settings: { batchSize: 50 } })
export const debtors = async (): Promise<string[]> =>
  (await outsmart.relations.list()).map(({ debtor_number }) => debtor_number)

// @ts-expect-error a field that no relation has
void outsmart.relations.list({ where: [{ key: 'debtor', operator: 'eq', value: 1 }] })
// @ts-expect-error a parameter that does not exist
void pt.customers.getAll({ quantity: 1 })
// @ts-expect-error a name that no customer can be ordered by
void es.customers.list({ order: { field: 'nombre', sort: 'ASC' } })
// @ts-expect-error a field that does not exist
void pt.customers.getAll({ qty: 1 }).then(([customer]) => customer?.nombre)
