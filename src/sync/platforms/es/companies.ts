import type { Platform } from '../../../domain/index.ts'
import type { EsClient } from '../../../es/index.ts'
import type { CallOptions, Company } from '../platform.ts'

/**
 * The companies of a login: Moloni ON lists them, and those whose sign-up was never confirmed are left out; Moloni Spain
 * names them by the login, and each is read by itself.
 */
export async function esCompanies(
  es: EsClient,
  platform: Exclude<Platform, 'pt'>,
  { signal }: CallOptions,
): Promise<Company[]> {
  const companies: Company[] = []
  if (platform === 'on') {
    for await (const row of es.companies.list({ signal }))
      if (row.isConfirmed !== false) companies.push(company(row))
    return companies
  }
  const { userCompanies } = await es.me({ signal })
  const ids = new Set(userCompanies.flatMap((entry) => entry.company?.companyId ?? []))
  for (const companyId of ids) companies.push(company(await es.companies.get(companyId, { signal })))
  return companies
}

function company(row: {
  readonly companyId: number
  readonly name: string | null
  readonly vat: string | null
}): Company {
  return {
    companyId: String(row.companyId),
    name: row.name ?? `Company ${row.companyId}`,
    demonstration: false,
    ...(row.vat ? { vatNumber: row.vat } : {}),
  }
}
