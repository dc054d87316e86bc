import * as z from 'zod'

const importSwitch = z.strictObject({ enabled: z.boolean().default(true) }).prefault({})

/** What is read from Moloni, and what becomes of it at the host. */
export const importSettings = z
  .strictObject({
    relations: importSwitch,
    materials: importSwitch,
    /** On Moloni ES and ON. */
    materialCategories: importSwitch,
    hourTypes: importSwitch,
    employees: importSwitch,
    /**
     * Unit names and short names that make a product an hour type, compared without case, accents, blanks
     * or dots.
     */
    hourUnits: z
      .array(z.string().min(1))
      .default(['HUR', 'h', 'hr', 'hrs', 'hora', 'horas', 'hour', 'hours', 'uur', 'uren']),
    /** Milliseconds that a delta read reaches back before the last one, against clocks that differ. */
    overlapMs: z.number().int().min(0).default(300_000),
  })
  .prefault({})
