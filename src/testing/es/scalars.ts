import type { GraphQLScalarType } from 'graphql'
import { asObject, type JsonObject } from '../http/json.ts'
import { dayText, timeOf, timeText } from './dates.ts'
import type { GraphQL } from './graphql.ts'

/** The scalars of the schema, by name. */
export function scalars({ GraphQLScalarType: Scalar, GraphQLError: Failure }: GraphQL) {
  const dates = (name: string, read: (text: string) => string): GraphQLScalarType =>
    new Scalar({
      name,
      serialize: (value) => (typeof value === 'string' ? read(value) : String(value)),
      parseValue(value) {
        if (typeof value === 'string' && timeOf(value) !== undefined) return read(value)
        throw new Failure(`${name} cannot represent an invalid date: ${JSON.stringify(value)}`)
      },
    })
  return {
    Date: dates('Date', (text) => (timeOf(text) === undefined ? text : dayText(text))),
    DateTime: dates('DateTime', (text) => {
      const time = timeOf(text)
      return time === undefined ? text : timeText(time)
    }),
    Upload: new Scalar({
      name: 'Upload',
      serialize: (value) => value,
      parseValue(value) {
        if (isUpload(value)) return value
        throw new Failure('Upload value invalid.')
      },
      parseLiteral() {
        throw new Failure('Upload literal unsupported.')
      },
    }),
  }
}

/** A file of a multipart request, as plain data. */
export interface Upload extends JsonObject {
  filename: string
  type: string
  base64: string
}

export function isUpload(value: unknown): value is Upload {
  const fields = asObject(value)
  return fields !== undefined && typeof fields.base64 === 'string' && typeof fields.filename === 'string'
}
