import type { WorkOrder } from 'moloni-sdk'
import { type Catalogue, partyOf } from './catalogue.ts'
import type { Words } from './words.ts'

type Spoil = (workOrder: WorkOrder, catalogue: Catalogue, words: Words) => Partial<WorkOrder>

/** What can be wrong with a work order, by the code under which the engine must find it. */
const spoils = {
  unknown_material: ({ materials }, _catalogue, { unknownMaterial }) => ({
    materials: [...materials, { code: unknownMaterial, quantity: 3 }],
  }),
  unknown_hour_type: ({ workPeriods }, _catalogue, { unknownHourType }) => ({
    workPeriods: [...workPeriods, { hourTypeCode: unknownHourType, minutes: 45 }],
  }),
  unknown_relation: (_job, _catalogue, { unknownCustomer }) => ({
    customer: { debtorNumber: 'C-999999', name: unknownCustomer },
  }),
  no_customer: (_job, _catalogue, { nobody }) => ({ customer: { name: nobody } }),
  missing_address: (_job, { withoutAddress }) => ({ customer: partyOf(withoutAddress) }),
  no_vat: (_job, { abroad }) => ({ customer: partyOf(abroad) }),
  zero_quantity: ({ materials }) => ({ materials: materials.map((line) => ({ ...line, quantity: 0 })) }),
  negative_quantity: ({ materials }) => ({ materials: materials.map((line) => ({ ...line, quantity: -1 })) }),
  missing_material_code: (_job, _catalogue, { typedIn }) => ({ materials: [{ name: typedIn, quantity: 4 }] }),
  missing_hour_type: () => ({ workPeriods: [{ minutes: 90 }] }),
  nothing_to_bill: () => ({ materials: [], workPeriods: [] }),
  no_payment_method: (_job, _catalogue, { typesOfWork, unknownPayment }) => ({
    typeOfWork: typesOfWork.invoiceReceipt,
    paymentMethod: unknownPayment,
  }),
} as const satisfies Record<string, Spoil>

export type Fault = keyof typeof spoils

/** The work order with a fault in it. */
export function spoilt(fault: Fault, job: WorkOrder, catalogue: Catalogue, words: Words): WorkOrder {
  return { ...job, ...spoils[fault](job, catalogue, words) }
}
