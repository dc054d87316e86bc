import * as z from 'zod'
import { documentKind } from './document-kind.ts'
import { importSettings } from './import-settings.ts'
import { issueLanguage } from './language.ts'
import { lineSettings } from './line-settings.ts'
import { pushSettings } from './push-settings.ts'

export const vatSource = z.enum(['line', 'product', 'zone', 'reverseCharge', 'default'])
export type VatSource = z.infer<typeof vatSource>

const vatSettings = z
  .strictObject({
    /** Sources in the order they are asked; the first that answers decides. */
    sources: z.array(vatSource).default(['line', 'product', 'zone', 'default']),
    /** The host's VAT codes of lines, as percent, or as exemption code of the account. */
    lineCodes: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
    /** Whose fiscal zone counts: the billed relation's, or the site's (work on buildings). */
    zoneOf: z.enum(['relation', 'site']).default('relation'),
    /** Exemption code for reverse charge, and the types of work it holds for. */
    reverseCharge: z
      .strictObject({ exemption: z.string().min(1), typesOfWork: z.array(z.string()).default([]) })
      .optional(),
    /** Last resort: a percentage that the account has, or an exemption code. None blocks. */
    fallback: z
      .union([
        z.strictObject({ rate: z.number().positive() }),
        z.strictObject({ exemption: z.string().min(1) }),
      ])
      .optional(),
  })
  .prefault({})

const dateSettings = z
  .strictObject({
    /** Date of the document: today in the company's zone, or the work date where the series allows it. */
    document: z.enum(['today', 'work']).default('today'),
    /** Due date: the customer's maturity, a number of days, or the document's date. */
    due: z.enum(['customer', 'days', 'document']).default('customer'),
    dueDays: z.number().int().min(0).default(30),
    /** Days after the work within which an invoice must legally be issued; later ones carry a warning. */
    legalTermDays: z.number().int().min(0).default(5),
    /** When the series refuses the date: move it to the one that the series demands, or stop. */
    onChronology: z.enum(['redate', 'block']).default('redate'),
  })
  .prefault({})

/**
 * Which work orders become another document than the default one. Every list that is given must hold the
 * work order's own value; a list that is left out lets everything pass.
 */
const documentRule = z.strictObject({
  typesOfWork: z.array(z.string()).optional(),
  workStatuses: z.array(z.string()).optional(),
  /** Debtor numbers of the billed party. */
  customers: z.array(z.string()).optional(),
  projects: z.array(z.string()).optional(),
  paymentMethods: z.array(z.string()).optional(),
  kind: documentKind.optional(),
  documentSetId: z.number().int().positive().optional(),
  state: z.enum(['closed', 'draft']).optional(),
})
export type DocumentRule = z.infer<typeof documentRule>

const paymentSettings = z
  .strictObject({
    /** The host's payment methods, as Moloni's ids of payment methods. */
    methods: z.record(z.string(), z.number().int().positive()).default({}),
    /** Moloni's payment method for work orders that state none, or one that is not listed. None blocks. */
    fallback: z.number().int().positive().optional(),
  })
  .prefault({})

/** Collective documents: several work orders of one customer on one document. */
const collectiveSettings = z
  .strictObject({
    /** What work orders must have in common; `none` gives each a document of its own. */
    by: z.enum(['none', 'relation', 'project']).default('none'),
    /** Work of one such period comes together, after it is over; `run` takes what a run finds. */
    period: z.enum(['run', 'day', 'week', 'month']).default('month'),
    /** Work orders on one document at most. */
    most: z.number().int().min(1).max(100).default(40),
    /** What is printed under the first line of each work order. */
    heading: z.enum(['number', 'numberAndDate', 'none']).default('numberAndDate'),
  })
  .prefault({})

const afterSettings = z
  .strictObject({
    /** Free work status that the host gives a work order whose document is made; none leaves it as it is. */
    workStatusAfterSuccess: z.string().optional(),
    /** Free work status that the host gives one that waits for a person. */
    workStatusAfterFailure: z.string().default('99'),
    /** What the host gets of the printed document: nothing, a link (Moloni Portugal only), or the file. */
    pdf: z.enum(['none', 'link', 'file']).default('none'),
    /** Whether a closed document is e-mailed to the address of the billed party. Never twice: after a lost answer not again. */
    mail: z.boolean().default(false),
  })
  .prefault({})

const unknown = z.enum(['stop', 'create']).default('stop')

/**
 * What becomes of what a work order names and Moloni does not have: the work order waits for a person, or it is made in Moloni
 * with what the push settings say. With `stop`, lines may go on an article of `lines.unknownMaterial` and `unknownHourType`.
 */
const unknownSettings = z
  .strictObject({ relations: unknown, materials: unknown, hourTypes: unknown })
  .prefault({})

const exportSettings = z
  .strictObject({
    enabled: z.boolean().default(true),
    /** Work orders with an earlier work date are never exported. Set to the day of connecting when absent. */
    startDate: z.iso.date().optional(),
    /** What the first run does with work orders: only plan them, or export them. */
    firstRun: z.enum(['preview', 'export']).default('preview'),
    /** What work orders become, unless a rule says otherwise. */
    kind: documentKind.default('invoice'),
    /**
     * The group of Moloni's API that makes service sheets, such as `serviceSheets`. Moloni publishes none: without it, and on
     * an account that lists no such type of document, work orders cannot become service sheets.
     */
    serviceSheetGroup: z
      .string()
      .regex(/^[A-Za-z]+$/, 'a group is a word of letters')
      .optional(),
    /** Rules for kind, series and state of the document; the first that fits decides what it states. */
    rules: z.array(documentRule).default([]),
    /** Off unless `by` says otherwise. */
    collective: collectiveSettings,
    /** What follows once a document has reached its state. */
    after: afterSettings,
    /** How invoice-receipts are paid. */
    payments: paymentSettings,
    /** State in which the document is left. */
    state: z.enum(['closed', 'draft']).default('closed'),
    /** Id of the document set (series); the account's default one when absent. */
    documentSetId: z.number().int().positive().optional(),
    /** Only work orders with one of these work statuses; all when empty. */
    workStatuses: z.array(z.string()).default([]),
    /** Leave out visits that the technician did not finish. */
    finishedOnly: z.boolean().default(true),
    /** Who is billed: the bill-to party where there is one, or always the site. */
    party: z.enum(['billToFirst', 'site']).default('billToFirst'),
    /** Field that carries our key and is printed for the customer. */
    referenceField: z.enum(['our_reference', 'your_reference']).default('our_reference'),
    /**
     * Look also for documents whose `your_reference` is the work order's number, as the 2018 connector made
     * them: such a work order waits for a person, who links the document or dismisses it.
     */
    stopAtOldDocuments: z.boolean().default(false),
    unknown: unknownSettings,
    lines: lineSettings,
    vat: vatSettings,
    dates: dateSettings,
    /**
     * Rounding of totals: the method that the account shows (`document` when it shows none), or one of them
     * whatever it shows. `item` exists on Moloni ES and ON only.
     */
    rounding: z.enum(['account', 'document', 'line', 'item']).default('account'),
    /** Failures after which a work order waits for a person. */
    maxTries: z.number().int().min(1).default(8),
    /** Milliseconds between a call's deadline and the first moment its outcome may be judged. */
    settleMs: z.number().int().min(0).default(120_000),
    /** Milliseconds that a creating call may take. */
    callDeadlineMs: z.number().int().min(1_000).default(60_000),
  })
  .prefault({})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Everything that a person can choose for one connection: portable JSON, validated, every field with a default. */
export const settings = z.strictObject({
  /** IANA zone of the company, for "today". */
  timeZone: z.string().refine(isTimeZone, 'there is no such time zone').default('Europe/Lisbon'),
  /** Language of the texts for people: `problems()` and `health()`. */
  language: issueLanguage.default('en'),
  imports: importSettings,
  push: pushSettings,
  exports: exportSettings,
  /** On Moloni ES and ON, where the host has a public address: whether changes are told to it at once. */
  webhooks: z.strictObject({ enabled: z.boolean().default(true) }).prefault({}),
  /** How long things are kept. */
  retention: z
    .strictObject({
      /** Days for the reports of runs. */
      runDays: z.number().int().min(1).default(90),
      /**
       * Days after which names, texts and lines are taken out of exports that are done; what keeps a document from being made
       * twice stays for good. None keeps everything.
       */
      contentDays: z.number().int().min(1).optional(),
    })
    .prefault({}),
})
export type Settings = z.infer<typeof settings>
export type ExportSettings = Settings['exports']

/** The input of {@link settings}: every field may be left out. */
export type SettingsInput = z.input<typeof settings>
