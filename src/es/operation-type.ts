import { UsageError } from '../errors/index.ts'

/** Texts and comments, in which anything may stand. */
const OPAQUE = /"""(?:\\"""|[^"]|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"|#[^\n\r]*/g
const TOKENS = /[_A-Za-z]\w*|[{}()[\]"]/g

/**
 * Whether a document reads or changes, by the one operation that it defines. Throws a `UsageError`
 * `invalid_document` for none, for several, and for a subscription.
 */
export function operationType(document: string): 'query' | 'mutation' {
  const found = operationsIn(document)
  const [first, second] = found
  if (second !== undefined) throw invalid('it defines more than one operation')
  if (first === 'query' || first === 'mutation') return first
  throw invalid(first === undefined ? 'it defines no operation' : `it is a ${first}`)
}

/** The operations of a document by the words that begin them: what stands outside all brackets. */
function operationsIn(document: string): string[] {
  const found: string[] = []
  let depth = 0
  let atStart = true
  for (const [token] of document.replace(OPAQUE, ' ').matchAll(TOKENS)) {
    if (atStart && token !== 'fragment') found.push(token === '{' ? 'query' : token)
    atStart = false
    if ('{(['.includes(token)) depth += 1
    if ('})]'.includes(token)) depth -= 1
    if (token === '"' || depth < 0) throw invalid('its brackets or quotes do not close')
    if (token === '}' && depth === 0) atStart = true
  }
  if (depth !== 0) throw invalid('its brackets or quotes do not close')
  return found
}

function invalid(why: string): UsageError {
  return new UsageError(`The document was not sent: ${why}.`, {
    code: 'invalid_document',
    hint: 'Give one query or one mutation, with its fragments.',
  })
}
