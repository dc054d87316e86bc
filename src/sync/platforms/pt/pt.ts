import type { Settings } from '../../../domain/index.ts'
import { chosenKinds, namesWithholding } from '../../../mappers/index.ts'
import { accountTables, billingCustomer, catalogueProduct } from '../../../mappers/pt/index.ts'
import type { PdfOptions, PtClient } from '../../../pt/index.ts'
import type { Findings } from '../../records/connection.ts'
import { exportKindsOf } from '../capabilities.ts'
import type { Account, CallOptions, Company, MoloniPlatform } from '../platform.ts'
import { serviceSheetTypes } from '../service-sheet-types.ts'
import { allDocumentTypes } from './document-types.ts'
import { ptDocuments } from './documents.ts'
import { ptMasterData } from './master-data.ts'
import { everyHit } from './searches.ts'
import { ptStreams } from './streams.ts'

/** Shown in many accounts, writable by all of them. */
const DEMONSTRATION_COMPANY = 5

export interface PtPlatformOptions {
  readonly pt: PtClient
  readonly companyId: string
  readonly settings: Settings
  /** What the account was found to have; absent until it was asked. */
  readonly found: Findings | undefined
  /** How files are fetched, which lie outside the API. */
  readonly files: Pick<PdfOptions, 'fetch' | 'clock'>
  clockOffset(): number | undefined
  requests(): number
}

/** Moloni Portugal behind the engine's one interface. */
export function ptPlatform({
  pt,
  companyId,
  settings,
  found,
  files,
  clockOffset,
  requests,
}: PtPlatformOptions): MoloniPlatform {
  const sheetTypes = serviceSheetTypes(found, settings.imports.serviceSheets.typeNames) ?? []
  let maturities: Promise<ReadonlyMap<number, number>> | undefined
  const maturityDays = ({ signal }: CallOptions) => {
    maturities ??= pt.maturityDates
      .getAll({}, { signal })
      .then(
        (rows) =>
          new Map(
            rows.flatMap(({ maturity_date_id, days }) =>
              days === undefined ? [] : [[maturity_date_id, days] as const],
            ),
          ),
      )
    return maturities
  }

  return {
    platform: 'pt',
    exportKinds: exportKindsOf('pt', found, settings),
    streams: ptStreams(pt, { companyId, hourUnits: settings.imports.hourUnits, sheetTypes }),
    ...ptDocuments(pt, settings.exports, sheetTypes, files),
    masterData: ptMasterData(pt, settings),
    clockOffset,
    requests,

    async probe(options) {
      const documentTypes = await allDocumentTypes(pt, options)
      return { exports: [], changes: {}, operations: [], documentTypes }
    },

    async companies({ signal }) {
      const rows = await pt.companies.getAll({}, { signal })
      return rows.map(
        ({ company_id, name, vat }): Company => ({
          companyId: String(company_id),
          name,
          demonstration: company_id === DEMONSTRATION_COMPANY,
          ...(vat ? { vatNumber: vat } : {}),
        }),
      )
    },

    async account({ signal }): Promise<Account> {
      const { exports } = settings
      const paid = chosenKinds(exports).includes('invoiceReceipt')
      const withheld = namesWithholding(exports.lines)
      const [taxes, taxExemptions, warehouses, sets, [recent], paymentMethods, deductions] =
        await Promise.all([
          pt.taxes.getAll({}, { signal }),
          pt.taxExemptions.getAll({}, { signal }),
          pt.warehouses.getAll({}, { signal }),
          pt.documentSets.getAll({}, { signal }),
          pt.documents.getAll({ qty: 1 }, { signal }),
          paid ? pt.paymentMethods.getAll({}, { signal }) : undefined,
          withheld ? pt.deductions.getAll({}, { signal }) : undefined,
        ])
      const usable = sets.filter(({ is_invisible }) => is_invisible !== 1)
      const preferred = usable.find(({ active_by_default }) => active_by_default === 1)
      const only = usable.length === 1 ? usable[0] : undefined
      const defaultDocumentSetId = (preferred ?? only)?.document_set_id
      return {
        tables: accountTables({
          taxes,
          taxExemptions,
          warehouses,
          paymentMethods,
          deductions,
          calcMethodId: recent?.document_calc_method?.calc_method_id,
        }),
        ...(defaultDocumentSetId === undefined ? {} : { defaultDocumentSetId }),
      }
    },

    async customersByNumber(number, options) {
      const rows = await everyHit((page) => pt.customers.getByNumber({ number, ...page }, options))
      const days = rows.some(({ maturity_date_id }) => maturity_date_id)
        ? await maturityDays(options)
        : undefined
      return rows.map((row) => billingCustomer(row, days && { maturityDays: days }))
    },

    async customersByTaxNumber(taxNumber, options) {
      const rows = await everyHit((page) => pt.customers.getByVat({ vat: taxNumber, ...page }, options))
      return rows.map((row) => billingCustomer(row)).filter(({ vatNumber }) => vatNumber === taxNumber)
    },

    async productsByReference(reference, options) {
      const rows = await everyHit((page) =>
        pt.products.getByReference({ reference, with_invisible: 1, ...page }, options),
      )
      return rows.map(catalogueProduct)
    },
  }
}
