/**
 * Tax number that Portugal prescribes for a customer who gives none. It is shared: never a key to match on.
 */
export const FINAL_CONSUMER = '999999990'

/** Leading digits of the numbers of organisations, as opposed to natural persons and estates. */
const ORGANISATIONS = ['5', '6', '71', '72', '77', '79', '90', '91', '99']

/** A tax number without blanks, dots, dashes and the country prefix `PT`; undefined when nothing is left. */
export function normaliseTaxNumber(text: string | undefined): string | undefined {
  const bare = (text ?? '').replace(/[\s.-]/g, '').toUpperCase()
  return bare.replace(/^PT(?=\d{9}$)/, '') || undefined
}

/**
 * Whether a text is a Portuguese NIF with a right check digit (the shared one of the final consumer
 * included).
 */
export function isValidNif(text: string | undefined): boolean {
  const nif = normaliseTaxNumber(text)
  if (!nif || !/^[1-9]\d{8}$/.test(nif)) return false
  const weighted = [...nif.slice(0, 8)].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0)
  const rest = weighted % 11
  return Number(nif[8]) === (rest < 2 ? 0 : 11 - rest)
}

/** Whether a tax number is a valid NIF of an organisation, and not of a person or the final consumer. */
export function isCompanyNif(text: string | undefined): boolean {
  const nif = normaliseTaxNumber(text)
  return nif !== FINAL_CONSUMER && isValidNif(nif) && ORGANISATIONS.some((prefix) => nif?.startsWith(prefix))
}

/** Whether two records may be matched on this number: it is stated and it is not the shared one. */
export function isMatchableTaxNumber(text: string | undefined): boolean {
  const number = normaliseTaxNumber(text)
  return number !== undefined && number !== FINAL_CONSUMER
}
