import type { WorkOrder, WorkOrderParty } from '../../../../domain/index.ts'
import type { WorkOrderRow } from '../../client/entities/work-order.ts'
import type { OutsmartSettings } from '../settings.ts'
import { sourceIn } from '../sinks/source-id.ts'
import { stated } from '../stated.ts'
import { materialsOf, periodsOf } from './lines.ts'

export type WorkOrderSettings = OutsmartSettings['workOrders']

const STATUSES: Readonly<Record<string, WorkOrder['status']>> = {
  Klaargezet: 'ready',
  Opgehaald: 'on_device',
  Compleet: 'complete',
  Afgehandeld: 'handled',
}

/**
 * A work order as the engine knows it, or undefined when the settings leave it out. Internal texts stay apart from
 * those that the customer sees; a bill-to party is there whenever OutSmart names one.
 */
export function workOrderFrom(row: WorkOrderRow, settings: WorkOrderSettings): WorkOrder | undefined {
  const unfinished = row.WorkFinished !== true
  const archived = row.Archived === true
  if (unfinished && settings.unfinished === 'leaveOut') return undefined
  if (archived && settings.archived === 'leaveOut') return undefined
  const origin = sourceIn(row.WorkorderNo)
  const workPeriods = periodsOf(row.Workperiods ?? [], settings)
  return {
    key: row.id,
    number: numberOf(row, origin !== undefined),
    status: STATUSES[row.status ?? ''] ?? 'ready',
    finished: !unfinished || settings.unfinished === 'asOrdinary',
    customer: siteOf(row),
    materials: materialsOf(row.Materials ?? [], settings),
    workPeriods,
    ...stated({
      archived: archived && settings.archived === 'tell' ? true : undefined,
      workStatus: row.WorkStatus,
      billTo: payerOf(row),
      projectNumber: row.ProjectNr,
      typeOfWork: row.TypeOfWork,
      paymentMethod: row.PaymentMethod,
      shortDescription: row.ShortWorkDescription,
      description: row.WorkDescription,
      internalDescription: row.InternalWorkDescription,
      comment: row.Comment,
      // Work that nobody planned still has the days on which it was done.
      workDate: row.WorkDate ?? workPeriods.flatMap(({ date }) => date ?? []).sort()[0],
      workEndDate: row.WorkEndDate,
      minimumHours: row.MinimumHours,
      roundingMinutes: minutesIn(row.RoundingAmount),
      pdfUrl: row.PdfUrl,
      origin: origin && { ...origin, documentId: origin.id, kind: 'serviceSheet' },
    }),
  }
}

/** The number that people know. Work orders that were made in OutSmart have none of another system. */
function numberOf({ id, WorkorderNo, OrderNr }: WorkOrderRow, ours: boolean): string {
  const numbers = ours ? [OrderNr, WorkorderNo] : [WorkorderNo, OrderNr]
  return numbers.find((number) => number !== undefined) ?? id
}

function siteOf(row: WorkOrderRow): WorkOrderParty {
  return stated({
    debtorNumber: row.CustomerDebtorNr,
    name: row.CustomerName,
    street: row.CustomerStreet,
    houseNumber: row.CustomerStreetNo,
    postalCode: row.CustomerZIP,
    city: row.CustomerCity,
    country: countryOf(row.CustomerCountry),
    email: row.CustomerEmail,
  })
}

function payerOf(row: WorkOrderRow): WorkOrderParty | undefined {
  if (row.CustomerDebtorNrInvoice === undefined && row.CustomerNameInvoice === undefined) return undefined
  return stated({
    debtorNumber: row.CustomerDebtorNrInvoice,
    name: row.CustomerNameInvoice,
    street: row.CustomerStreetInvoice,
    houseNumber: row.CustomerStreetNoInvoice,
    postalCode: row.CustomerZIPInvoice,
    city: row.CustomerCityInvoice,
    country: countryOf(row.CustomerCountryInvoice),
    email: row.CustomerEmailInvoice,
  })
}

/** Only a code says which country it is. */
function countryOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined
}

/** Minutes that time is rounded to; 0 is what accounts have that do not round. */
function minutesIn(text: string | undefined): number | undefined {
  const minutes = text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : 0
  return minutes > 0 ? minutes : undefined
}
