import type { Row } from '../state.ts'

/** Makes a row the only default of its table. */
export function onlyDefault(rows: readonly Row[], row: Row): void {
  for (const other of rows) if (other !== row && other.isDefault === true) other.isDefault = false
}
