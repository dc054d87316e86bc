import type { Piece } from './pieces.ts'

/** Members that all definitions of a kind share, stated once. */
export interface SharedSet {
  readonly name: string
  readonly members: readonly string[]
}

/** Endings of the definitions that every type of document has, and what their shared set is called. */
const kinds: Readonly<Record<string, string>> = {
  Read: 'readFields',
  FilterField: 'filterFields',
  SearchField: 'searchFields',
  OrderField: 'orderFields',
  Insert: 'insertFields',
  Update: 'updateFields',
}

/** The types of documents: what implements the interface of all documents. */
export function documentNames(pieces: readonly Piece[]): string[] {
  return pieces
    .filter(({ head }) => head.endsWith(' implements DocumentRead'))
    .map(({ name }) => name.slice(0, -'Read'.length))
}

export function sharedSets(pieces: readonly Piece[]): SharedSet[] {
  const names = new Set(documentNames(pieces))
  return Object.entries(kinds).map(([ending, name]) => {
    const own = pieces.filter((piece) => names.has(stem(piece, ending)))
    const [first, ...others] = own
    const shared = (first?.members ?? []).filter((member) =>
      others.every(({ members }) => members.includes(member)),
    )
    return { name, members: shared }
  })
}

/** The shared set that a definition of a document begins with. */
export function setOf(piece: Piece, names: readonly string[], sets: readonly SharedSet[]) {
  const ending = Object.keys(kinds).find((one) => names.includes(stem(piece, one)))
  return ending === undefined ? undefined : sets.find(({ name }) => name === kinds[ending])
}

const stem = ({ name }: Piece, ending: string) =>
  name.endsWith(ending) ? name.slice(0, name.length - ending.length) : ''
