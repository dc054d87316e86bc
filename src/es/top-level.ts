import * as z from 'zod'
import { ContractError, HttpError, type MoloniError, UsageError } from '../errors/index.ts'
import { type Answer, redact } from '../http/index.ts'
import type { AccessRefusal } from '../oauth/access.ts'
import { withoutValues } from './without-values.ts'

const stated = z.object({
  message: z.string().catch(''),
  path: z
    .array(z.union([z.string(), z.number()]))
    .optional()
    .catch(undefined),
  extensions: z
    .object({ code: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

const body = z.object({
  errors: z
    .array(stated.catch({ message: '' }))
    .nullish()
    .catch([{ message: '' }]),
  data: z.record(z.string(), z.unknown()).nullish().catch(undefined),
})

type Stated = z.output<typeof stated>

/** What a GraphQL answer says above its operations. */
export interface GraphqlAnswer {
  readonly errors: readonly Stated[]
  readonly data: Readonly<Record<string, unknown>> | undefined
}

export function graphqlAnswer({ data }: Answer): GraphqlAnswer {
  const read = body.safeParse(data)
  return { errors: read.data?.errors ?? [], data: read.data?.data ?? undefined }
}

const codeOf = ({ extensions }: Stated) => extensions?.code ?? ''

/** A refusal of access: the one thing that is not the operation's own business. */
export function accessRefusal(answer: Answer): AccessRefusal | undefined {
  const { errors } = graphqlAnswer(answer)
  const refused = errors.find((one) => ['UNAUTHENTICATED', 'FORBIDDEN'].includes(codeOf(one)))
  if (refused) return { said: refused.message, curable: codeOf(refused) === 'UNAUTHENTICATED' }
  if (answer.status === 401) return { said: errors[0]?.message || 'HTTP 401', curable: true }
  return answer.status === 403 ? { said: errors[0]?.message || 'HTTP 403', curable: false } : undefined
}

export interface Asking {
  readonly label: string
  readonly secrets: readonly string[]
  /** Whether the document is the caller's own, and not one of ours. */
  readonly ownDocument: boolean
}

/**
 * The error of an operation that failed while it ran, as opposed to one that was not run. On a change nobody knows what
 * it did.
 */
export function serverTrouble(answer: Answer, { label, secrets }: Asking): MoloniError | undefined {
  const { errors } = graphqlAnswer(answer)
  if (errors.length === 0 || accessRefusal(answer) || wasNotRun(answer)) return undefined
  const said = errors.map(({ message }) => message).find((message) => message !== '') ?? 'nothing more'
  return new ContractError(
    `${label}: Moloni met an error. It says: "${redact(said, secrets)}".`,
    'server_error',
    [],
    {
      hint: 'Try again later; look first whether a change was made.',
    },
  )
}

/** The values of the root fields, or one error. */
export function dataOf(answer: Answer, asking: Asking): Readonly<Record<string, unknown>> {
  const { errors, data } = graphqlAnswer(answer)
  if (errors.length > 0) throw notRun(errors, asking)
  if (answer.status >= 400) {
    throw new HttpError(`${asking.label}: Moloni answered HTTP ${answer.status}.`, answer.status, {
      hint: 'Check baseUrl and the platform.',
    })
  }
  if (data) return data
  throw new ContractError(`${asking.label}: the answer holds no data.`, 'unexpected_answer', ['data'])
}

/** Errors without a place in the data, and no data: the document or its variables were refused as a whole. */
function wasNotRun(answer: Answer): boolean {
  const { errors, data } = graphqlAnswer(answer)
  return data === undefined && errors.every((one) => one.path === undefined && NOT_RUN.has(codeOf(one)))
}

const NOT_RUN = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
])

function notRun(errors: readonly Stated[], { label, secrets, ownDocument }: Asking): MoloniError {
  const said = redact(errors.map(({ message }) => withoutValues(message)).join(' '), secrets, 300)
  if (errors.some((one) => codeOf(one) === 'BAD_USER_INPUT')) {
    return new UsageError(`${label}: Moloni does not take these values. It says: "${said}".`, {
      code: 'invalid_params',
      hint: 'Nothing was done; correct the values.',
    })
  }
  if (ownDocument) {
    return new UsageError(`${label}: Moloni does not take this document. It says: "${said}".`, {
      code: 'invalid_document',
      hint: 'Nothing was done; correct the document.',
    })
  }
  return new ContractError(
    `${label}: this account's interface differs from the reference. Moloni says: "${said}".`,
    'schema_differs',
    [],
    { hint: 'Nothing was done. Leave the field out of the select, or ask for it by es.request.' },
  )
}
