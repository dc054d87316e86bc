import type { Entity } from './entity.ts'

/** Entities without rules of their own. */
export const simpleEntities: readonly Entity[] = [
  {
    name: 'bankingInfo',
    table: 'bankingInfos',
    model: 'BankingInfo',
    defaults: () => ({ associateWithCompany: false }),
  },
  { name: 'bankRemittance', table: 'bankRemittances', defaults: () => ({ handled: false }) },
  { name: 'companyRole', table: 'companyRoles', defaults: () => ({ admin: false, permissions: [] }) },
  { name: 'customField', table: 'customFields', textId: true },
  {
    name: 'deliveryMethod',
    table: 'deliveryMethods',
    model: 'DeliveryMethod',
    defaults: () => ({ isDefault: false }),
  },
  { name: 'documentMailMessageTemplate', table: 'documentMailMessageTemplates' },
  {
    name: 'economicActivityClassificationCode',
    table: 'economicActivityClassificationCodes',
    defaults: () => ({ isDefault: false }),
  },
  { name: 'event', table: 'events', textId: true, defaults: () => ({ isDraft: false, isHandled: false }) },
  {
    name: 'geographicZone',
    table: 'geographicZones',
    model: 'GeographicZone',
    defaults: () => ({ notes: '' }),
  },
  { name: 'identificationTemplate', table: 'identificationTemplates' },
  { name: 'labelTemplate', table: 'labelTemplates', textId: true, defaults: () => ({ isDefault: false }) },
  { name: 'maturityDate', table: 'maturityDates', model: 'MaturityDate' },
  {
    name: 'measurementUnit',
    table: 'measurementUnits',
    model: 'MeasurementUnit',
    defaults: () => ({ measurementUnitUNECERId: '' }),
  },
  {
    name: 'paymentMethod',
    table: 'paymentMethods',
    model: 'PaymentMethod',
    defaults: () => ({ isDefault: false, commission: 0, fixedCommission: 0, type: 0 }),
  },
  { name: 'retention', table: 'retentions', model: 'Retention' },
  { name: 'vehicle', table: 'vehicles', model: 'Vehicle' },
]
