import * as z from 'zod'

/** Moloni's id of a withholding of tax. */
const withholdingId = z.number().int().positive()

const hourSettings = z
  .strictObject({
    /** Minutes to which worked time is rounded; 0 leaves it as it is. A work order's own value goes first. */
    roundTo: z.union([z.literal(0), z.literal(5), z.literal(15), z.literal(30)]).default(0),
    roundMode: z.enum(['nearest', 'up']).default('nearest'),
    /** Whether each period is rounded, or the sum of a group. */
    roundEach: z.enum(['period', 'group']).default('period'),
    /** One line a period, a line per hour type, or a line per hour type and employee. */
    groupBy: z.enum(['period', 'hourType', 'hourTypeAndEmployee']).default('hourType'),
    /** Hours that are billed at least when a work order states none; 0 for none. */
    minimum: z.number().min(0).default(0),
    /** Whether the remarks of the periods are printed under the line. */
    remarks: z.enum(['summary', 'none']).default('summary'),
  })
  .prefault({})

const withholdingSettings = z
  .strictObject({
    /** For lines of materials, of hours and of travel; none where absent. */
    materials: withholdingId.optional(),
    hours: withholdingId.optional(),
    travel: withholdingId.optional(),
    /** By product reference, before the kind of the line; 0 for none. */
    products: z.record(z.string(), z.union([withholdingId, z.literal(0)])).default({}),
    /** Who withholds: customers whose tax number is that of an organisation, or everybody. */
    customers: z.enum(['companies', 'all']).default('companies'),
  })
  .prefault({})

/** What a work order bills, and how it is printed. */
export const lineSettings = z
  .strictObject({
    /** Order of the blocks on the document; a block that is left out is not billed. */
    order: z.array(z.enum(['materials', 'hours', 'travel'])).default(['materials', 'hours', 'travel']),
    /** A material or period with quantity zero: block the work order, or leave the line out. */
    zeroQuantity: z.enum(['block', 'omit']).default('block'),
    /** A line with a price of zero: bill it with a warning, leave it out, or block the work order. */
    zeroPrice: z.enum(['warn', 'omit', 'block']).default('warn'),
    /** A line that carries a warranty code: bill as it is, at 100 % discount, or not at all. */
    warranty: z.enum(['bill', 'free', 'omit']).default('bill'),
    hours: hourSettings,
    /** Product reference that a kilometre of travel is billed on; none leaves travel off the document. */
    travelProduct: z.string().optional(),
    /** Product reference for lines without a code; none blocks the work order. */
    materialWithoutCode: z.string().optional(),
    /** Product reference for periods without an hour type; none blocks the work order. */
    periodWithoutHourType: z.string().optional(),
    /**
     * Product reference for materials whose code Moloni does not have, at the price of the work order; none
     * blocks.
     */
    unknownMaterial: z.string().optional(),
    /** Product reference for hour types that Moloni does not have, at that product's price; none blocks. */
    unknownHourType: z.string().optional(),
    /** Whether the price of the work order's line or of the Moloni product is billed. */
    priceFrom: z.enum(['workOrder', 'product']).default('workOrder'),
    /** Whether lines without a discount of their own get the one of the customer's card in Moloni. */
    customerDiscount: z.enum(['ignore', 'apply']).default('ignore'),
    /** Code of the warehouse of materials that state none. */
    defaultWarehouse: z.string().optional(),
    /** Withholding of tax, where the platform's documents have one. */
    withholding: withholdingSettings,
    /**
     * Where the customer-visible work description is printed: at the foot, under the name of the first line, or
     * nowhere. Internal texts are never printed.
     */
    description: z.enum(['notes', 'summary', 'none']).default('notes'),
    /** Where the project number is printed. */
    project: z.enum(['notes', 'none']).default('none'),
    /** Where the address of the signed work order's PDF is printed: whoever reads it may open it. */
    pdfLink: z.enum(['notes', 'none']).default('none'),
  })
  .prefault({})
