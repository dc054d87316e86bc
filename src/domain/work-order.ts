import * as z from 'zod'

const text = z.string().optional()
/** Calendar day, `YYYY-MM-DD`. */
const day = z.iso.date()

/** The customer side of a work order: the site, or who is billed. */
export const workOrderParty = z.object({
  /** Empty or absent when the technician left it out. */
  debtorNumber: text,
  name: text,
  vatNumber: text,
  street: text,
  houseNumber: text,
  postalCode: text,
  city: text,
  /** ISO 3166-1 alpha-2, upper case. */
  country: text,
  email: text,
})
export type WorkOrderParty = z.infer<typeof workOrderParty>

/** A part used on the job. */
export const materialLine = z.object({
  /** Stable id of the line at the host. */
  id: text,
  /** Empty or absent when it was typed in by hand. */
  code: text,
  name: text,
  quantity: z.number().finite(),
  /** Net unit price in euro; absent when the host has none. */
  unitPrice: z.number().finite().optional(),
  unit: text,
  /** Percent, 0–100. */
  discountPercent: z.number().min(0).max(100).optional(),
  warehouseCode: text,
  warrantyCode: text,
  /** The host's own VAT code of the line. */
  vatCode: text,
})
export type MaterialLine = z.infer<typeof materialLine>

/** Time worked. It has no price of its own. */
export const workPeriod = z.object({
  id: text,
  /** Empty or absent when none was chosen. */
  hourTypeCode: text,
  employeeNumber: text,
  date: day.optional(),
  /** Whole minutes worked, breaks taken off. */
  minutes: z.number().int().min(0),
  /** Distance travelled in kilometres. Not a time. */
  travelDistance: z.number().min(0).optional(),
  /** Shown to the customer. */
  remark: text,
})
export type WorkPeriod = z.infer<typeof workPeriod>

/** A job card. Key: the host's own stable id. */
export const workOrder = z.object({
  /** The host's id of the work order; stable, unique, never used again. */
  key: z.string().min(1),
  /** The number that people know. */
  number: z.string().min(1),
  /** Fixed life cycle. */
  status: z.enum(['ready', 'on_device', 'complete', 'handled']),
  /** Free, user-defined code; not the life cycle. */
  workStatus: text,
  /** The technician's own statement that the job is done. */
  finished: z.boolean(),
  archived: z.boolean().optional(),
  customer: workOrderParty,
  billTo: workOrderParty.optional(),
  projectNumber: text,
  typeOfWork: text,
  paymentMethod: text,
  shortDescription: text,
  /** Shown to the customer. */
  description: text,
  /** Never leaves the host. */
  internalDescription: text,
  /** Never leaves the host. */
  comment: text,
  workDate: day.optional(),
  workEndDate: day.optional(),
  /** Hours that are billed at least, for the sum of all periods. */
  minimumHours: z.number().min(0).optional(),
  /** Minutes to which the host rounds time; overrides the engine's setting. */
  roundingMinutes: z.number().int().min(0).optional(),
  /** Address of the signed work order's PDF. */
  pdfUrl: text,
  materials: z.array(materialLine),
  workPeriods: z.array(workPeriod),
  /** Set when the work order was made from a Moloni document; it is not exported as the same kind. */
  origin: z
    .object({
      platform: z.enum(['pt', 'es', 'on']),
      companyId: z.string(),
      documentId: z.string(),
      kind: z.string(),
    })
    .optional(),
})
export type WorkOrder = z.infer<typeof workOrder>
