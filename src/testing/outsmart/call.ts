import type { Json } from '../http/json.ts'
import { Refusal } from './answers.ts'
import type { OutsmartBehaviour } from './options.ts'
import type { OutsmartState, Row } from './state.ts'

/** What an endpoint works on. */
export interface Call {
  readonly state: OutsmartState
  readonly behaviour: OutsmartBehaviour
  readonly query: URLSearchParams
  /** Text of the body. */
  readonly body: string
  readonly now: number
  /** What is created stays out of lists until this time. */
  readonly visibleFrom: number | undefined
  /** A list answers as if it had no filter. */
  readonly ignoreFilter: boolean
  /** A list refuses its filters. */
  readonly refuseFilter: boolean
}

/** One endpoint. Runs at once, so that nothing comes between. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** Whether the request changes something. */
  writes(query: URLSearchParams): boolean
  run(call: Call): Json
}

/** The decoded body; refused when it is empty or no JSON. */
export function bodyOf({ body }: Call): unknown {
  if (body.trim() === '') throw new Refusal(1008, 'The body is empty.')
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal(1009, 'The body is not valid JSON.')
  }
}

/** The records of an array body. */
export function rowsOf(call: Call): Record<string, unknown>[] {
  const body = bodyOf(call)
  if (!Array.isArray(body)) throw new Refusal(1009, 'The body is not an array.')
  return body.map((row: unknown) => {
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return { ...row }
    throw new Refusal(1009, 'The body is not an array of records.')
  })
}

/** A boolean of the query; `undefined` when it is not given. */
export function booleanOf(query: URLSearchParams, name: string): boolean | undefined {
  const text = query.get(name)?.toLowerCase()
  return text === undefined ? undefined : !['false', '0', 'no', ''].includes(text)
}

/** What may be shown of a record. */
export function shown({ visible_from, ...row }: Row): Row {
  return row
}

export function isVisible({ visible_from }: Row, now: number): boolean {
  return visible_from === undefined || visible_from <= now
}

/** A list as it is answered. */
export function listed({ behaviour, now }: Call, rows: readonly Row[]): Json {
  const seen = rows.filter((row) => isVisible(row, now)).map(shown)
  return seen.length === 0 && behaviour.emptyList === 'null' ? null : structuredClone(seen)
}

export function counted({ behaviour }: Call, count: number): Json {
  return behaviour.counts === 'text' ? String(count) : count
}

/** `Y-m-d H:i:s` of a moment. */
export function momentText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
}
