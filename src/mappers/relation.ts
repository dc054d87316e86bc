import type { Issue, Mapped, Relation, RelationAddress, Source } from '../domain/index.ts'
import { present } from './present.ts'
import { isValidTaxNumber, normaliseTaxNumber } from './tax-number.ts'

/** Fields of an address that a host may demand. */
export type RequiredField = 'street' | 'postalCode' | 'city'

export interface RelationContext {
  readonly companyId: number | string
  /** Fields without which the host refuses a relation: there the issue is an error. Default: none. */
  readonly require?: readonly RequiredField[]
}

/** What a customer's row states, by our own names; what it does not state is undefined. */
export type CustomerFacts = {
  readonly [K in Exclude<keyof Relation, 'active' | 'source' | 'addresses'>]?: Relation[K] | undefined
} & {
  readonly active: boolean
  readonly source: Source
  readonly addresses?: readonly RelationAddress[] | undefined
}

const missing: Record<RequiredField, string> = {
  street: 'missing_street',
  postalCode: 'missing_postal_code',
  city: 'missing_city',
}

/**
 * The relation that the facts of a customer make.
 *
 * Issues: `missing_number`, `missing_name`; `missing_street`, `missing_postal_code`, `missing_city` (errors
 * for the required ones, else warnings); warning `invalid_tax_number`.
 */
export function relationOf(
  { active, source, debtorNumber, name, vatNumber: stated, addresses, ...facts }: CustomerFacts,
  { require }: RelationContext,
): Mapped<Relation> {
  const thing = debtorNumber ?? name ?? source.id
  const vatNumber = normaliseTaxNumber(stated)

  const issues: Issue[] = []
  const say = (code: string, field: string, severity: Issue['severity']) =>
    issues.push({ code, field, thing, severity })
  if (!debtorNumber) say('missing_number', 'debtorNumber', 'error')
  if (!name) say('missing_name', 'name', 'error')
  for (const field of ['street', 'postalCode', 'city'] as const)
    if (!facts[field]) say(missing[field], field, require?.includes(field) ? 'error' : 'warning')
  if (facts.country && vatNumber && !isValidTaxNumber(vatNumber, facts.country))
    say('invalid_tax_number', 'vatNumber', 'warning')
  if (!debtorNumber || !name || issues.some(({ severity }) => severity === 'error')) return { issues }

  const value: Relation = {
    debtorNumber,
    name,
    active,
    source,
    ...present({ ...facts, vatNumber, addresses: addresses && [...addresses] }),
  }
  return { value, issues }
}
