import * as z from 'zod'
import { documentPlan } from '../../domain/document-plan.ts'
import { issue, madeKind, workOrder } from '../../domain/index.ts'
import { trailEntry } from './trail.ts'

export const exportState = z.enum([
  'planned',
  'collecting',
  'grouped',
  'creating',
  'unknown',
  'draft',
  'closing',
  'closed',
  'acknowledged',
  'takingBack',
  'superseded',
  'blocked',
  'mismatch',
  'failed',
  'dismissed',
])
export type ExportState = z.infer<typeof exportState>

/** Something in the import links that a blocked work order waits for. */
const waitsFor = z.object({
  kind: z.enum(['relations', 'materials', 'hourTypes']),
  code: z.string(),
  /** Version of the link when the work order was blocked; absent when there was none. */
  version: z.number().optional(),
})
export type WaitsFor = z.infer<typeof waitsFor>

/** One work order and purpose: the only truth about its document. */
export const ledgerRecord = z.object({
  state: exportState,
  /** Where a failed entry goes on. */
  resume: exportState.optional(),
  workOrder,
  /** On a collective document's own entry: the work orders that it is for. Frozen. */
  members: z.array(z.object({ key: z.string(), workOrder })).optional(),
  /** On a credit note's own entry: the entry whose document it takes back. */
  takesBack: z.string().optional(),
  /** A closed document that is being taken back: how, and what follows. */
  takingBack: z
    .object({
      how: z.enum(['creditNote', 'annul']),
      next: z.enum(['reissue', 'cancel']),
      /** Entry of the credit note. */
      creditNote: z.string(),
      workOrder,
      fingerprint: z.string(),
    })
    .optional(),
  /** Documents that were taken back, oldest first. */
  history: z
    .array(
      z.object({
        documentId: z.number(),
        name: z.string().optional(),
        totalCents: z.number(),
        takenBackAt: z.number(),
        creditNoteId: z.number().optional(),
      }),
    )
    .optional(),
  /** Fingerprint of a correction that a person left out of the document. */
  kept: z.string().optional(),
  /** On the entry of a work order: the collective entry that it went into. */
  group: z.string().optional(),
  /** What it becomes: by the rules while nothing is made, then for good. */
  kind: madeKind,
  /** State in which the document is left. */
  target: z.enum(['closed', 'draft']),
  /** Hash of what is billed; another one means that the work order was corrected. */
  fingerprint: z.string(),
  settingsVersion: z.number(),
  /** Our key on the document. */
  reference: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Before this time (ms) nothing is done with it. */
  due: z.number(),
  tries: z.number(),
  /** The writing call under way, or the last one. */
  attempt: z
    .object({
      id: z.string(),
      call: z.enum(['create', 'replace', 'close']),
      startedAt: z.number(),
      deadline: z.number(),
    })
    .optional(),
  /** How often an unknown outcome was looked for in vain. */
  looks: z.number(),
  plan: documentPlan.optional(),
  documentId: z.number().optional(),
  /** The document as last seen in Moloni. */
  document: z
    .object({
      state: z.enum(['draft', 'closed']),
      number: z.number().optional(),
      series: z.string().optional(),
      name: z.string().optional(),
      date: z.string().optional(),
      totalCents: z.number(),
    })
    .optional(),
  issues: z.array(issue),
  waitsFor: z.array(waitsFor),
  /** The work order was corrected while its document was a draft: the draft's content is to be replaced. */
  replace: z.boolean(),
  /** The earliest date that the series accepts, after a refusal for chronology. */
  notBefore: z.string().optional(),
  /** Names, addresses, texts and lines were taken out. */
  stripped: z.boolean().optional(),
  /** A person stated that no document exists. */
  statedNew: z.boolean().optional(),
  /** Found in Moloni instead of made. */
  adopted: z.boolean(),
  /** The e-mail to the customer: asked for before it is sent, so that it is never sent twice. */
  mail: z.enum(['asked', 'sent', 'failed']).optional(),
  /** How often the printed document could not be fetched. */
  pdfTries: z.number().optional(),
  /** Hash of the issues that the host was last told. */
  toldHost: z.string().optional(),
  /** Fingerprint of a correction that came after closing. */
  correction: z.string().optional(),
  /** Everything that happened, oldest first. */
  trail: z.array(trailEntry),
})
export type LedgerRecord = z.infer<typeof ledgerRecord>

/** Which work order a document belongs to: two exports can never adopt one document. */
export const documentClaimRecord = z.object({ ledgerKey: z.string() })

/** Whether the search by reference has been seen to find our own documents. */
export const lookupRecord = z.object({ proven: z.boolean(), at: z.number() })

/** States that wait for nobody but time. */
export const DRIVEN: readonly ExportState[] = [
  'planned',
  'creating',
  'unknown',
  'draft',
  'closing',
  'closed',
  'failed',
  // After those of credit notes, which it waits for.
  'takingBack',
]
