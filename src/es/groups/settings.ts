import type { Creates, ListOptions, Lists, Reads } from '../families/records.ts'
import { company, list, one, write } from '../operation.ts'
import {
  type DeliveryMethod,
  type DocumentSet,
  type GeographicZone,
  type MaturityDate,
  type MeasurementUnit,
  type PaymentMethod,
  type PriceClass,
  settings,
  type Tax,
  type Warehouse,
} from '../rows/settings.ts'
import type { DocumentSetRead } from '../types/documents.ts'
import type {
  DeliveryMethodFieldNames,
  DocumentSetFieldNames,
  GeographicZoneFieldNames,
  MaturityDateFieldNames,
  MeasurementUnitFieldNames,
  PaymentMethodFieldNames,
  PriceClassFieldNames,
  TaxFieldNames,
  WarehouseFieldNames,
} from '../types/lists.ts'
import type {
  MeasurementUnitInsert,
  MeasurementUnitRead,
  PriceClassInsert,
  PriceClassRead,
  WarehouseRead,
} from '../types/products.ts'
import type {
  DeliveryMethodInsert,
  DeliveryMethodRead,
  GeographicZoneRead,
  MaturityDateRead,
  PaymentMethodInsert,
  PaymentMethodRead,
  TaxInsert,
  TaxRead,
} from '../types/settings.ts'

export const settingsOperations = {
  deliveryMethods: {
    list: list('deliveryMethods', settings.deliveryMethod, { ...company, options: 'DeliveryMethodOptions' }),
    create: write('create', 'deliveryMethodCreate', settings.deliveryMethod, {
      ...company,
      data: 'DeliveryMethodInsert!',
    }),
  },
  documentSets: {
    list: list('documentSets', settings.documentSet, { ...company, options: 'DocumentSetOptions' }),
  },
  geographicZones: {
    list: list('geographicZones', settings.geographicZone, { ...company, options: 'GeographicZoneOptions' }),
  },
  maturityDates: {
    list: list('maturityDates', settings.maturityDate, { ...company, options: 'MaturityDateOptions' }),
  },
  measurementUnits: {
    list: list('measurementUnits', settings.measurementUnit, {
      ...company,
      options: 'MeasurementUnitOptions',
    }),
    create: write('create', 'measurementUnitCreate', settings.measurementUnit, {
      ...company,
      data: 'MeasurementUnitInsert!',
    }),
  },
  paymentMethods: {
    list: list('paymentMethods', settings.paymentMethod, { ...company, options: 'PaymentMethodOptions' }),
    get: one('paymentMethod', settings.paymentMethod, { ...company, paymentMethodId: 'Int!' }),
    create: write('create', 'paymentMethodCreate', settings.paymentMethod, {
      ...company,
      data: 'PaymentMethodInsert!',
    }),
  },
  priceClasses: {
    list: list('priceClasses', settings.priceClass, { ...company, options: 'PriceClassOptions' }),
    get: one('priceClass', settings.priceClass, { ...company, priceClassId: 'Int!' }),
    create: write('create', 'priceClassCreate', settings.priceClass, {
      ...company,
      data: 'PriceClassInsert!',
    }),
  },
  taxes: {
    list: list('taxes', settings.tax, { ...company, options: 'TaxOptions' }),
    get: one('tax', settings.tax, { ...company, taxId: 'Int!' }),
    create: write('create', 'taxCreate', settings.tax, { ...company, data: 'TaxInsert!' }),
  },
  warehouses: {
    list: list('warehouses', settings.warehouse, { ...company, options: 'WarehouseOptions' }),
    get: one('warehouse', settings.warehouse, { ...company, warehouseId: 'Int!' }),
  },
}

/** Ways to deliver. */
export interface DeliveryMethodsApi
  extends Lists<DeliveryMethod, DeliveryMethodRead, ListOptions<DeliveryMethodFieldNames>>,
    Creates<DeliveryMethod, DeliveryMethodRead, DeliveryMethodInsert> {}

/** Series of documents. A company without a default one answers a `RefusedError` `default_missing`. */
export interface DocumentSetsApi
  extends Lists<DocumentSet, DocumentSetRead, ListOptions<DocumentSetFieldNames>> {}

/** Regions that the company sells in. */
export interface GeographicZonesApi
  extends Lists<GeographicZone, GeographicZoneRead, ListOptions<GeographicZoneFieldNames>> {}

/** Terms of payment. */
export interface MaturityDatesApi
  extends Lists<MaturityDate, MaturityDateRead, ListOptions<MaturityDateFieldNames>> {}

/** Units of measurement. */
export interface MeasurementUnitsApi
  extends Lists<MeasurementUnit, MeasurementUnitRead, ListOptions<MeasurementUnitFieldNames>>,
    Creates<MeasurementUnit, MeasurementUnitRead, MeasurementUnitInsert> {}

/** Ways to pay. */
export interface PaymentMethodsApi
  extends Reads<PaymentMethod, PaymentMethodRead, PaymentMethodFieldNames>,
    Creates<PaymentMethod, PaymentMethodRead, PaymentMethodInsert> {}

/** Classes of prices. */
export interface PriceClassesApi
  extends Reads<PriceClass, PriceClassRead, PriceClassFieldNames>,
    Creates<PriceClass, PriceClassRead, PriceClassInsert> {}

/** Taxes of the company. The one of a rate: filters on `value`, `type` 1, `fiscalZoneFinanceType` 1 and `flags` 0. */
export interface TaxesApi extends Reads<Tax, TaxRead, TaxFieldNames>, Creates<Tax, TaxRead, TaxInsert> {}

/** Warehouses. */
export interface WarehousesApi extends Reads<Warehouse, WarehouseRead, WarehouseFieldNames> {}
