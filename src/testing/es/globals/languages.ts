import type { Row } from '../state.ts'

const portuguese = { name: 'Português', iso3166: 'pt', flag: 'pt.png' }
const spanish = { name: 'Español', iso3166: 'es', flag: 'es.png' }
const english = { name: 'English', iso3166: 'en', flag: 'gb.png' }

/** Languages of the two hosts: the second is Spanish on one and English on the other. */
export const languages: Readonly<Record<'es' | 'on', readonly Row[]>> = {
  es: [portuguese, spanish, english].map(numbered),
  on: [portuguese, english, spanish].map(numbered),
}

function numbered(language: Row, index: number): Row {
  return { languageId: index + 1, ...language, translations: [], deletable: false }
}
