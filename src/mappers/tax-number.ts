import { isPortuguese, isPortugueseOrganisation } from './portuguese-tax-number.ts'
import { isSpanish, isSpanishOrganisation } from './spanish-tax-number.ts'

/**
 * Tax number that Portugal prescribes for a customer who gives none. It is shared: never a key to match on.
 * Spain has none like it.
 */
export const FINAL_CONSUMER = '999999990'

interface Rule {
  valid(number: string): boolean
  /** Of a valid number: whether it is an organisation's. */
  organisation(number: string): boolean
}

const rules: Readonly<Record<string, Rule>> = {
  PT: { valid: isPortuguese, organisation: isPortugueseOrganisation },
  ES: { valid: isSpanish, organisation: isSpanishOrganisation },
}

const ruleOf = (country: string): Rule | undefined => {
  const code = country.slice(0, 2).toUpperCase()
  return Object.hasOwn(rules, code) ? rules[code] : undefined
}

/**
 * A tax number in capitals, without blanks, dots and dashes, and without the prefix of its country before
 * a Portuguese or Spanish number; undefined when nothing is left.
 *
 * @example normaliseTaxNumber('pt 503.504.564') // '503504564'
 */
export function normaliseTaxNumber(text: string | undefined): string | undefined {
  const bare = (text ?? '').replace(/[\s.-]/g, '').toUpperCase()
  return bare.replace(/^PT(?=\d{9}$)|^ES(?=(?:[A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$)/, '') || undefined
}

/**
 * Whether a text is a tax number of a country, control character included. In Portugal the shared one of the final
 * consumer is valid. Numbers of countries other than Portugal and Spain cannot be judged: any text is valid there.
 *
 * @param country ISO 3166-1 alpha-2, or a fiscal zone that begins with it, such as `PT-AC`
 * @example isValidTaxNumber('ES B12345674', 'ES') // true
 */
export function isValidTaxNumber(text: string | undefined, country: string): boolean {
  const number = normaliseTaxNumber(text)
  return number !== undefined && (ruleOf(country)?.valid(number) ?? true)
}

/**
 * Whether a text is a valid tax number of an organisation in a country, and not of a person or the final consumer.
 * In countries other than Portugal and Spain nobody can tell, and the answer is no.
 */
export function isCompanyTaxNumber(text: string | undefined, country: string): boolean {
  const number = normaliseTaxNumber(text)
  const rule = ruleOf(country)
  return (
    number !== undefined &&
    number !== FINAL_CONSUMER &&
    rule?.valid(number) === true &&
    rule.organisation(number)
  )
}

/** {@link isValidTaxNumber} in Portugal. */
export function isValidNif(text: string | undefined): boolean {
  return isValidTaxNumber(text, 'PT')
}

/** {@link isCompanyTaxNumber} in Portugal. */
export function isCompanyNif(text: string | undefined): boolean {
  return isCompanyTaxNumber(text, 'PT')
}

/** Whether two records may be matched on this number: it is stated and it is not the shared one. */
export function isMatchableTaxNumber(text: string | undefined): boolean {
  const number = normaliseTaxNumber(text)
  return number !== undefined && number !== FINAL_CONSUMER
}
