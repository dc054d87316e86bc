/** Which operations of which model a host lets hooks ask for. */
export type HookPairs = Readonly<Record<string, readonly string[]>>

const changes = ['create', 'update', 'delete']

const models = [
  'BankingInfo',
  'Customer',
  'DeliveryMethod',
  'Document',
  'DocumentSet',
  'GeographicZone',
  'MaturityDate',
  'MeasurementUnit',
  'PaymentMethod',
  'PriceClass',
  'Product',
  'Property',
  'PropertyGroup',
  'PropertyValue',
  'Retention',
  'Salesperson',
  'Supplier',
  'Tax',
  'Vehicle',
  'Warehouse',
]

/** The Spanish host: only what its own plug-ins were seen to ask for. ON: everything that makes sense. */
export const hookPairs: Readonly<Record<'es' | 'on', HookPairs>> = {
  es: { Product: ['create', 'update', 'stockChanged'] },
  on: {
    ...Object.fromEntries(models.map((model) => [model, changes])),
    Document: [...changes, 'pdfStartGenerating', 'pdfGenerated'],
    Product: [...changes, 'stockChanged'],
  },
}
