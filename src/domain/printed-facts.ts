import type { Issue } from './issue.ts'
import { words as en } from './issue-texts/en/words.ts'
import { words as es } from './issue-texts/es/words.ts'
import { words as nl } from './issue-texts/nl/words.ts'
import { words as pt } from './issue-texts/pt/words.ts'
import type { IssueLanguage } from './language.ts'
import type { Facts } from './text-template.ts'

const words = { en, nl, pt, es } as const
const locales = { en: 'en-GB', nl: 'nl-NL', pt: 'pt-PT', es: 'es-ES' } as const

/** Fields whose values are amounts in cents. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'grossValue',
  'comercialDiscountValue',
  'taxesValue',
  'deductionValue',
  'retentionsValue',
  'netValue',
  'totalValue',
])

/** A number as people write it in a language. */
export function printedNumber(value: number, language: IssueLanguage, decimals = 0): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(locales[language], digits).format(value)
}

/** What failed, by the code of its error; undefined for one that has no name. */
export function causeName(code: string, language: IssueLanguage): string | undefined {
  return nameIn(words[language].causes, code.startsWith('http_5') ? 'server_error' : code)
}

/**
 * The facts of an issue as they are printed: fields, kinds of documents, causes and Moloni's rules by their names in the language,
 * amounts with two decimals, everything else as it is.
 */
export function printedFacts({ thing, field, details = {} }: Issue, language: IssueLanguage): Facts {
  const isAmount = field !== undefined && AMOUNTS.has(camelCase(field))
  const printed = Object.entries(details).map(([name, value]) => {
    if (name === 'kind' || name === 'wanted')
      return [name, nameIn(words[language].documents, String(value)) ?? value] as const
    if (name === 'rule') return [name, nameIn(words[language].rules, String(details.check)) ?? value] as const
    if (name === 'cause') return [name, causeName(String(value), language) ?? value] as const
    const cents = isAmount && (name === 'expected' || name === 'actual') && typeof value === 'number'
    return [name, cents ? printedNumber(value / 100, language, 2) : value] as const
  })
  return {
    ...Object.fromEntries(printed),
    thing,
    field: field === undefined ? undefined : fieldsNamed(field, language),
  }
}

/** Paths by the names of their parts: `materials[2].quantity` is "materials 3: quantity". Several are told apart by commas. */
function fieldsNamed(field: string, language: IssueLanguage): string {
  const named = (part: string) => nameIn(words[language].fields, camelCase(part)) ?? part
  return field
    .split(', ')
    .map((path) =>
      path
        .replace(/[[.](\d+)\]?/g, (_, index: string) => ` ${Number(index) + 1}`)
        .split('.')
        .map((part) => part.replace(/^\w+/, named))
        .join(': '),
    )
    .join(', ')
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function nameIn(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined
}
