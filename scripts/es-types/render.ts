import type { DocumentNode } from 'graphql'
import { areaOf } from './areas.ts'
import { inputDeclarations } from './inputs.ts'
import { listsModule } from './lists.ts'
import { get, modelOf, reached, type Shape } from './model.ts'
import { type Declaration, moduleText } from './module.ts'
import { fieldsModule, recordDeclarations } from './records.ts'
import type { Shipped } from './shipped.ts'

/** The generated modules: text by file name. */
export function render(document: DocumentNode, shipped: Shipped): Record<string, string> {
  const model = modelOf(document)
  for (const name of shipped.records) get(model.records, name)
  const records = reached(model.records, shipped.records)
  const inputs = reached(model.inputs, shipped.inputs)
  const kinds = records.filter((shape) => shape.implements.includes('DocumentRead'))
  const stems = kinds.map(({ name }) => name.replace(/Read$/, ''))

  const declarations = [
    ...recordDeclarations(records, kinds, model),
    ...inputDeclarations(inputs, stems, model),
  ]
  const byArea = new Map<string, Declaration[]>()
  for (const declaration of declarations) {
    const area = areaOf(declaration.name)
    byArea.set(area, [...(byArea.get(area) ?? []), declaration])
  }
  const files: Record<string, string> = {
    'lists.ts': listsModule(model, shipped.lists, stems),
    'fields.ts': fieldsModule(records, kinds, model),
    'possible-types.ts': possibleTypes(kinds),
  }
  for (const [area, own] of byArea) {
    const maybe = own.some(({ text }) => text.includes('Maybe<'))
      ? 'type Maybe<T> = T | null | undefined'
      : ''
    files[`${area}.ts`] = moduleText(area, own, areaOf, maybe)
  }
  return files
}

/** The types that a record may turn out to be, by the name in its `__typename`. */
function possibleTypes(kinds: readonly Shape[]): string {
  const declaration = {
    name: 'PossibleTypes',
    text: `export interface PossibleTypes {\n${kinds.map(({ name }) => `  ${name}: ${name}`).join('\n')}\n}`,
    needs: kinds.map(({ name }) => name),
  }
  const where = (name: string) => (name === declaration.name ? 'possible-types' : areaOf(name))
  return moduleText('possible-types', [declaration], where)
}
