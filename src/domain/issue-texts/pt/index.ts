import type { en as english } from '../en/index.ts'
import type { TextsLike } from '../texts-like.ts'
import { billingTexts } from './billing.ts'
import { exportTexts } from './exports.ts'
import { hostTexts } from './hosts.ts'
import { importTexts } from './imports.ts'
import { pushTexts } from './push.ts'
import { recordTexts } from './records.ts'
import { vatTexts } from './vat.ts'

export const pt = {
  ...recordTexts,
  ...billingTexts,
  ...vatTexts,
  ...exportTexts,
  ...importTexts,
  ...hostTexts,
  ...pushTexts,
} as const satisfies TextsLike<typeof english>
