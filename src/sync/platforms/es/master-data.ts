import type { Settings } from '../../../domain/index.ts'
import type { EsClient } from '../../../es/index.ts'
import {
  type EsPlatform,
  esCustomerChange,
  esCustomerInsert,
  esProductChange,
  esProductInsert,
} from '../../../mappers/es/index.ts'
import type { Unit } from '../../../mappers/index.ts'
import { type MasterData, unknownCountry } from '../master-data.ts'
import type { CallOptions } from '../platform.ts'
import { type ProductAccount, productDefaults } from '../product-defaults.ts'
import { readOnce } from '../read-once.ts'
import { esAccount } from './account.ts'

const HOME: Readonly<Record<EsPlatform, { readonly country: string; readonly language: string }>> = {
  es: { country: 'ES', language: 'es' },
  on: { country: 'PT', language: 'pt' },
}

export interface EsMasterDataOptions {
  readonly platform: EsPlatform
  readonly companyId: number
  readonly settings: Pick<Settings, 'push' | 'imports'>
}

/** Customers and products of Moloni ES and ON as they are written. Its tables are read once. */
export function esMasterData(
  es: EsClient,
  { platform, companyId, settings }: EsMasterDataOptions,
): MasterData {
  const home = HOME[platform]
  const { country = home.country, language = home.language, ...ids } = settings.push.relations
  const countries = readOnce((options) => countriesOf(es, options))
  const languages = readOnce((options) => languagesOf(es, options))
  const account = readOnce((options) => productAccountOf(es, companyId, options))

  return {
    async createCustomer(relation, options) {
      const code = relation.country ?? country
      const countryId = (await countries(options)).get(code)
      if (countryId === undefined) return { issues: [unknownCountry(code)] }
      const spoken = await languages(options)
      const [first = 0] = spoken.values()
      const languageId =
        spoken.get(relation.language ?? language) ??
        spoken.get(language) ??
        spoken.get(home.language) ??
        first
      const { maturityDateId, paymentMethodId, deliveryMethodId } = ids
      const { value, issues } = esCustomerInsert(
        { ...relation, country: code },
        {
          platform,
          countryId,
          languageId,
          ...(maturityDateId === undefined ? {} : { maturityDateId }),
          ...(paymentMethodId === undefined ? {} : { paymentMethodId }),
          ...(deliveryMethodId === undefined ? {} : { deliveryMethodId }),
        },
      )
      if (!value) return { issues }
      return {
        issues,
        value: async ({ signal }) => (await es.customers.create(value, { signal })).customerId,
      }
    },

    async updateCustomer(id, { language: spoken, ...changes }, options) {
      const { country: code } = changes
      const countryId = code === undefined ? undefined : (await countries(options)).get(code)
      if (code !== undefined && countryId === undefined) return { issues: [unknownCountry(code)] }
      const languageId = spoken === undefined ? undefined : (await languages(options)).get(spoken)
      const row = await es.customers.get(id, options)
      const { value, issues } = esCustomerChange(row, { ...changes, countryId, languageId }, platform)
      if (!value) return { issues }
      return {
        issues,
        value: async ({ signal }) => (await es.customers.update(value, { signal })).customerId,
      }
    },

    async createProduct(entity, options) {
      const defaults = productDefaults(entity, settings, await account(options))
      if (!defaults.value) return { issues: defaults.issues }
      const { categoryId, unitId: measurementUnitId, vat } = defaults.value
      const data = esProductInsert(entity, { categoryId, measurementUnitId, vat })
      return {
        issues: [],
        value: async ({ signal }) => (await es.products.create(data, { signal })).productId,
      }
    },

    async updateProduct(id, changes, options) {
      const data = esProductChange(await es.products.get(id, options), changes)
      return {
        issues: [],
        value: async ({ signal }) => (await es.products.update(data, { signal })).productId,
      }
    },
  }
}

/** Ids by ISO code. The states of a country have its code too and came later: the lowest id is the whole country. */
async function countriesOf(es: EsClient, { signal }: CallOptions): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>()
  for await (const { countryId, iso3166_1 } of es.countries.list({ signal })) {
    const code = iso3166_1?.toUpperCase()
    if (code) ids.set(code, Math.min(countryId, ids.get(code) ?? countryId))
  }
  return ids
}

/** Ids by ISO code, as they are listed. */
async function languagesOf(es: EsClient, { signal }: CallOptions): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>()
  for await (const { languageId, iso3166 } of es.languages.list({ signal }))
    if (iso3166) ids.set(iso3166.toLowerCase(), languageId)
  return ids
}

async function productAccountOf(
  es: EsClient,
  companyId: number,
  { signal }: CallOptions,
): Promise<ProductAccount> {
  const { tables } = await esAccount(es, companyId, { signal })
  const units = new Map<number, Unit>()
  for await (const row of es.measurementUnits.list({ signal }))
    units.set(row.measurementUnitId, {
      name: row.name ?? undefined,
      short_name: row.abbreviation ?? undefined,
      code: row.measurementUnitUNECERId ?? undefined,
    })
  return { units, tables }
}
