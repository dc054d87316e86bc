import type * as z from 'zod'
import type { Entity } from '../operation.ts'
import { expected, flag, int, list, nullable, num, row, text } from '../schema.ts'

/** What is asked for of a tax unless a call says otherwise. */
export const taxFields = () => ({
  taxId: int,
  name: expected(text),
  value: nullable(num),
  type: nullable(int),
  fiscalZone: nullable(text),
  fiscalZoneFinanceType: nullable(int),
  fiscalZoneFinanceTypeMode: nullable(text),
  isDefault: nullable(flag),
  visible: nullable(int),
  flags: list(row(() => ({ flagId: nullable(int) }))),
})

/** A tax as the lines of products name it. */
export const namedTax = row(() => {
  const { flags, isDefault, ...fields } = taxFields()
  return fields
})

const taxRow = row(taxFields)

/**
 * A tax. `type` 1 percentage, 2 constant, 3 by product; `fiscalZoneFinanceType` 1 VAT, 2 stamp duty, 3 other. A tax
 * with flags is none for ordinary sales.
 */
export interface Tax extends z.output<typeof taxRow> {}

const documentSetRow = row(() => ({
  documentSetId: int,
  name: nullable(text),
  isDefault: nullable(flag),
  visible: nullable(int),
}))

/** A series of documents. */
export interface DocumentSet extends z.output<typeof documentSetRow> {}

const warehouseRow = row(() => ({
  warehouseId: int,
  number: nullable(text),
  name: nullable(text),
  isDefault: nullable(flag),
}))

/** A warehouse. */
export interface Warehouse extends z.output<typeof warehouseRow> {}

const paymentMethodRow = row(() => ({
  paymentMethodId: int,
  name: nullable(text),
  type: nullable(int),
  isDefault: nullable(flag),
  visible: nullable(int),
}))

/** A way to pay. */
export interface PaymentMethod extends z.output<typeof paymentMethodRow> {}

const deliveryMethodRow = row(() => ({
  deliveryMethodId: int,
  name: nullable(text),
  isDefault: nullable(flag),
}))

/** A way to deliver. */
export interface DeliveryMethod extends z.output<typeof deliveryMethodRow> {}

const maturityDateRow = row(() => ({
  maturityDateId: int,
  name: nullable(text),
  days: nullable(int),
  discount: nullable(num),
  isDefault: nullable(flag),
  visible: nullable(int),
}))

/** Terms of payment: `days` until a document is due. */
export interface MaturityDate extends z.output<typeof maturityDateRow> {}

const measurementUnitRow = row(() => ({
  measurementUnitId: int,
  name: nullable(text),
  abbreviation: nullable(text),
  measurementUnitUNECERId: nullable(text),
  visible: nullable(int),
}))

/** A unit of measurement; `measurementUnitUNECERId` is its code in UN/ECE Recommendation 20, `HUR` for an hour. */
export interface MeasurementUnit extends z.output<typeof measurementUnitRow> {}

const priceClassRow = row(() => ({ priceClassId: int, name: nullable(text), visible: nullable(int) }))

/** A class of prices. */
export interface PriceClass extends z.output<typeof priceClassRow> {}

const geographicZoneRow = row(() => ({
  geographicZoneId: int,
  name: nullable(text),
  abbreviation: nullable(text),
}))

/** A region that the company sells in. */
export interface GeographicZone extends z.output<typeof geographicZoneRow> {}

export const settings = {
  tax: { type: 'TaxRead', id: 'taxId', row: taxRow },
  documentSet: { type: 'DocumentSetRead', id: 'documentSetId', row: documentSetRow },
  warehouse: { type: 'WarehouseRead', id: 'warehouseId', row: warehouseRow },
  paymentMethod: { type: 'PaymentMethodRead', id: 'paymentMethodId', row: paymentMethodRow },
  deliveryMethod: { type: 'DeliveryMethodRead', id: 'deliveryMethodId', row: deliveryMethodRow },
  maturityDate: { type: 'MaturityDateRead', id: 'maturityDateId', row: maturityDateRow },
  measurementUnit: { type: 'MeasurementUnitRead', id: 'measurementUnitId', row: measurementUnitRow },
  priceClass: { type: 'PriceClassRead', id: 'priceClassId', row: priceClassRow },
  geographicZone: { type: 'GeographicZoneRead', id: 'geographicZoneId', row: geographicZoneRow },
} satisfies Record<string, Entity>
