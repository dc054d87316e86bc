import { grouped, type Piece } from './pieces.ts'

/** Definitions that are equal but for a name in them, which `~` stands for. */
export interface Family {
  readonly shape: string
  readonly names: readonly string[]
}

/** A family is worth its line from this many members on. */
const least = 4

const suffix =
  /(FilterOptions|SearchOptions|OrderOptions|OptionsSingle|MutateOptions|Options|Insert|Update|Read)$/

/** Sorts definitions into families and the rest. */
export function findFamilies(pieces: readonly Piece[]): { families: Family[]; rest: Piece[] } {
  const byShape = [...grouped(pieces, shapeOf)].filter(
    ([shape, members]) => shape.includes('~') && members.length >= least,
  )
  const taken = new Set(byShape.flatMap(([, members]) => members))
  return {
    families: byShape.map(([shape, members]) => ({ shape, names: members.map(stemOf).sort() })),
    rest: pieces.filter((piece) => !taken.has(piece)),
  }
}

function shapeOf(piece: Piece): string {
  return piece.text.replaceAll(new RegExp(`\\b${stemOf(piece)}(?=[A-Z]|s?\\b)`, 'g'), '~')
}

/** The name that a definition varies on: without its suffix, and singular for the lists of something. */
function stemOf({ name, text }: Piece): string {
  const stem = name.replace(suffix, '')
  const singular = stem.replace(/s$/, '')
  return text.includes(`[${singular}Read]`) ? singular : stem
}
