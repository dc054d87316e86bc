import { existsSync, readFileSync } from 'node:fs'
import { type DocumentNode, parse } from 'graphql'
import { CannotRun } from './cannot-run.ts'

/** The reference: every definition, and the root operations that were seen on the Spanish host. */
export interface Reference {
  readonly document: DocumentNode
  readonly provenOnEs: readonly string[]
}

const DEFAULT_FILE = new URL('../../../shared/reference/moloni-es/schema.graphql', import.meta.url)

/** Where the reference is: the option, else the variable `MOLONI_ES_REFERENCE`, else beside the repository. */
export function referenceFile(option?: string, variable?: string): string | URL {
  return option ?? (variable ? variable : DEFAULT_FILE)
}

export function readReference(file: string | URL): Reference {
  if (!existsSync(file)) {
    throw new CannotRun(
      `There is no reference at ${String(file)}. Give its place with --reference FILE or MOLONI_ES_REFERENCE.`,
    )
  }
  const text = readFileSync(file, 'utf8')
  return { document: parse(text, { noLocation: true }), provenOnEs: marked(text) }
}

/** Root operations whose line ends with the mark of the Spanish host. */
function marked(text: string): string[] {
  const roots = text.match(/^type (?:Query|Mutation) \{\n[^}]*\}/gm) ?? []
  return roots.flatMap((root) => [...root.matchAll(/^ {2}(\w+).*# ES$/gm)].map((match) => match[1] ?? ''))
}
