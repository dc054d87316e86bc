import { isError, type MoloniError } from '../../../errors/index.ts'
import type { SinkResult } from '../../../sync/index.ts'
import type { Problem } from '../client/field.ts'

export type Refusal = Extract<SinkResult, { readonly ok: false }>

/** Codes that the engine has texts for, in every language. */
const MISSING: Readonly<Record<string, string>> = {
  street: 'missing_street',
  postal_code: 'missing_postal_code',
  city: 'missing_city',
  CustomerStreet: 'missing_street',
  CustomerZIP: 'missing_postal_code',
  CustomerCity: 'missing_city',
}

/** What is wrong with a record before it is sent, by the name of OutSmart's field. */
export function problemRefusal({ path, code, max }: Problem): Refusal {
  if (code === 'required') {
    const message = `OutSmart demands ${path}.`
    return { ok: false, code: MISSING[path] ?? `${path}_missing`, field: path, message }
  }
  if (code === 'too_long') {
    const message = `${path} is longer than the ${max} that OutSmart takes. Shorten it in Moloni; it is never cut.`
    return { ok: false, code: 'too_long', field: path, message }
  }
  return { ok: false, code: 'wrong_value', field: path, message: `OutSmart does not take this ${path}.` }
}

/** What a write is when nothing was written, and nothing was refused. */
export const notWritten: Refusal = {
  ok: false,
  code: 'not_written',
  message: 'OutSmart answered that it wrote nothing. It is tried again.',
  retryable: true,
}

/** Whether an error says something of the records that were sent, and not of the connection or the account. */
export function isAboutRecords(error: unknown): error is MoloniError {
  return (
    isError(error, 'ValidationError') ||
    isError(error, 'RefusedError') ||
    isError(error, 'NotFoundError') ||
    isTrouble(error)
  )
}

/** OutSmart's own unexpected error: a bad record may be behind it. */
export function isTrouble(error: unknown): boolean {
  return isError(error, 'HttpError') && error.code === 'outsmart_1007'
}

/** OutSmart's refusal of one record. */
export function errorRefusal(error: MoloniError): Refusal {
  const field = isError(error, 'ValidationError')
    ? error.fields.find(({ path }) => path !== '')?.path
    : undefined
  return {
    ok: false,
    code: error.code,
    message: error.message,
    ...(field === undefined ? {} : { field }),
    ...(error.retryable ? { retryable: true } : {}),
  }
}
