import type { Platform, Settings } from '../../../domain/index.ts'
import type { EsClient, PdfOptions } from '../../../es/index.ts'
import { esBillingCustomer, esCatalogueProduct } from '../../../mappers/es/index.ts'
import type { Findings } from '../../records/connection.ts'
import { CAPABILITIES, exportKindsOf } from '../capabilities.ts'
import type { MoloniPlatform } from '../platform.ts'
import { esAccount } from './account.ts'
import { showsRootsOnly } from './categories.ts'
import { probePrecision } from './changes.ts'
import { esCompanies } from './companies.ts'
import { esDocuments } from './documents.ts'
import { esHooks } from './hooks.ts'
import { countCustomers, countProducts } from './lists.ts'
import { esMasterData } from './master-data.ts'
import { esStreams } from './streams.ts'

export interface EsPlatformOptions {
  readonly es: EsClient
  readonly platform: Exclude<Platform, 'pt'>
  readonly companyId: string
  readonly settings: Settings
  readonly found: Findings | undefined
  /** How files are fetched, which lie outside the API. */
  readonly files: Pick<PdfOptions, 'fetch' | 'clock' | 'mediaUrl'>
  now(): number
  clockOffset(): number | undefined
  requests(): number
}

/** Root operations that an account must have for a kind of document that its platform is not known for. */
const NEEDED = {
  invoiceReceipt: ['invoiceReceipt', 'invoiceReceipts', 'invoiceReceiptCreate', 'invoiceReceiptUpdate'],
} as const

/** Moloni Spain and Moloni ON behind the engine's one interface. */
export function esPlatform(options: EsPlatformOptions): MoloniPlatform {
  const { es, platform, companyId, settings, found, clockOffset, requests } = options
  return {
    platform,
    exportKinds: exportKindsOf(platform, found),
    hooks: esHooks(es),
    streams: esStreams(es, {
      platform,
      companyId,
      hourUnits: settings.imports.hourUnits,
      found,
    }),
    ...esDocuments(es, platform, settings.exports, options.files),
    masterData: esMasterData(es, { platform, companyId: Number(companyId), settings }),
    clockOffset,
    requests,
    companies: (call) => esCompanies(es, platform, call),
    account: (call) => esAccount(es, Number(companyId), call),

    async probe(call) {
      const now = options.now()
      const changes: Findings['changes'] = {}
      const customers = await probePrecision((since, how) => countCustomers(es, since, how), now, call)
      if (customers) changes.customers = customers
      const products = await probePrecision((since, how) => countProducts(es, since, how), now, call)
      if (products) changes.products = products
      const rootCategoriesOnly = await showsRootsOnly(es, call)
      const asked = CAPABILITIES[platform].probed.includes('invoiceReceipt') ? NEEDED.invoiceReceipt : []
      const operations = asked.length > 0 ? await es.probe([...asked], call) : []
      const has = asked.length > 0 && asked.every((name) => operations.includes(name))
      return { changes, rootCategoriesOnly, operations, exports: has ? ['invoiceReceipt'] : [] }
    },

    async customersByNumber(number, { signal }) {
      const filter = { field: 'number', comparison: 'eq', value: number } as const
      const matches = []
      for await (const row of es.customers.list({ filter, signal }))
        matches.push(esBillingCustomer(row, { platform }))
      return matches
    },

    async customersByTaxNumber(taxNumber, { signal }) {
      // Moloni may have it with a prefix or blanks around it.
      const filter = { field: 'vat', comparison: 'like', value: `%${taxNumber}%` } as const
      const matches = []
      for await (const row of es.customers.list({ filter, signal }))
        matches.push(esBillingCustomer(row, { platform }))
      return matches.filter(({ vatNumber }) => vatNumber === taxNumber)
    },

    async productsByReference(reference, { signal }) {
      const filter = [
        { field: 'reference', comparison: 'eq', value: reference },
        { field: 'visible', comparison: 'in', value: [0, 1] },
      ] as const
      const matches = []
      for await (const row of es.products.list({ filter, includeVariants: true, signal }))
        matches.push(esCatalogueProduct(row))
      return matches
    },
  }
}
