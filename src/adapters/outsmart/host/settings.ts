import * as z from 'zod'

const relationSettings = z
  .strictObject({
    /** A relation whose `external_id` is another system's: refuse the row, or take the field over. */
    foreignExternalId: z.enum(['refuse', 'overwrite']).default('refuse'),
    /** Whether contact persons are written beside the relation. */
    contacts: z.boolean().default(true),
    /** Whether further addresses are written; one without street, postal code or city is left out. */
    addresses: z.boolean().default(true),
  })
  .prefault({})

const materialSettings = z
  .strictObject({
    /** Unit of materials that have none in Moloni: OutSmart demands one. Choose none that Moloni has. */
    defaultUnit: z.string().min(1).max(255).default('-'),
    /** Whether materials are put into their category, where OutSmart has it. */
    categories: z.boolean().default(true),
    /** What becomes of materials that are gone in Moloni; OutSmart cannot mark them as inactive. */
    gone: z.enum(['keep', 'delete']).default('keep'),
  })
  .prefault({})

const employeeSettings = z
  .strictObject({
    /** People with one name only, where OutSmart demands two: write it twice, or refuse the row. */
    singleName: z.enum(['repeat', 'refuse']).default('repeat'),
    gone: z.enum(['keep', 'delete']).default('keep'),
  })
  .prefault({})

const serviceSheetSettings = z.strictObject({
  /** Type of work of what they become; OutSmart demands one. */
  typeOfWork: z.string().min(1).max(255),
  /** Payment method of what they become; OutSmart demands one. */
  paymentMethod: z.string().min(1).max(255),
  /** Whether the lines of the document are put on the work order, as materials. */
  lines: z.boolean().default(true),
})

/** What is done with work orders of a kind: tell the engine so, do not offer them, or pass them as ordinary ones. */
const treatment = z.enum(['tell', 'leaveOut', 'asOrdinary'])

const workOrderSettings = z
  .strictObject({
    /** Visits that the technician did not finish (`WorkFinished` 0). */
    unfinished: treatment.default('tell'),
    /** Archived work orders. */
    archived: treatment.default('tell'),
    /** Lines with quantity zero and periods without time or travel: pass them on, or leave them out. */
    zeroQuantity: z.enum(['tell', 'leaveOut']).default('tell'),
    /** Material lines without a code: pass them on, leave them out, or give them this code. */
    materialWithoutCode: z
      .union([z.enum(['tell', 'leaveOut']), z.object({ code: z.string().min(1) })])
      .default('tell'),
    /** The same for periods without an hour type. */
    periodWithoutHourType: z
      .union([z.enum(['tell', 'leaveOut']), z.object({ code: z.string().min(1) })])
      .default('tell'),
    /** Free field of a material line that holds its VAT code; none when absent. */
    vatCodeField: z
      .enum([
        'MaterialFreeField1',
        'MaterialFreeField2',
        'MaterialFreeField3',
        'MaterialFreeField4',
        'MaterialFreeField5',
      ])
      .optional(),
  })
  .prefault({})

/** What can be chosen for OutSmart as a host: portable JSON, validated, every field with a default. */
export const outsmartSettings = z.strictObject({
  /** Records in one write. Nothing is documented; one that fails is halved until the bad record is found. */
  batchSize: z.int().min(1).max(1000).default(100),
  /** Milliseconds for which a list that was read to compare with may be used again. */
  listsMs: z.int().min(0).default(30_000),
  /** Largest answer with work orders, in bytes; a larger one is read in parts. */
  maxBytes: z
    .int()
    .min(1)
    .default(32 * 1024 * 1024),
  relations: relationSettings,
  materials: materialSettings,
  employees: employeeSettings,
  /** How service sheets become work orders; without it they are not taken over. */
  serviceSheets: serviceSheetSettings.optional(),
  workOrders: workOrderSettings,
})
export type OutsmartSettings = z.infer<typeof outsmartSettings>

/** The input of {@link outsmartSettings}: every field may be left out. */
export type OutsmartSettingsInput = z.input<typeof outsmartSettings>
