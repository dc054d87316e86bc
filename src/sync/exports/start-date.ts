import type { Work } from '../work.ts'

/** Work orders from before this day (`YYYY-MM-DD`) are never exported: the setting, else the day of connecting. */
export function startDateOf({ settings, connection }: Work): string | undefined {
  return settings.exports.startDate ?? connection.connectedOn
}
