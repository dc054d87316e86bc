import {
  AuthError,
  type FieldError,
  HttpError,
  type MoloniError,
  NotFoundError,
  RefusedError,
  ValidationError,
} from '../../../errors/index.ts'
import { redact } from '../../../http/index.ts'

/** What OutSmart said in place of an answer. */
export interface Refusal {
  readonly label: string
  readonly code: number
  readonly messages: readonly string[]
  readonly secrets: readonly string[]
}

type Make = (refusal: Refusal, said: string) => MoloniError

/** Codes whose last two digits mean a required field or a bad value, by area. */
const VALUES = new Set([
  1101, 1201, 1301, 1501, 1504, 1701, 1801, 1901, 2001, 2101, 2201, 2301, 2401, 2501, 2601, 2701, 2801,
])

const access: Make = ({ label, code }, said) =>
  new AuthError(`${label}: OutSmart refused access (${code}).${said}`, 'access_refused', {
    hint: 'Check the token, the software token, and the licence that joins them.',
  })

const trouble: Make = ({ label, code }, said) =>
  new HttpError(`${label}: OutSmart is in trouble (${code}).${said}`, 500, {
    code: `outsmart_${code}`,
    hint: 'Try again later.',
  })

const missing: Make = ({ label, code }, said) =>
  new NotFoundError(`${label}: there is no such record.${said}`, { code: `outsmart_${code}` })

const MAKERS: Readonly<Record<number, Make>> = {
  1002: access,
  1003: access,
  1004: access,
  1005: access,
  1006: ({ label, code }) =>
    new RefusedError(`${label}: OutSmart takes https only.`, {
      code: `outsmart_${code}`,
      hint: 'Give a baseUrl that begins with https.',
    }),
  1007: trouble,
  1400: missing,
  1500: missing,
}

/** The error for a code of OutSmart. Its `code` is `outsmart_<code>`, or `access_refused`. */
export function refusalError(refusal: Refusal): MoloniError {
  const { label, code, messages, secrets } = refusal
  const words = redact(messages.join(' '), secrets)
  const said = words === '' ? '' : ` It says: "${words}".`
  const make = MAKERS[code]
  if (make) return make(refusal, said)
  if (VALUES.has(code)) {
    return new ValidationError(`${label}: OutSmart refused the values (${code}).${said}`, fieldsOf(refusal), {
      code: `outsmart_${code}`,
      hint: 'Correct what it names; nothing tells which row of several it is.',
    })
  }
  return new RefusedError(`${label} was refused by OutSmart (${code}).${said}`, { code: `outsmart_${code}` })
}

/** The messages, with the field that each one names, if it names one. */
function fieldsOf({ code, messages, secrets }: Refusal): FieldError[] {
  return messages.map((message) => ({
    rule: code,
    code: code === 1504 ? 'unreadable' : 'refused',
    path: /\b([a-z]+(?:_[a-z0-9]+)+|[A-Z][a-z]+(?:[A-Z][a-z]*)+|row_id)\b/.exec(message)?.[1] ?? '',
    message: redact(message, secrets),
    parameters: [],
  }))
}
