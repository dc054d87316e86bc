import { company } from './schema/company.ts'
import { documents } from './schema/documents.ts'
import { families } from './schema/families.ts'
import { lists } from './schema/lists.ts'
import { mutations } from './schema/mutations.ts'
import { others } from './schema/others.ts'
import { parties } from './schema/parties.ts'
import { products } from './schema/products.ts'
import { provenOnEs } from './schema/proven-on-es.ts'
import { queries } from './schema/queries.ts'
import { reports } from './schema/reports.ts'
import { settings } from './schema/settings.ts'

/** The whole schema as SDL. */
export function schemaText(): string {
  const related = families.flatMap(([shape, names]) =>
    names.split(' ').map((name) => shape.replaceAll('~', name)),
  )
  const roots = [`type Query{${queries}}`, `type Mutation{${mutations}}`]
  const areas = [company, documents, lists, others, parties, products, reports, settings]
  return [...roots, ...related, ...areas].join('\n')
}

/** Root operations that were seen on the Spanish host; the others were seen on ON only. */
export function operationsProvenOnEs(): ReadonlySet<string> {
  return new Set(provenOnEs.split(' '))
}
