/** A unit of measure as the account names it. */
export interface Unit {
  readonly name?: string | undefined
  readonly short_name?: string | undefined
  /** Code of UN/ECE Recommendation 20, for example `HUR`. */
  readonly code?: string | undefined
}

/**
 * Whether a unit is an hour: its code, name or short name is one of the given ones, compared without case, accents,
 * dots and blanks.
 *
 * @example isHourUnit({ name: 'Horas', short_name: 'H.' }, ['h']) // true
 */
export function isHourUnit(unit: Unit, hourUnits: readonly string[]): boolean {
  const known = new Set(hourUnits.map(plain))
  known.delete('')
  return [unit.code, unit.short_name, unit.name].some((name) => name !== undefined && known.has(plain(name)))
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\s.]/gu, '')
    .toLowerCase()
