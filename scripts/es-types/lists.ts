import { get, type Model } from './model.ts'
import { header, interfaceText, wordsText } from './module.ts'

const DOCUMENTS = 'CommonDocumentNames'

/** The names that each list can be filtered, searched and ordered by. */
export function listsModule(model: Model, lists: readonly string[], documents: readonly string[]): string {
  const kinds = lists.map((options) => namesOf(model, options.replace(/Options$/, '')))
  const ofDocuments = kinds.filter(({ name }) => documents.includes(name))
  const [first, ...others] = ofDocuments
  const common = (first?.both ?? []).filter((word) => others.every(({ both }) => both.includes(word)))
  const texts = kinds.flatMap((kind) => {
    const shared = ofDocuments.includes(kind) ? common : []
    const own = kind.both.filter((word) => !shared.includes(word))
    const base = shared.length > 0 ? [DOCUMENTS] : []
    const named = `${kind.name}Names`
    return [
      union(named, base, own),
      interfaceText(`${kind.name}FieldNames`, '', [
        `filter: ${unionOf([named], rest(kind.filter, kind.both))}`,
        `search: ${unionOf([], kind.search)}`,
        `order: ${unionOf([named], rest(kind.order, kind.both))}`,
      ]),
    ]
  })
  return `${[header, wordsText(DOCUMENTS, common), ...texts].join('\n')}\n`
}

interface Names {
  readonly name: string
  readonly filter: readonly string[]
  readonly search: readonly string[]
  readonly order: readonly string[]
  /** Those of the filter that the order knows too. */
  readonly both: readonly string[]
}

function namesOf({ enums }: Model, name: string): Names {
  const [filter, search, order] = ['Filter', 'Search', 'Order'].map((use) => get(enums, `${name}${use}Field`))
  const both = (filter ?? []).filter((word) => order?.includes(word))
  return { name, filter: filter ?? [], search: search ?? [], order: order ?? [], both }
}

const rest = (words: readonly string[], known: readonly string[]) =>
  words.filter((word) => !known.includes(word))

function union(name: string, base: readonly string[], words: readonly string[]): string {
  return base.length === 0 ? wordsText(name, words) : `type ${name} = ${unionOf(base, words)}`
}

function unionOf(base: readonly string[], words: readonly string[]): string {
  return [...base, ...words.map((word) => `'${word}'`)].join(' | ')
}
