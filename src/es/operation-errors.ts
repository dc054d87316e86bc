import * as z from 'zod'
import {
  AuthError,
  type FieldError,
  type MoloniError,
  NotFoundError,
  OutcomeUnknownError,
  RefusedError,
  ValidationError,
} from '../errors/index.ts'
import { redact } from '../http/index.ts'
import { type KnownText, knownTexts } from './error-texts.ts'

/** What an error is about. */
export interface Failing {
  readonly label: string
  readonly secrets: readonly string[]
  /** Whether the call changes something. */
  readonly writes: boolean
  /** The field that names the record which the call is about; a read without one is about whatever is missing. */
  readonly subject?: string | undefined
}

const stated = z.object({ field: z.string(), msg: z.string() })

interface Problem {
  readonly field: FieldError
  readonly means: KnownText['means']
  readonly hint: string | undefined
}

/**
 * The error that an operation states in its `errors`; undefined for none. With data beside the errors of a change,
 * nobody knows what of it was done.
 */
export function operationError(errors: unknown, failing: Failing, hasData: boolean): MoloniError | undefined {
  if (errors === null || errors === undefined || (Array.isArray(errors) && errors.length === 0))
    return undefined
  const problems = (Array.isArray(errors) ? errors : [errors]).map((one) => problemOf(one, failing))
  const refused = refusal(problems, failing)
  if (!failing.writes || !hasData) return refused
  return new OutcomeUnknownError(`${failing.label}: Moloni answered data and errors at once.`, {
    hint: 'Look what was done before you repeat it.',
    cause: refused,
  })
}

function problemOf(error: unknown, { secrets, subject, writes }: Failing): Problem {
  const read = stated.safeParse(error)
  const { field, msg } = read.data ?? { field: '*', msg: 'Moloni gave no reason that can be read.' }
  const known = knownTexts.find(({ text }) => text.test(msg))
  const path = field === '*' ? '' : field
  const isSubject = subject === undefined ? !writes : ['', subject].includes(path)
  const another = known?.means === 'missing' && !isSubject
  const unknown = path === '' && read.success ? 'action' : 'value'
  return {
    field: {
      rule: 0,
      code: known?.code ?? 'unknown',
      path: redact(path, secrets),
      message: redact(msg, secrets),
      parameters: [],
    },
    means: another ? 'value' : (known?.means ?? unknown),
    hint: known?.hint,
  }
}

function refusal(problems: readonly Problem[], { label }: Failing): MoloniError {
  const of = (means: Problem['means']) => problems.find((one) => one.means === means)
  const said = saidOf(problems)
  const [access, missing, value, action] = [of('access'), of('missing'), of('value'), of('action')]
  if (access) {
    return new AuthError(
      `${label}: Moloni refused access. It says: "${access.field.message}".`,
      'access_refused',
      {
        hint: access.hint ?? 'Check that this login may use the company and the function.',
      },
    )
  }
  if (missing) {
    return new NotFoundError(`${label}: there is no such record. Moloni says: "${missing.field.message}".`, {
      hint: 'It may be deleted, or of another company.',
    })
  }
  if (value) {
    const fields = problems.map(({ field }) => field)
    return new ValidationError(`${label} was refused: ${said}.`, fields, {
      hint: 'Correct these fields and send it again.',
    })
  }
  const { code = 'unknown' } = action?.field ?? {}
  return new RefusedError(`${label} was refused. Moloni says: "${said}".`, {
    hint: action?.hint ?? 'The record may be in use, closed, or unknown in this company.',
    ...(code === 'unknown' ? {} : { code }),
  })
}

function saidOf(problems: readonly Problem[]): string {
  const listed = problems.slice(0, 5).map(({ field: { path, message } }) => {
    const text = message.replace(/\.$/, '')
    return path === '' ? text : `${path}: ${text}`
  })
  const more = problems.length > listed.length ? `; and ${problems.length - listed.length} more` : ''
  return `${listed.join('; ')}${more}`
}
