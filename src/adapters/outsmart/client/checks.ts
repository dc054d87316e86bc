import { type FieldError, UsageError, ValidationError } from '../../../errors/index.ts'
import type { Encoded, Problem } from './field.ts'

const MESSAGES: Readonly<Record<Problem['code'], (problem: Problem) => string>> = {
  required: () => 'has to be given',
  too_long: ({ max }) => `is longer than ${max}`,
  wrong: () => 'is of the wrong type or form',
  unknown: () => 'is not known',
}

/** What is sent, or an error before anything is: unknown names are a `UsageError`, bad values a `ValidationError`. */
export function checked(label: string, encoded: Encoded): unknown {
  if (!('problems' in encoded)) return encoded.wire
  const { problems } = encoded
  const reasons = problems.map((one) => `${one.path || 'the value'} ${MESSAGES[one.code](one)}`)
  const message = `${label} was not sent: ${[...new Set(reasons)].slice(0, 8).join('; ')}.`
  if (problems.some(({ code }) => code === 'unknown')) {
    throw new UsageError(message, {
      code: 'invalid_params',
      hint: 'OutSmart ignores names that it does not know: a mistyped filter would return everything.',
    })
  }
  throw new ValidationError(message, problems.map(fieldError), {
    code: problems.every(({ code }) => code === 'too_long') ? 'too_long' : 'validation',
    hint: 'Correct the values; nothing is cut or filled in.',
  })
}

function fieldError(problem: Problem): FieldError {
  const { path, code, max } = problem
  return { rule: 0, code, path, message: MESSAGES[code](problem), parameters: max === undefined ? [] : [max] }
}
