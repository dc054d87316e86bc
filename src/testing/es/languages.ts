import type { JsonObject } from '../http/json.ts'
import type { EsBehaviour } from './options.ts'

/** A text by language. */
export interface Translated extends JsonObject {
  pt: string
  es: string
  en: string
}

const byPlatform = { es: ['pt', 'es', 'en'], on: ['pt', 'en', 'es'] } as const

/** The language that a platform speaks by itself. */
export function ownLanguage({ platform }: Pick<EsBehaviour, 'platform'>): number {
  return platform === 'es' ? 2 : 1
}

export function isTranslated(value: unknown): value is Translated {
  if (typeof value !== 'object' || value === null) return false
  return 'pt' in value && 'es' in value && 'en' in value && typeof value.pt === 'string'
}

/** The text in a language; null where there is none. Language ids begin at 1 and differ between the platforms. */
export function translate(
  text: Translated,
  languageId: number | undefined,
  { platform }: Pick<EsBehaviour, 'platform'>,
): string | null {
  const language = languageId === undefined ? undefined : byPlatform[platform][languageId - 1]
  return language === undefined ? null : text[language]
}
