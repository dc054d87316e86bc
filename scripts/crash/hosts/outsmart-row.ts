import type { MaterialLine, WorkOrder, WorkPeriod } from '../../../src/domain/index.ts'
import type { OutsmartWorkOrderRow } from '../../../src/testing/index.ts'
import { blankWorkOrder } from '../../../src/testing/outsmart/work-orders/row.ts'

/** A work order as OutSmart holds one that a technician has completed. Its key is the row id. */
export function outsmartRow(workOrder: WorkOrder): OutsmartWorkOrderRow {
  const { key, number, customer, materials, workPeriods, description = '', workDate = '' } = workOrder
  return Object.assign(blankWorkOrder(key, '2026-03-01 08:00:00'), {
    WorkorderNo: number,
    CustomerDebtorNr: customer.debtorNumber ?? '',
    CustomerName: customer.name ?? '',
    WorkDescription: description,
    WorkDate: workDate.split('-').reverse().join('-'),
    WorkFinished: '1',
    status: 'Compleet' as const,
    Materials: materials.map(materialRow),
    Workperiods: workPeriods.map(periodRow),
  })
}

/** Lines show the price that is left of the discount. */
function materialRow({ code = '', name = '', quantity, unitPrice = 0, discountPercent = 0 }: MaterialLine) {
  const net = discountPercent === 0 ? unitPrice : Math.round(unitPrice * (100 - discountPercent)) / 100
  return {
    MaterialCode: code,
    MaterialName: name,
    MaterialNr: String(quantity),
    MaterialPrice: String(net),
    MaterialDiscountPercentage: String(discountPercent),
    MaterialOriginalPrice: discountPercent === 0 ? '' : String(unitPrice),
  }
}

function periodRow({ hourTypeCode = '', minutes }: WorkPeriod) {
  const clock = (of: number) => `${Math.floor(of / 60)}:${String(of % 60).padStart(2, '0')}`
  return {
    HourType: hourTypeCode,
    WorkDate: '01-03-2026',
    BeginTime: '9:00',
    EndTime: clock(9 * 60 + minutes),
    TotalTime: clock(minutes),
  }
}
