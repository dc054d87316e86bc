const letters = 'TRWAGMYFPDXBNJZSQVHLCKE'
const companyLetters = 'JABCDEFGHI'

/** Whether a text is a Spanish tax number with a right check character: NIF, NIE or that of a company. */
export function isSpanishTaxNumber(text: string): boolean {
  const number = text.toUpperCase()
  if (/^\d{8}[A-Z]$/.test(number)) return number[8] === personLetter(number.slice(0, 8))
  if (/^[XYZ]\d{7}[A-Z]$/.test(number)) {
    const digits = `${'XYZ'.indexOf(number[0] ?? '')}${number.slice(1, 8)}`
    return number[8] === personLetter(digits)
  }
  if (/^[KLM]\d{7}[A-Z]$/.test(number)) return number[8] === personLetter(number.slice(1, 8))
  return /^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/.test(number) && companyChecks(number).includes(number[8] ?? '')
}

/** The letter of a person's number. */
export function personLetter(digits: string): string {
  return letters[Number(digits) % 23] ?? ''
}

/** The check characters that a company's number may end with: some kinds want a letter, some a digit, some take both. */
export function companyChecks(number: string): string[] {
  const digits = [...number.slice(1, 8)].map(Number)
  const sum = digits.reduce((total, digit, index) => {
    const doubled = digit * 2
    return total + (index % 2 === 0 ? Math.floor(doubled / 10) + (doubled % 10) : digit)
  }, 0)
  const check = (10 - (sum % 10)) % 10
  const letter = companyLetters[check] ?? ''
  const kind = number[0] ?? ''
  if ('PQRSNW'.includes(kind)) return [letter]
  return 'ABEH'.includes(kind) ? [String(check)] : [String(check), letter]
}
