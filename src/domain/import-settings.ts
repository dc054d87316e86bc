import * as z from 'zod'
import { employee } from './employee.ts'
import { hourType } from './hour-type.ts'
import { material } from './material.ts'
import { materialCategory } from './material-category.ts'
import { relation } from './relation.ts'
import { serviceSheet } from './service-sheet.ts'

/**
 * Who decides what a field holds at the host: Moloni; the host, once the record is there; or the host where it has a value and
 * Moloni where it has none.
 */
export const fieldLead = z.enum(['moloni', 'host', 'fillGaps'])
export type FieldLead = z.infer<typeof fieldLead>

/** What every kind that records are imported of can be told. */
const general = {
  enabled: z.boolean().default(true),
  /** A record that is gone in Moloni: deactivate the host's, or leave it as it is. */
  gone: z.enum(['deactivate', 'keep']).default('deactivate'),
}

/** On hosts whose sink can read. */
function leadership<Field extends string>(fields: z.ZodEnum<{ [K in Field]: K }>) {
  return {
    /** Who leads the fields. The number or code that a record is known by is always Moloni's. */
    lead: fieldLead.default('moloni'),
    /** Fields that somebody else leads. */
    fields: z.partialRecord(fields, fieldLead).default({}),
    /** Fields without which a row is set aside. */
    require: z.array(fields).default([]),
    /**
     * A field that Moloni leads and that was changed at the host: overwrite it with Moloni's next change and report that, or set
     * the row aside until both agree.
     */
    localEdits: z.enum(['report', 'setAside']).default('report'),
    /**
     * Whether records that are at the host already are looked for, by where they came from, then number, then tax number, before a
     * new one is made.
     */
    match: z.boolean().default(true),
    /** A record that was removed at the host: make it again, or set the row aside. */
    vanished: z.enum(['create', 'report']).default('create'),
  }
}

/** Records that can be hidden in Moloni, or left out by a filter. */
const choosable = {
  /**
   * A record that is hidden in Moloni: deliver it as not active, deactivate the host's and deliver none that is new, or leave it
   * out like one that no filter lets pass.
   */
  hidden: z.enum(['flag', 'deactivate', 'leaveOut']).default('flag'),
  /** A delivered record that the filter no longer lets pass: leave it at the host as it is, or deactivate it. */
  leftOut: z.enum(['keep', 'deactivate']).default('keep'),
}

const prefixes = z.array(z.string().min(1)).default([])

/** Day in the company's zone; only records changed since then are read. */
const startDate = z.iso.date().optional()

const fieldsOf = <Shape extends z.core.$ZodLooseShape>(entity: z.ZodObject<Shape>) => entity.keyof()

const products = {
  ...choosable,
  startDate,
  /** Categories (Moloni's ids, without those below them) and beginnings of references; an empty list lets all pass. */
  filter: z
    .strictObject({ categories: z.array(z.string().min(1)).default([]), references: prefixes })
    .prefault({}),
}

/** What is read from Moloni, and what becomes of it at the host. */
export const importSettings = z
  .strictObject({
    relations: z
      .strictObject({
        ...general,
        ...choosable,
        ...leadership(fieldsOf(relation.omit({ source: true, debtorNumber: true }))),
        startDate,
        /** Beginnings of customer numbers; an empty list lets all pass. */
        filter: z.strictObject({ numbers: prefixes }).prefault({}),
      })
      .prefault({}),
    materials: z
      .strictObject({
        ...general,
        ...products,
        ...leadership(fieldsOf(material.omit({ source: true, code: true }))),
      })
      .prefault({}),
    /** On Moloni ES and ON. */
    materialCategories: z
      .strictObject({
        ...general,
        ...choosable,
        ...leadership(fieldsOf(materialCategory.omit({ source: true, code: true }))),
      })
      .prefault({}),
    hourTypes: z
      .strictObject({
        ...general,
        ...products,
        ...leadership(fieldsOf(hourType.omit({ source: true, code: true }))),
      })
      .prefault({}),
    /** On Moloni Portugal. */
    employees: z
      .strictObject({ ...general, ...leadership(fieldsOf(employee.omit({ source: true, number: true }))) })
      .prefault({}),
    /**
     * Closed documents of the types that are named, on accounts of Moloni Portugal that list such a type. Off until it is
     * chosen, and then a start date is needed: each becomes work.
     */
    serviceSheets: z
      .strictObject({
        ...general,
        enabled: z.boolean().default(false),
        gone: general.gone.unwrap().default('keep'),
        ...leadership(fieldsOf(serviceSheet.omit({ source: true, number: true }))),
        startDate,
        /** Names in Moloni's own list of document types, compared without case and accents. */
        typeNames: z.array(z.string().min(1)).min(1).default(['Folha de Serviço', 'Folhas de Serviço']),
      })
      .prefault({}),
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
