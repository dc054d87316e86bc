import { type FieldError, ValidationError } from '../errors/index.ts'
import { redact } from '../http/index.ts'

interface Rule {
  /** Stable name. */
  readonly code: string
  readonly meaning: (parameters: readonly string[]) => string
}

const BOUNDS = ['greater than', 'less than', 'at least', 'at most']

/** Moloni's validation rules. Page: https://www.moloni.pt/dev/controlo-de-erros/ */
const RULES: Readonly<Record<number, Rule>> = {
  1: { code: 'required', meaning: () => 'is required' },
  2: { code: 'number', meaning: numberMeaning },
  3: { code: 'email', meaning: () => 'must be an e-mail address' },
  4: { code: 'unique', meaning: () => 'is already in use' },
  5: { code: 'allowed_values', meaning: ([list]) => `must be one of ${list ?? 'the allowed values'}` },
  6: { code: 'url', meaning: () => 'must be a web address' },
  7: { code: 'postal_code', meaning: () => 'must be a postal code' },
  8: { code: 'tax_number', meaning: () => 'must be a Portuguese tax number' },
  9: { code: 'date', meaning: () => 'must be a date, YYYY-MM-DD' },
  10: {
    code: 'associated_document',
    meaning: () => 'names a document that cannot be associated, or is used up',
  },
  11: { code: 'not_communicable', meaning: () => 'cannot be communicated to the tax authority' },
  12: {
    code: 'date_order',
    meaning: ([operator, day]) => `must be ${operator ?? ''} ${day ?? ''}`.trimEnd(),
  },
  13: { code: 'phone', meaning: () => 'must be a phone number' },
  14: {
    code: 'tax_order',
    meaning: () => 'has another tax beside IVA, and IVA comes first or is not cumulative',
  },
  15: { code: 'several_vat', meaning: () => 'has more than one IVA' },
  16: { code: 'customer_unidentified', meaning: () => 'needs an identified customer (CIVA art. 36 n. 15)' },
  17: { code: 'limit_reached', meaning: () => 'has reached its limit' },
}

const DATABASE_ERROR = /^database error/i
const RULE_TEXT = /^(\d{1,2}) (\S+)(?: (.*))?$/

/** The refused fields, when the list is one of refusals and not of rows. */
export function refusedFields(
  list: readonly unknown[],
  secrets: readonly string[],
): FieldError[] | undefined {
  const fields = list.map((entry) => fieldError(entry, secrets))
  return fields.length > 0 && fields.every((field) => field !== undefined) ? fields : undefined
}

export function validationError(label: string, fields: readonly FieldError[]): ValidationError {
  const listed = fields.slice(0, 5).map(({ path, message }) => `${path} ${message}`.trim())
  const more = fields.length > listed.length ? `; and ${fields.length - listed.length} more` : ''
  const hint = fields.some(({ rule }) => rule === 0)
    ? 'Check that all ids belong to this company and that payments add up to the total.'
    : 'Correct these fields and send it again.'
  return new ValidationError(`${label} was refused: ${redact(listed.join('; '), [], 500)}${more}.`, fields, {
    hint,
  })
}

function fieldError(entry: unknown, secrets: readonly string[]): FieldError | undefined {
  const written = textOf(entry)
  if (written === undefined) return undefined
  const said = secrets.reduce((text, secret) => text.replaceAll(secret, '[hidden]'), written)
  if (DATABASE_ERROR.test(said)) {
    return { rule: 0, code: 'database', path: '', message: 'Moloni met a database error', parameters: [] }
  }
  const [, number, field = '', rest = ''] = RULE_TEXT.exec(said) ?? []
  if (number === undefined) {
    return typeof entry === 'string'
      ? { rule: 0, code: 'unknown', path: '', message: redact(said), parameters: [] }
      : undefined
  }
  const rule = Number(number)
  const parameters = rule === 5 ? [rest].filter(Boolean) : rest === '' ? [] : rest.split(' ')
  const known = RULES[rule] ?? { code: 'unknown', meaning: () => 'was refused' }
  return { rule, code: known.code, path: dotted(field), message: known.meaning(parameters), parameters }
}

/** Plain entries are text, human ones `{ code, description }` and nothing else. */
function textOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return undefined
  const { code, description, ...rest } = entry as Partial<Record<string, unknown>>
  if (Object.keys(rest).length > 0) return undefined
  if (typeof code === 'string') return code
  return code === undefined && typeof description === 'string' ? description : undefined
}

/** `products[0][taxes][0][value]` and `products[0].taxes[0].value` are the same place. */
function dotted(field: string): string {
  return field.replace(/\[([^\]\d][^\]]*)\]/g, '.$1')
}

function numberMeaning(parameters: readonly string[]): string {
  const [whole, ...limits] = parameters
  const kind = whole === '1' ? 'a whole number' : 'a number'
  const bounds = BOUNDS.flatMap((name, index) => {
    const limit = limits[index]
    return limit === undefined || limit === '' || limit === 'null' ? [] : [`${name} ${limit}`]
  })
  return `must be ${[kind, ...bounds].join(', ')}`
}
