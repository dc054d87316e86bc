import type { Platform } from 'moloni-sdk'
import type { Fault } from './faults.ts'
import { type DocumentKind, portuguese, spanish, type Words } from './words.ts'

/** What the program shows of a platform. */
export interface PlatformRow {
  readonly name: string
  /** IANA zone of its companies. */
  readonly timeZone: string
  /** Kinds that are imported, and what the program calls them. */
  readonly imports: Readonly<Record<string, string>>
  /** Documents that are made; the first is what work becomes unless its type says otherwise. */
  readonly exports: readonly [DocumentKind, ...DocumentKind[]]
  /** What is planted wrong, one work order each. */
  readonly faults: readonly Fault[]
  readonly words: Words
}

const everywhere: readonly Fault[] = [
  'unknown_material',
  'unknown_hour_type',
  'unknown_relation',
  'no_customer',
  'no_vat',
  'zero_quantity',
  'negative_quantity',
  'missing_material_code',
  'missing_hour_type',
  'nothing_to_bill',
]

const catalogue = { relations: 'relations', materials: 'materials', hourTypes: 'hourTypes' }
const withCategories = { ...catalogue, materialCategories: 'categories' }

export const platforms: Readonly<Record<Platform, PlatformRow>> = {
  pt: {
    name: 'Moloni Portugal',
    timeZone: 'Europe/Lisbon',
    imports: { ...catalogue, employees: 'employees' },
    exports: ['invoice'],
    // The other two ask for no address.
    faults: [...everywhere, 'missing_address'],
    words: portuguese,
  },
  es: {
    name: 'Moloni Spain',
    timeZone: 'Europe/Madrid',
    imports: withCategories,
    exports: ['invoice', 'purchaseOrder'],
    faults: everywhere,
    words: spanish,
  },
  on: {
    name: 'Moloni ON',
    timeZone: 'Europe/Lisbon',
    imports: withCategories,
    exports: ['invoice', 'purchaseOrder', 'invoiceReceipt'],
    faults: [...everywhere, 'no_payment_method'],
    words: portuguese,
  },
}
