import { billingTexts } from './billing.ts'
import { exportTexts } from './exports.ts'
import { hostTexts } from './hosts.ts'
import { importTexts } from './imports.ts'
import { recordTexts } from './records.ts'
import { vatTexts } from './vat.ts'

export const en = {
  ...recordTexts,
  ...billingTexts,
  ...vatTexts,
  ...exportTexts,
  ...importTexts,
  ...hostTexts,
} as const
