import * as z from 'zod'
import { ContractError, UsageError } from '../errors/index.ts'
import { differences, pathText } from '../internal/issues.ts'
import type { Caller, Variables } from './caller.ts'
import { operationError } from './operation-errors.ts'
import { operationType } from './operation-type.ts'
import type { CallOptions } from './options.ts'
import { fieldOf } from './reading.ts'

export interface RequestOptions extends CallOptions {
  /**
   * What the document does. Only a `read` is repeated after trouble. Default: a query reads, a mutation acts; a
   * mutation cannot be a `read`.
   */
  kind?: 'read' | 'act' | undefined
}

/** Any document. */
export interface EsRequest {
  /**
   * Sends a query or a mutation of your own and answers its `data`, through the schema if there is one. The client's
   * company goes along as the variable `companyId` unless you give one. Ask for `errors { field msg }` of each
   * operation: what they state becomes an error as everywhere; what is not asked for cannot be seen.
   *
   * Errors: those of any method; `UsageError` `invalid_document`, before or after it was sent.
   */
  (
    document: string,
    variables?: Variables,
    schema?: undefined,
    options?: RequestOptions,
  ): Promise<Readonly<Record<string, unknown>>>
  <S extends z.core.$ZodType>(
    document: string,
    variables: Variables | undefined,
    schema: S,
    options?: RequestOptions,
  ): Promise<z.output<S>>
}

const LABEL = 'request'

export function esRequest(caller: Caller): EsRequest {
  async function request(
    document: string,
    variables: Variables = {},
    schema?: z.core.$ZodType,
    { kind, signal }: RequestOptions = {},
  ): Promise<unknown> {
    const type = operationType(document)
    if (type === 'mutation' && kind === 'read') {
      throw new UsageError('The document was not sent: a mutation is never a read.', {
        code: 'invalid_document',
        hint: 'Leave the option kind out.',
      })
    }
    const { companyId } = caller
    const company = companyId === undefined ? {} : { companyId }
    const repeatable = type === 'query' && kind !== 'act'
    const { data, secrets } = await caller.raw({
      label: LABEL,
      document,
      variables: { ...company, ...variables },
      repeatable,
      signal,
    })
    for (const [name, value] of Object.entries(data)) {
      const inside = fieldOf(value, 'data')
      const hasData = inside !== null && inside !== undefined
      const failing = { label: name, secrets, writes: type === 'mutation' }
      const error = operationError(fieldOf(value, 'errors'), failing, hasData)
      if (error) throw error
    }
    if (!schema) return data
    const parsed = z.safeParse(schema, data)
    if (parsed.success) return parsed.data
    const paths = differences(parsed.error.issues).map((difference) => pathText(difference.path))
    throw new ContractError(`${LABEL}: the answer does not fit the given schema.`, 'unexpected_answer', paths)
  }
  // One function behind both forms.
  return request as EsRequest
}
