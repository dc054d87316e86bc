import { define, entity, type InputOf, type RowOf, rowsOf } from '../entity.ts'
import {
  anything,
  decimal,
  duration,
  flag,
  longText,
  moment,
  text,
  textList,
  time,
  whole,
  workDay,
} from '../field.ts'

const materialFields = define({
  required: {
    MaterialCode: text(255),
    MaterialName: text(255),
    /** The quantity, whatever its name says. */
    MaterialNr: decimal(),
    MaterialPrice: decimal(),
  },
  optional: {
    MaterialUnit: text(255),
    MaterialType: text(255),
    MaterialWarehouseCode: text(),
    MaterialWarrantyCode: text(),
    MaterialDiscountPercentage: decimal(),
    MaterialOriginalPrice: decimal(),
    MaterialFreeField1: text(255),
    MaterialFreeField2: text(255),
    MaterialFreeField3: text(255),
    MaterialFreeField4: text(255),
    MaterialFreeField5: text(255),
  },
  readOnly: { MaterialTotalPrice: decimal() },
})
/** A material line. The code is missing when it was typed in by hand; `MaterialNr` is the quantity. */
export interface WorkOrderMaterialRow extends RowOf<typeof materialFields> {}
export interface WorkOrderMaterialInput extends InputOf<typeof materialFields> {}
export const workOrderMaterial = entity<WorkOrderMaterialRow, WorkOrderMaterialInput>(materialFields)

const periodFields = define({
  required: { WorkDate: workDay(), BeginTime: time(), EndTime: time(), TotalTime: duration() },
  optional: {
    /** Minutes. */
    Break: whole(),
    /** A distance. */
    Travel: decimal(),
    WorkRemark: text(),
    HourType: text(55),
    EmployeeNr: text(55),
  },
  readOnly: { Id: text(), ObjCode: text(), ExternalId: text() },
})
/** Time worked: `TotalTime` is `H:i`, breaks taken off; `Travel` is a distance. It has no price. */
export interface WorkPeriodRow extends RowOf<typeof periodFields> {}
export interface WorkPeriodInput extends InputOf<typeof periodFields> {}
export const workPeriod = entity<WorkPeriodRow, WorkPeriodInput>(periodFields)

const statusChangeFields = define({ readOnly: { status: text(), timestamp: text(), user: text() } })
/** A step in the life of a work order. Known from other programs only. */
export interface StatusChangeRow extends RowOf<typeof statusChangeFields> {}
const statusChange = entity<StatusChangeRow, never>(statusChangeFields)

const photoFields = define({ readOnly: { image: text(), title: text() } })
export interface PhotoRow extends RowOf<typeof photoFields> {}
const photo = entity<PhotoRow, never>(photoFields)

const formFields = define({
  optional: { Name: text(), Data: anything(), ObjectCode: text() },
  readOnly: { PdfUrl: text() },
})
export interface WorkOrderFormRow extends RowOf<typeof formFields> {}
export interface WorkOrderFormInput extends InputOf<typeof formFields> {}
const workOrderForm = entity<WorkOrderFormRow, WorkOrderFormInput>(formFields)

const attachmentFields = define({ optional: { File: text(), Data: text(), FileName: text() } })
interface AttachmentRow extends RowOf<typeof attachmentFields> {}
/** A file by its address (`File`), or its content in base64 (`Data`) with its name. */
export interface AttachmentInput extends InputOf<typeof attachmentFields> {}
const attachment = entity<AttachmentRow, AttachmentInput>(attachmentFields)

const workOrderFields = define({
  required: {
    WorkorderNo: text(255),
    CustomerName: text(255),
    CustomerDebtorNr: text(255),
    CustomerStreet: text(255),
    CustomerZIP: text(255),
    CustomerCity: text(255),
    CustomerContactPerson: text(255),
    CustomerNameInvoice: text(255),
    CustomerDebtorNrInvoice: text(255),
    CustomerStreetInvoice: text(255),
    CustomerZIPInvoice: text(255),
    CustomerCityInvoice: text(255),
    CustomerContactPersonInvoice: text(255),
    TypeOfWork: text(255),
    PaymentMethod: text(255),
  },
  optional: {
    OrderNr: text(255),
    ProjectNr: text(255),
    ExternProjectNr: text(255),
    CustomerStreetNo: text(255),
    CustomerEmail: text(255),
    CustomerPhone: text(255),
    CustomerRemark: longText(),
    CustomerLatitude: decimal(),
    CustomerLongitude: decimal(),
    CustomerStreetNoInvoice: text(255),
    CustomerEmailInvoice: text(255),
    CustomerPhoneInvoice: text(255),
    CustomerRemarkInvoice: longText(),
    CpnCode: text(255),
    CpnCodeInvoice: text(255),
    AdrCode: text(255),
    ShortWorkDescription: text(255),
    WorkDescription: longText(),
    InternalWorkDescription: longText(),
    Comment: text(255),
    EmployeeNr: text(255),
    WorkDate: workDay(),
    WorkTime: time(),
    WorkEndDate: workDay(),
    WorkEndTime: time(),
    WorkDeadline: workDay(),
    WorkDuration: whole(),
    WorkStatus: text(255),
    PickupPlanning: flag(),
    WebPlanning: flag(),
    ErrorCode: text(255),
    ErrorMessage: text(255),
    SolutionCode: text(255),
    SolutionMessage: text(255),
    PriorityCode: text(255),
    PriorityMessage: text(255),
    MinimumHours: decimal(),
    RoundingAmount: text(255),
    Materials: rowsOf(workOrderMaterial),
    Workperiods: rowsOf(workPeriod),
    Forms: rowsOf(workOrderForm),
    Attachments: rowsOf(attachment),
    Employees: textList(),
    WorkObjects: textList(),
  },
  number: { id: text() },
  readOnly: {
    WorksheetCode: text(255),
    CustomerCountry: text(255),
    CustomerCountryInvoice: text(255),
    WorkInstruction: text(),
    status: text(255),
    WorkFinished: flag(),
    Archived: flag(),
    CreationDate: moment(),
    Signature: text(255),
    SignatureUrl: text(),
    PdfUrl: text(),
    WordUrl: text(),
    Photos: rowsOf(photo),
    Documents: textList(),
    StatusChanges: rowsOf(statusChange),
    FreeFields: anything(),
  },
})
export interface WorkOrderInput extends InputOf<typeof workOrderFields> {}
/** A work order. `status` is the fixed life cycle, `WorkStatus` a free code; a number of its own may be missing. */
export interface WorkOrderRow extends RowOf<typeof workOrderFields> {}
export const workOrder = entity<WorkOrderRow, WorkOrderInput>(workOrderFields)
