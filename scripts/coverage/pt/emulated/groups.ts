import { closed, documentGroups, migrated } from './documents.ts'
import { PRODUCT } from './furnish.ts'
import type { RecordGroup } from './records.ts'

const settings: readonly RecordGroup[] = [
  { group: 'bankAccounts', id: 'bank_account_id' },
  { group: 'economicActivityClassificationCodes', id: 'eac_id', create: { code: '43221' } },
  { group: 'paymentMethods', id: 'payment_method_id' },
  { group: 'maturityDates', id: 'maturity_date_id' },
  { group: 'deliveryMethods', id: 'delivery_method_id' },
  { group: 'vehicles', id: 'vehicle_id', given: { getBySearch: { search: 'description' } } },
  { group: 'deductions', id: 'deduction_id' },
  {
    group: 'taxes',
    id: 'tax_id',
    create: {
      type: 1,
      saft_type: 1,
      vat_type: 'RED',
      value: 5,
      stamp_tax: undefined,
      exemption_reason: undefined,
    },
  },
  { group: 'measurementUnits', id: 'unit_id' },
  { group: 'identificationTemplates', id: 'template_id', create: { email_sender_address: 'a@example.com' } },
  { group: 'documentSets', id: 'document_set_id' },
  { group: 'warehouses', id: 'warehouse_id' },
  { group: 'productProperties', id: 'property_id' },
  { group: 'geographicZones', id: 'geographic_zone_id' },
  { group: 'PriceClasses', id: 'price_class_id' },
]

const entities: readonly RecordGroup[] = [
  { group: 'customers', id: 'customer_id' },
  { group: 'customerAlternateAddresses', id: 'address_id' },
  { group: 'suppliers', id: 'supplier_id' },
  { group: 'salesmen', id: 'salesman_id' },
  { group: 'products', id: 'product_id', create: PRODUCT, shownOtherwise: ['taxes.value'] },
  { group: 'productCategories', id: 'category_id', create: { parent_id: 0 } },
  {
    group: 'productStocks',
    id: 'product_stock_id',
    create: { movement_date: '2026-03-02 09:00:00', qty: 3 },
  },
]

/** Tables of Moloni's own, which nobody changes. */
const UNCHANGED = ['getModifiedSince']

/** Groups that are only read: a record is one that is there. */
const tables: readonly RecordGroup[] = [
  { group: 'users', id: 'user_id' },
  { group: 'companies', id: 'company_id' },
  { group: 'countries', id: 'country_id', quiet: UNCHANGED },
  { group: 'fiscalZones', id: 'fiscal_zone_id', quiet: UNCHANGED },
  { group: 'languages', id: 'language_id', quiet: UNCHANGED },
  { group: 'currencies', id: 'currency_id', quiet: UNCHANGED },
  { group: 'documentModels', id: 'document_model_id', quiet: UNCHANGED },
  { group: 'taxExemptions', id: 'code', quiet: UNCHANGED },
  { group: 'currencyExchange', id: 'from', quiet: UNCHANGED },
  { group: 'mBGateways', id: 'gateway_id', quiet: UNCHANGED },
  { group: 'migratedBalancesCreditNotes', id: 'document_id', prepare: (world) => migrated(world, 'NCM') },
  { group: 'migratedBalancesInvoices', id: 'document_id', prepare: (world) => migrated(world, 'FTM') },
  { group: 'migratedBalancesReceipts', id: 'document_id', prepare: (world) => migrated(world, 'REM') },
  { group: 'settlementNotes', id: 'document_id', prepare: (world) => migrated(world, 'NL') },
  {
    group: 'documents',
    id: 'document_id',
    prepare: async (world) => ({ document_id: await closed(world, 'invoices') }),
  },
]

/** Every group that holds records, and what its scenario must know. */
export const recordGroups: readonly RecordGroup[] = [...entities, ...settings, ...tables, ...documentGroups]
