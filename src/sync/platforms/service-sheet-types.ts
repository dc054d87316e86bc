import type { Findings } from '../records/connection.ts'

/** A name without case and accents, for comparison. */
export const plainName = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

/**
 * Moloni's ids of the document types that are service sheets by the names in the settings; undefined until the account was
 * asked, and empty where it lists none of them.
 */
export function serviceSheetTypes(
  found: Findings | undefined,
  names: readonly string[],
): readonly number[] | undefined {
  const wanted = new Set(names.map(plainName))
  return found?.documentTypes?.flatMap(({ id, name }) => (wanted.has(plainName(name)) ? [id] : []))
}
