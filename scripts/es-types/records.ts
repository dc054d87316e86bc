import type { Field, Model, Shape } from './model.ts'
import { type Declaration, header, interfaceText } from './module.ts'
import { ownFields, sharedOf } from './shared.ts'

const COMMON = 'CommonDocumentRead'

const SCALARS: Readonly<Record<string, string>> = {
  Int: 'number',
  Float: 'number',
  String: 'string',
  Boolean: 'boolean',
  Date: 'string',
  DateTime: 'string',
}

/** Records as interfaces that tell the names of their fields; neither lists nor nulls are told. */
export function recordDeclarations(
  records: readonly Shape[],
  kinds: readonly Shape[],
  model: Model,
): Declaration[] {
  const typeOf = ({ type }: Field) => SCALARS[type] ?? (model.records.has(type) ? type : 'string')
  const common = sharedOf(COMMON, kinds, typedName)
  return [common, ...records].map((shape) => {
    const shared = common.of.includes(shape.name) ? common : undefined
    const fields = ownFields(shape, shared)
    const needs = fields.map(typeOf).filter((type) => model.records.has(type))
    const members = fields.map((field) => `${field.name}: ${typeOf(field)}`)
    return {
      name: shape.name,
      text: interfaceText(shape.name, shared?.name ?? '', members),
      needs: shared ? [...needs, shared.name] : needs,
    }
  })

  function typedName(field: Field): string {
    return `${field.name}: ${typeOf(field)}`
  }
}

/** The same for the check at run time: names by type, those of records with their type. */
export function fieldsModule(records: readonly Shape[], kinds: readonly Shape[], model: Model): string {
  const written = ({ name, type }: Field) => (model.records.has(type) ? `${name}:${type}` : name)
  const common = sharedOf(COMMON, kinds, written)
  const lines = [common, ...records].map((shape) => {
    const shared = common.of.includes(shape.name) ? common : undefined
    const words = [...(shared ? [`...${shared.name}`] : []), ...ownFields(shape, shared).map(written)]
    return `  ${shape.name}: '${words.join(' ')}',`
  })
  return `${header}
/** Fields by type; \`name:Type\` for a record, \`...Type\` for the fields of another. */
export const recordFields: Readonly<Record<string, string>> = {
${lines.join('\n')}
}
`
}
