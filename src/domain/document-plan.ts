import * as z from 'zod'
import { documentKind, madeKind } from './document-kind.ts'
import { vatSource } from './settings.ts'

const id = z.number().int().positive()
/** Calendar day, `YYYY-MM-DD`. */
const day = z.iso.date()
/** Exact decimal as text with a point, for example `12.5`; never an exponent. */
const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/)
const cents = z.number().int()

/** What a line is billed for. */
export const lineKind = z.enum(['material', 'hours', 'travel'])
export type LineKind = z.infer<typeof lineKind>

/** How totals are rounded: once for the document, line by line, or already at the unit (Moloni ES and ON only). */
export const roundingMethod = z.enum(['document', 'line', 'item'])
export type RoundingMethod = z.infer<typeof roundingMethod>

/** Why a line got its VAT rate or its exemption: kept with the line so that a person can check it. */
export const vatDecision = z.object({
  /** The source that decided. */
  source: vatSource,
  /** Moloni's id of the VAT tax; absent when the line is exempt. */
  taxId: id.optional(),
  /** Percent; absent when the line is exempt. */
  rate: z.number().optional(),
  /** Exemption as the account states it: a legal code such as `M07`, or a text where the zone has no codes. */
  exemption: z.string().optional(),
  /** Fiscal zone that was taken; absent when it could not be told. */
  zone: z.string().optional(),
  /** One readable sentence. */
  reason: z.string(),
  /** Every source that was asked, in order, with what it answered. */
  asked: z.array(z.object({ source: vatSource, answer: z.string() })),
})
export type VatDecision = z.infer<typeof vatDecision>

/** A tax on a planned line. */
export const plannedTax = z.object({
  taxId: id,
  /** Percent, or euro when `basis` is not `percent`. */
  rate: z.number(),
  /** Of the price, a fixed amount for the line, or an amount per unit. */
  basis: z.enum(['percent', 'line', 'unit']),
  /** Position: taxes are computed in this order. */
  order: z.number().int(),
  /** Whether it is computed on the price plus the taxes before it. */
  cumulative: z.boolean(),
})
export type PlannedTax = z.infer<typeof plannedTax>

/** Withholding of tax on a planned line: a percentage of its price less discount, kept back by the customer. */
export const plannedWithholding = z.object({
  withholdingId: id,
  /** Percent. */
  rate: z.number().min(0).max(100),
})
export type PlannedWithholding = z.infer<typeof plannedWithholding>

/** One line of a document that is going to be made. */
export const plannedLine = z.object({
  /** Stable within the work order. */
  id: z.string().min(1),
  kind: lineKind,
  productId: id,
  /** Product reference. */
  code: z.string().min(1),
  name: z.string().min(1),
  /** Text under the name, visible to the customer. */
  summary: z.string().optional(),
  quantity: decimalText,
  /** Net unit price in euro. */
  unitPrice: decimalText,
  /** Percent, 0–100. */
  discountPercent: z.number().min(0).max(100),
  taxes: z.array(plannedTax),
  /** Exemption code; present exactly when no VAT is charged. */
  exemption: z.string().optional(),
  vat: vatDecision,
  warehouseId: id.optional(),
  withholding: plannedWithholding.optional(),
  /** Price times quantity less discount, before taxes, rounded for showing. */
  netCents: cents,
})
export type PlannedLine = z.infer<typeof plannedLine>

/** How a document that is its own receipt is paid. */
export const plannedPayment = z.object({
  /** Moloni's id of the payment method. */
  paymentMethodId: id,
  /** As the account calls it; absent when its methods were not read. */
  paymentMethodName: z.string().optional(),
  date: day,
  valueCents: cents,
})
export type PlannedPayment = z.infer<typeof plannedPayment>

/** Totals of a document in cents. `net` is what the customer pays, taxes included and withheld taxes taken off. */
export const documentTotalsSchema = z.object({
  grossCents: cents,
  discountCents: cents,
  taxesCents: cents,
  /** Present when a line has a withholding. */
  withheldCents: cents.optional(),
  netCents: cents,
})
export type DocumentTotals = z.infer<typeof documentTotalsSchema>

/**
 * A document that is going to be made for one work order: plain JSON, kept in the ledger before anything is
 * sent, and compared with what Moloni made of it.
 */
export const documentPlan = z.object({
  kind: madeKind,
  /** On a credit note: the closed document that it takes back, as a whole. */
  credits: z.object({ kind: documentKind, documentId: id }).optional(),
  customerId: id,
  customerNumber: z.string().min(1),
  documentSetId: id,
  date: day,
  dueDate: day,
  maturityDateId: id.optional(),
  /** Our own key, at most 20 characters; printed for the customer. */
  reference: z.string().min(1).max(20),
  workOrderNumber: z.string().min(1),
  /** Text at the foot, visible to the customer. */
  notes: z.string().optional(),
  rounding: roundingMethod,
  /** Fiscal zone of the company, where the platform wants it on the document. */
  fiscalZone: z.string().optional(),
  /** Present exactly on invoice-receipts; they add up to what the customer pays. */
  payments: z.array(plannedPayment).optional(),
  lines: z.array(plannedLine).min(1),
  totals: documentTotalsSchema,
})
export type DocumentPlan = z.infer<typeof documentPlan>
