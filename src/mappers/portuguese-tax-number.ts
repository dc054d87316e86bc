/** Leading digits of the numbers of organisations, as opposed to natural persons and estates. */
const ORGANISATIONS = ['5', '6', '71', '72', '77', '79', '90', '91', '99']

/** Whether nine digits are a Portuguese NIF with a right check digit. */
export function isPortuguese(number: string): boolean {
  if (!/^[1-9]\d{8}$/.test(number)) return false
  const weighted = [...number.slice(0, 8)].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0)
  const rest = weighted % 11
  return Number(number[8]) === (rest < 2 ? 0 : 11 - rest)
}

/** Whether a valid NIF is that of an organisation. */
export function isPortugueseOrganisation(number: string): boolean {
  return ORGANISATIONS.some((prefix) => number.startsWith(prefix))
}
