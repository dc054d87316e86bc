import type { Settings } from '../../../domain/index.ts'
import {
  accountTables,
  customerInsert,
  customerUpdate,
  knownCountryId,
  knownLanguageId,
  productInsert,
  productUpdate,
} from '../../../mappers/pt/index.ts'
import type { PtClient } from '../../../pt/index.ts'
import { type MasterData, unknownCountry } from '../master-data.ts'
import type { CallOptions } from '../platform.ts'
import { type ProductAccount, productDefaults } from '../product-defaults.ts'
import { readOnce } from '../read-once.ts'

const HOME = { country: 'PT', language: 'pt' }

/** Customers and products of Moloni PT as they are written. Its tables are read once. */
export function ptMasterData(pt: PtClient, settings: Pick<Settings, 'push' | 'imports'>): MasterData {
  const { country = HOME.country, language = HOME.language, ...ids } = settings.push.relations
  const countries = readOnce((options) => countriesOf(pt, options))
  const account = readOnce((options) => productAccountOf(pt, options))

  async function countryIdOf(code: string, options: CallOptions): Promise<number | undefined> {
    const known = knownCountryId(code)
    if (known !== undefined) return known
    return (await countries(options)).get(code)
  }

  return {
    async createCustomer(relation, options) {
      const code = relation.country ?? country
      const countryId = await countryIdOf(code, options)
      if (countryId === undefined) return { issues: [unknownCountry(code)] }
      const languageId = knownLanguageId(relation.language ?? language) ?? knownLanguageId(HOME.language) ?? 1
      const { maturityDateId, paymentMethodId, deliveryMethodId } = ids
      const defaults = {
        countryId,
        languageId,
        ...(maturityDateId === undefined ? {} : { maturityDateId }),
        ...(paymentMethodId === undefined ? {} : { paymentMethodId }),
        ...(deliveryMethodId === undefined ? {} : { deliveryMethodId }),
      }
      const { value, issues } = customerInsert(relation, defaults)
      if (!value) return { issues }
      return {
        issues,
        value: async ({ signal }) => (await pt.customers.insert(value, { signal })).customer_id,
      }
    },

    async updateCustomer(id, { country: code, language: spoken, ...changes }, options) {
      const countryId = code === undefined ? undefined : await countryIdOf(code, options)
      if (code !== undefined && countryId === undefined) return { issues: [unknownCountry(code)] }
      const languageId = spoken === undefined ? undefined : knownLanguageId(spoken)
      const row = await pt.customers.getOne({ customer_id: id }, options)
      const { value, issues } = customerUpdate(row, { ...changes, countryId, languageId })
      if (!value) return { issues }
      return {
        issues,
        value: async ({ signal }) => (await pt.customers.update(value, { signal })).customer_id,
      }
    },

    async createProduct(entity, options) {
      const defaults = productDefaults(entity, settings, await account(options))
      if (!defaults.value) return { issues: defaults.issues }
      const { value, issues } = productInsert(entity, defaults.value)
      if (!value) return { issues }
      return {
        issues,
        value: async ({ signal }) => (await pt.products.insert(value, { signal })).product_id,
      }
    },

    async updateProduct(id, changes, options) {
      const row = await pt.products.getOne({ product_id: id, with_invisible: 1 }, options)
      const params = productUpdate(row, changes)
      return {
        issues: [],
        value: async ({ signal }) => (await pt.products.update(params, { signal })).product_id,
      }
    },
  }
}

async function countriesOf(pt: PtClient, { signal }: CallOptions): Promise<ReadonlyMap<string, number>> {
  const rows = await pt.countries.getAll({}, { signal })
  return new Map(
    rows.flatMap(({ country_id, iso_3166_1 }) =>
      iso_3166_1 ? [[iso_3166_1.toUpperCase(), country_id] as const] : [],
    ),
  )
}

async function productAccountOf(pt: PtClient, { signal }: CallOptions): Promise<ProductAccount> {
  const [units, taxes, taxExemptions] = await Promise.all([
    pt.measurementUnits.getAll({}, { signal }),
    pt.taxes.getAll({}, { signal }),
    pt.taxExemptions.getAll({}, { signal }),
  ])
  return {
    units: new Map(units.map(({ unit_id, name, short_name }) => [unit_id, { name, short_name }])),
    tables: accountTables({ taxes, taxExemptions }),
  }
}
