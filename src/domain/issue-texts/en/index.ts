import { billingTexts } from './billing.ts'
import { exportTexts } from './exports.ts'
import { hostTexts } from './hosts.ts'
import { importTexts } from './imports.ts'
import { pushTexts } from './push.ts'
import { recordTexts } from './records.ts'
import { vatTexts } from './vat.ts'

export const en = {
  ...recordTexts,
  ...billingTexts,
  ...vatTexts,
  ...exportTexts,
  ...importTexts,
  ...hostTexts,
  ...pushTexts,
} as const
