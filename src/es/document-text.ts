import type { Operation } from './operation.ts'

/**
 * The document of an operation: only the arguments that are sent are declared, and the given fields of a record are
 * asked for.
 */
export function documentText(
  { root, kind, args, answer }: Operation,
  sent: Readonly<Record<string, unknown>>,
  fields: string,
): string {
  const names = Object.keys(args).filter((name) => sent[name] !== undefined)
  const declared = names.map((name) => `$${name}: ${args[name]}`)
  const passed = names.map((name) => `${name}: $${name}`)
  const asked = answer.asked(fields)
  const head = `${kind === 'read' ? 'query' : 'mutation'} ${root}${parenthesised(declared)}`
  return `${head} { ${root}${parenthesised(passed)}${asked === '' ? '' : ` { ${asked} }`} }`
}

function parenthesised(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `(${parts.join(', ')})`
}
