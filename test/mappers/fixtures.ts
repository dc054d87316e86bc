import {
  type ExportSettings,
  type SettingsInput,
  settings,
  type WorkOrder,
  workOrder,
} from '../../src/domain/index.ts'
import type {
  AccountTables,
  AccountTax,
  BillingCustomer,
  CatalogueProduct,
  CatalogueTax,
} from '../../src/mappers/index.ts'

export const exportSettings = (patch: SettingsInput['exports'] = {}): ExportSettings =>
  settings.parse({ exports: patch }).exports

export const lineSettings = (patch: NonNullable<SettingsInput['exports']>['lines'] = {}) =>
  exportSettings({ lines: patch }).lines

/** A completed work order of one pump, as the host gives it. */
export const aWorkOrder = (patch: Partial<WorkOrder> = {}): WorkOrder =>
  workOrder.parse({
    key: '4711',
    number: 'OT-2026-0042',
    status: 'complete',
    finished: true,
    workDate: '2026-03-02',
    customer: { debtorNumber: 'C100', name: 'Hotel Douro', postalCode: '4000-322', country: 'PT' },
    materials: [{ code: 'BOMBA', quantity: 1, unitPrice: 100 }],
    workPeriods: [],
    ...patch,
  })

const tax = (taxId: number, rate: number, fiscalZone: string, vatType: string): AccountTax => ({
  taxId,
  name: `IVA ${rate}`,
  rate,
  basis: 'percent',
  fiscalZone,
  vatType,
  kind: 'vat',
})

export const taxes = {
  mainland: tax(11, 23, 'PT', 'NOR'),
  mainlandLow: tax(12, 6, 'PT', 'RED'),
  azores: tax(21, 16, 'PT-AC', 'NOR'),
  azoresLow: tax(22, 4, 'PT-AC', 'RED'),
  madeira: tax(31, 22, 'PT-MA', 'NOR'),
}

export const account = (patch: Partial<AccountTables> = {}): AccountTables => ({
  taxes: Object.values(taxes),
  exemptions: ['M07', 'M16', 'M40'],
  ...patch,
})

export const on = (of: AccountTax, patch: Partial<CatalogueTax> = {}): CatalogueTax => {
  const { name: _, ...rest } = of
  return { ...rest, order: 1, cumulative: false, ...patch }
}

export const aProduct = (reference: string, patch: Partial<CatalogueProduct> = {}): CatalogueProduct => ({
  productId: 900,
  reference,
  name: `Artigo ${reference}`,
  price: '45.5',
  taxes: [on(taxes.mainland)],
  active: true,
  ...patch,
})

export const aCustomer = (patch: Partial<BillingCustomer> = {}): BillingCustomer => ({
  customerId: 5001,
  number: 'C100',
  name: 'Hotel Douro',
  vatNumber: '503504564',
  fiscalZone: 'PT',
  countryId: 1,
  hasAddress: true,
  active: true,
  ...patch,
})

export const codes = ({ issues }: { readonly issues: readonly { readonly code: string }[] }) =>
  issues.map(({ code }) => code)
