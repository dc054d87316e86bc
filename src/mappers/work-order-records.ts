import type { Material, MaterialLine, Relation, WorkOrderParty } from '../domain/index.ts'
import { present } from './present.ts'

/** The relation that a party of a work order describes; undefined without a number and a name. */
export function relationOfParty(party: WorkOrderParty): Relation | undefined {
  const { debtorNumber, name, ...facts } = stated(party)
  if (!debtorNumber || !name) return undefined
  return { debtorNumber, name, active: true, ...facts }
}

/** The material that a line of a work order describes; undefined without a code, a name and a price. */
export function materialOfLine({ code, name, unit, unitPrice }: MaterialLine): Material | undefined {
  const facts = stated({ code, name, unit })
  if (!facts.code || !facts.name || unitPrice === undefined) return undefined
  const { name: description, code: number, ...others } = facts
  return { code: number, description, price: unitPrice, active: true, ...others }
}

/** The texts of an object that say something, without blanks around them. */
function stated<T extends { readonly [name: string]: string | undefined }>(texts: T) {
  const trimmed = Object.entries(texts).map(([name, text]) => [name, text?.trim() || undefined])
  // The same names as before, each with a text or left out.
  return present(Object.fromEntries(trimmed) as { [K in keyof T]: string | undefined })
}
