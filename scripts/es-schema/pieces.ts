import { type DefinitionNode, print, stripIgnoredCharacters } from 'graphql'

/** A definition in pieces: its head (`type X implements Y`) and the texts of its members. */
export interface Piece {
  readonly name: string
  readonly head: string
  readonly members: readonly string[]
  /** The whole definition, dense. */
  readonly text: string
}

export function pieceOf(definition: DefinitionNode): Piece {
  const text = stripIgnoredCharacters(print(definition))
  const name = 'name' in definition && definition.name ? definition.name.value : ''
  const fields = 'fields' in definition ? definition.fields : undefined
  const values = 'values' in definition ? definition.values : undefined
  const members = [...(fields ?? values ?? [])].map((member) => stripIgnoredCharacters(print(member)))
  return { name, head: text.split('{')[0] ?? text, members, text }
}

/** Members as one dense text. */
export function dense(members: readonly string[]): string {
  return members.length === 0 ? '' : stripIgnoredCharacters(members.join(' '))
}

/** The same values under the same key, in the order in which keys were first met. */
export function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    groups.set(key, [...(groups.get(key) ?? []), value])
  }
  return groups
}
