import type { Json, JsonObject } from '../../http/json.ts'
import type { WorkOrderRow } from '../state.ts'
import type { FieldRules } from '../table.ts'
import { flags, texts, wholes } from '../table.ts'

const names = (text: string) => text.split(/\s+/)

const party = names('Name DebtorNr Street StreetNo ZIP City Email Phone ContactPerson')
const both = (field: string) => [`Customer${field}`, `Customer${field}Invoice`]

/** What has to be sent with a new work order. */
export const requiredFields: readonly string[] = [
  'WorkorderNo',
  ...names('Name DebtorNr Street ZIP City ContactPerson').flatMap(both),
  'TypeOfWork',
  'PaymentMethod',
]

/** Plain fields that can be sent, with what fits. Dates and times are looked at on their own. */
export const plainFields: FieldRules = {
  ...texts(party.flatMap(both).join(' ')),
  ...texts('WorkorderNo OrderNr ProjectNr ExternProjectNr CpnCode CpnCodeInvoice AdrCode TypeOfWork'),
  ...texts('PaymentMethod ShortWorkDescription Comment EmployeeNr WorkStatus ErrorCode ErrorMessage'),
  ...texts('SolutionCode SolutionMessage PriorityCode PriorityMessage RoundingAmount'),
  ...texts('CustomerRemark CustomerRemarkInvoice WorkDescription InternalWorkDescription', 65_535),
  CustomerLatitude: { kind: 'decimal' },
  CustomerLongitude: { kind: 'decimal' },
  MinimumHours: { kind: 'decimal' },
  ...wholes('WorkDuration'),
  ...flags('PickupPlanning WebPlanning'),
}

export const dateFields: readonly string[] = names('WorkDate WorkEndDate WorkDeadline')
export const timeFields: readonly string[] = names('WorkTime WorkEndTime')

/** Fields that only OutSmart and its app write. */
const ownFields = names(
  'WorksheetCode CustomerCountry CustomerCountryInvoice WorkInstruction Signature SignatureUrl',
)

/** A work order that nobody filled in. */
export function blankWorkOrder(id: string, createdAt: string): WorkOrderRow {
  const empty = [...Object.keys(plainFields), ...dateFields, ...timeFields, ...ownFields]
  const texts: JsonObject = Object.fromEntries(empty.map((name) => [name, '']))
  return {
    ...texts,
    id,
    WorkorderNo: '',
    OrderNr: '',
    status: 'Klaargezet',
    WorkStatus: '',
    WorkFinished: '0',
    Archived: '0',
    CreationDate: createdAt,
    PdfUrl: `https://app.out-smart.com/pdf/${id}`,
    WordUrl: null,
    Photos: [],
    Documents: [],
    Materials: [],
    Workperiods: [],
    Forms: [],
    Employees: [],
    WorkObjects: [],
    StatusChanges: [],
    FreeFields: {},
  }
}

/** `d-m-Y`, with or without leading zeros, and a day that exists. */
export function isDay(text: string): boolean {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? []
  const date = new Date(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
}

/** `H:i` of a clock. */
export function isTime(text: string): boolean {
  return /^([01]?\d|2[0-3]):[0-5]\d$/.test(text)
}

/** The objects of a list, as far as they are objects. */
export function objectsOf(value: unknown): JsonObject[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (one): one is JsonObject => typeof one === 'object' && one !== null && !Array.isArray(one),
  )
}

/** The scalars of a record, as text. */
export function asTexts(record: JsonObject): JsonObject {
  const text = (value: Json | undefined): Json =>
    typeof value === 'object'
      ? value
      : value === undefined
        ? ''
        : value === true
          ? '1'
          : value === false
            ? '0'
            : String(value)
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, text(value)]))
}
