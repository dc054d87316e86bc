/** Whether nine digits are a Portuguese tax number with a right check digit. */
export function isNif(text: string): boolean {
  if (!/^([1-35-9]\d|45)\d{7}$/.test(text)) return false
  return checkDigit(text.slice(0, 8)) === Number(text[8])
}

/** The ninth digit to eight others. */
export function checkDigit(eight: string): number {
  const total = [...eight].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0)
  const rest = 11 - (total % 11)
  return rest >= 10 ? 0 : rest
}
