/** Control letters of natural persons, by the number modulo 23. */
const PERSON_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'
/** Control letters of organisations, by the control digit. */
const ORGANISATION_LETTERS = 'JABCDEFGHI'

/** Digits that stand for the first letter of a foreigner's number. */
const FOREIGNERS: Readonly<Record<string, string>> = { X: '0', Y: '1', Z: '2' }

/** Organisations whose control is a digit, and those whose control is a letter; the others may have either. */
const WITH_DIGIT = 'ABEH'
const WITH_LETTER = 'NPQRSW'

/**
 * Whether a text is a Spanish tax number with a right control character: a DNI, an NIE (X, Y, Z), a special one
 * of a person (K, L, M) or one of an organisation (CIF).
 */
export function isSpanish(number: string): boolean {
  if (/^\d{8}[A-Z]$/.test(number)) return isPerson(number.slice(0, 8), number)
  if (/^[XYZ]\d{7}[A-Z]$/.test(number))
    return isPerson((FOREIGNERS[number.charAt(0)] ?? '') + number.slice(1, 8), number)
  if (/^[KLM]\d{7}[A-Z]$/.test(number))
    return isPerson(number.slice(1, 8), number) || controlsOf(number).includes(number.charAt(8))
  return isSpanishOrganisation(number) && controlsOf(number).includes(number.charAt(8))
}

/** Whether a Spanish number has the form of an organisation's. */
export function isSpanishOrganisation(number: string): boolean {
  return /^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/.test(number)
}

const isPerson = (digits: string, number: string) => PERSON_LETTERS[Number(digits) % 23] === number.charAt(8)

/** The control characters that a number may end in. Special numbers of persons have a letter only. */
function controlsOf(number: string): readonly string[] {
  const kind = number.charAt(0)
  const digits = [...number.slice(1, 8)].map(Number)
  const total = digits.reduce((sum, digit, index) => sum + (index % 2 === 0 ? crossSum(2 * digit) : digit), 0)
  const control = (10 - (total % 10)) % 10
  const letter = ORGANISATION_LETTERS.charAt(control)
  if ('KLM'.includes(kind) || WITH_LETTER.includes(kind)) return [letter]
  // Organisations that are not resident begin with two zeros and have a letter whatever their kind.
  if (WITH_DIGIT.includes(kind) && !number.startsWith('00', 1)) return [String(control)]
  return [String(control), letter]
}

const crossSum = (value: number) => Math.floor(value / 10) + (value % 10)
