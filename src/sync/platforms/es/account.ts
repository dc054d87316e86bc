import * as z from 'zod'
import { isError } from '../../../errors/index.ts'
import type { EsClient } from '../../../es/index.ts'
import { type EsCompanyRow, type EsTaxSettingsRow, esAccountTables } from '../../../mappers/es/index.ts'
import type { Account, CallOptions } from '../platform.ts'

/** What documents depend on, beyond what every account is known to show. */
const companySelection = z.object({
  companyId: z.number(),
  documentCalculationsMode: z.number().nullable(),
  fiscalZone: z
    .object({
      fiscalZone: z.string().nullable(),
      exemption: z
        .object({
          type: z.string().nullable(),
          reasons: z.array(z.object({ code: z.string().nullable() }).nullable()).nullable(),
        })
        .nullable(),
    })
    .nullable(),
})
const addressSelection = z.object({ requireCustomerAddress: z.boolean().nullable() })

/** What the account offers for documents, from its own tables: nothing about rates or exemptions is built in. */
export async function esAccount(es: EsClient, companyId: number, { signal }: CallOptions): Promise<Account> {
  const company = await companyOf(es, companyId, { signal })
  const zone = company.fiscalZone?.fiscalZone
  const [taxes, paymentMethods, warehouses, sets, taxSettings] = await Promise.all([
    all(es.taxes.list({ signal })),
    all(es.paymentMethods.list({ signal })),
    all(es.warehouses.list({ signal })),
    // An account without a default set refuses the whole list.
    all(es.documentSets.list({ signal })).catch(noneIfRefused),
    zone ? settingsOf(es, zone, { signal }) : undefined,
  ])
  const preferred = sets.find(({ isDefault }) => isDefault === true)
  const only = sets.length === 1 ? sets[0] : undefined
  const defaultDocumentSetId = (preferred ?? only)?.documentSetId
  return {
    tables: esAccountTables({ taxes, company, paymentMethods, warehouses, taxSettings }),
    ...(defaultDocumentSetId === undefined ? {} : { defaultDocumentSetId }),
  }
}

/** With the exemptions of its zone, where the host knows them. */
async function companyOf(es: EsClient, companyId: number, { signal }: CallOptions): Promise<EsCompanyRow> {
  try {
    return await es.companies.get(companyId, { select: companySelection, signal })
  } catch (error) {
    if (isError(error, 'ContractError')) return es.companies.get(companyId, { signal })
    throw error
  }
}

async function settingsOf(
  es: EsClient,
  zone: string,
  { signal }: CallOptions,
): Promise<EsTaxSettingsRow | undefined> {
  try {
    return await es.fiscalZones.taxSettings(zone, { select: addressSelection, signal })
  } catch (error) {
    const unknown = ['ContractError', 'NotFoundError', 'ValidationError', 'RefusedError'] as const
    if (unknown.some((name) => isError(error, name))) return undefined
    throw error
  }
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = []
  for await (const row of rows) read.push(row)
  return read
}

function noneIfRefused(error: unknown): [] {
  if (isError(error, 'ValidationError') || isError(error, 'RefusedError')) return []
  throw error
}
