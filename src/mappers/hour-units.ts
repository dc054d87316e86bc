/** A unit of measure as the account names it. */
export interface Unit {
  readonly name?: string | undefined
  readonly short_name?: string | undefined
}

/**
 * Whether a unit is an hour: its name or short name is one of the given ones, compared without case, accents,
 * dots and blanks.
 *
 * @example isHourUnit({ name: 'Horas', short_name: 'H.' }, ['h']) // true
 */
export function isHourUnit(unit: Unit, hourUnits: readonly string[]): boolean {
  const known = new Set(hourUnits.map(plain))
  known.delete('')
  return [unit.name, unit.short_name].some((name) => name !== undefined && known.has(plain(name)))
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\s.]/gu, '')
    .toLowerCase()
