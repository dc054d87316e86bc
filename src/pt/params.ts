import { UsageError } from '../errors/index.ts'
import { type Difference, differences, pathText } from '../internal/issues.ts'
import type { AnyEndpoint, Kind } from './endpoint.ts'

export type Fields = Readonly<Record<string, unknown>>

/** A writing call may lack fields: which ones Moloni insists on is not certain, and it says so itself. */
const MAY_LACK: readonly Kind[] = ['create', 'update', 'act']

/** The parameters with the company filled in. Throws a `UsageError` `company_missing` or `invalid_params`. */
export function checkParams(
  label: string,
  endpoint: AnyEndpoint,
  given: unknown,
  companyId?: number,
): Fields {
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given))) {
    throw wrong(label, ['the parameters must be an object'], TYPES_HINT)
  }
  const fields = endpoint.company ? withCompany(label, { ...given }, companyId) : { ...given }
  const checked = endpoint.params.safeParse(fields)
  const wrongs = checked.success ? [] : differences(checked.error.issues)
  const complaints = wrongs.filter((one) => !isForgiven(endpoint.kind, one, fields)).flatMap(complaintsOf)
  const hint = wrongs.some(({ unknown }) => unknown) ? NAMES_HINT : TYPES_HINT
  if (complaints.length > 0) throw wrong(label, complaints, hint)
  return fields
}

export function withCompany(label: string, fields: Fields, companyId: number | undefined): Fields {
  const company_id = fields.company_id ?? companyId
  if (company_id !== undefined) return { ...fields, company_id }
  throw new UsageError(`${label} needs a company.`, {
    code: 'company_missing',
    hint: 'Give companyId to createPtClient, or company_id to this call.',
  })
}

function isForgiven(kind: Kind, { path, unknown }: Difference, fields: Fields): boolean {
  return MAY_LACK.includes(kind) && !unknown && valueAt(fields, path) === undefined
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? Object.getOwnPropertyDescriptor(inner, step)?.value
        : undefined,
    value,
  )
}

function complaintsOf({ path, unknown }: Difference): string[] {
  if (!unknown) return [`${pathText(path)} is missing or of the wrong type`]
  return unknown.map((key) => `${pathText([...path, key])} is not known`)
}

const NAMES_HINT = 'Moloni ignores names that it does not know: a mistyped filter would return everything.'
const TYPES_HINT = 'Ids and amounts are numbers, days are text such as 2026-03-31, lists are arrays.'

function wrong(label: string, reasons: readonly string[], hint: string): UsageError {
  return new UsageError(`${label} was not sent: ${[...new Set(reasons)].join('; ')}.`, {
    code: 'invalid_params',
    hint,
  })
}
