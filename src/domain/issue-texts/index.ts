import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { nl } from './nl/index.ts'
import { pt } from './pt/index.ts'

/** Texts by language (ISO 639-1), then by code. */
export const issueTexts = { en, nl, pt, es } as const
