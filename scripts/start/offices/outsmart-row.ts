import type { WorkOrder } from 'moloni-sdk'
import type { OutsmartWorkOrderRow } from 'moloni-sdk/testing'

const LIFE = {
  ready: 'Klaargezet',
  on_device: 'Opgehaald',
  complete: 'Compleet',
  handled: 'Afgehandeld',
} as const

/** A work order as OutSmart would hold it: texts throughout, decimals with a comma, days as `d-m-Y`. */
export function completedRow(workOrder: WorkOrder, id: string): OutsmartWorkOrderRow {
  const { customer, billTo, materials, workPeriods } = workOrder
  return {
    id,
    WorkorderNo: workOrder.number,
    OrderNr: `WB${id}`,
    status: LIFE[workOrder.status],
    WorkStatus: workOrder.workStatus ?? '',
    WorkFinished: workOrder.finished ? '1' : '0',
    Archived: workOrder.archived ? '1' : '0',
    CustomerDebtorNr: customer.debtorNumber ?? '',
    CustomerName: customer.name ?? '',
    CustomerDebtorNrInvoice: billTo?.debtorNumber ?? '',
    CustomerNameInvoice: billTo?.name ?? '',
    TypeOfWork: workOrder.typeOfWork ?? '',
    PaymentMethod: workOrder.paymentMethod ?? '',
    WorkDescription: workOrder.description ?? '',
    InternalWorkDescription: workOrder.internalDescription ?? '',
    Comment: workOrder.comment ?? '',
    WorkDate: day(workOrder.workDate),
    Materials: materials.map((line) => ({
      MaterialCode: line.code ?? '',
      MaterialName: line.name ?? '',
      MaterialNr: decimal(line.quantity),
      MaterialPrice: decimal(line.unitPrice),
      MaterialUnit: line.unit ?? '',
    })),
    Workperiods: workPeriods.map((period) => ({
      WorkDate: day(period.date),
      BeginTime: '09:00',
      EndTime: '12:00',
      Break: '0',
      TotalTime: clock(period.minutes),
      Travel: '0',
      HourType: period.hourTypeCode ?? '',
      EmployeeNr: period.employeeNumber ?? '',
    })),
    StatusChanges: [],
  }
}

const day = (text = '') => text.split('-').reverse().join('-')

const decimal = (value: number | undefined) => `${value ?? ''}`.replace('.', ',')

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join(':')
}
