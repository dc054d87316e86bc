import type { BillableLine } from './billable-line.ts'
import type { LineSettings } from './billable-lines.ts'

/** The setting that names the product for lines whose own product Moloni does not have; travel has none. */
const fallbacks = { material: 'unknownMaterial', hours: 'unknownHourType', travel: undefined } as const

/** Reference of the product that a line of this kind is booked on when its own one is unknown. */
export function fallbackReference(kind: BillableLine['kind'], settings: LineSettings): string | undefined {
  const name = fallbacks[kind]
  return (name && settings[name]?.trim()) || undefined
}

/** References of all products that a document with these lines may need, each once. */
export function productReferences(lines: readonly BillableLine[], settings: LineSettings): string[] {
  const references = lines.flatMap(({ code, kind }) => [code, fallbackReference(kind, settings) ?? code])
  return [...new Set(references)]
}
