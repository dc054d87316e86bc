import { type GlobalApi, globalEndpoints } from '../families/global.ts'
import { int, lazy, type OutOf, row, text } from '../schema.ts'

const language = lazy(() => row({ language_id: int }, { code: text, title: text }))

/** A language of documents: 1 Portuguese, 2 English, 3 Spanish. */
export interface Language extends OutOf<typeof language> {}

export const languagesEndpoints = globalEndpoints(language)

/** Languages. Pages: https://www.moloni.pt/dev/global-data/languages/ */
export interface LanguagesApi extends GlobalApi<Language> {}
