import {
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  print,
  type TypeNode,
} from 'graphql'
import { CannotRun } from '../es-schema/cannot-run.ts'

/** One field of a type. */
export interface Field {
  readonly name: string
  /** Name of its type, lists and marks left out. */
  readonly type: string
  readonly list: boolean
  /** Never null, or has to be given. */
  readonly required: boolean
}

/** A type by its fields. */
export interface Shape {
  readonly name: string
  readonly fields: readonly Field[]
  /** Interfaces that it implements. */
  readonly implements: readonly string[]
}

/** The definitions of a schema by name. */
export interface Model {
  /** Objects and interfaces that are answered. */
  readonly records: ReadonlyMap<string, Shape>
  readonly inputs: ReadonlyMap<string, Shape>
  readonly enums: ReadonlyMap<string, readonly string[]>
}

export function modelOf({ definitions }: DocumentNode): Model {
  const records = new Map<string, Shape>()
  const inputs = new Map<string, Shape>()
  const enums = new Map<string, readonly string[]>()
  for (const definition of definitions) {
    if (definition.kind === 'ObjectTypeDefinition' || definition.kind === 'InterfaceTypeDefinition') {
      records.set(definition.name.value, recordOf(definition))
    } else if (definition.kind === 'InputObjectTypeDefinition') {
      const fields = fieldsOf(definition.fields)
      inputs.set(definition.name.value, { name: definition.name.value, fields, implements: [] })
    } else if (definition.kind === 'EnumTypeDefinition') {
      enums.set(definition.name.value, valuesOf(definition))
    }
  }
  return { records, inputs, enums }
}

/** A definition that has to be there. */
export function get<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name)
  if (found === undefined) throw new CannotRun(`The reference has no ${name}, which the client names.`)
  return found
}

/** Everything that the given shapes lead to, themselves first. */
export function reached(map: ReadonlyMap<string, Shape>, names: readonly string[]): Shape[] {
  const seen = new Map<string, Shape>()
  const visit = (name: string): void => {
    const shape = map.get(name)
    if (!shape || seen.has(name)) return
    seen.set(name, shape)
    for (const { type } of shape.fields) visit(type)
  }
  for (const name of names) visit(name)
  return [...seen.values()]
}

function recordOf(definition: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode): Shape {
  return {
    name: definition.name.value,
    fields: fieldsOf(definition.fields),
    implements: (definition.interfaces ?? []).map(({ name }) => name.value),
  }
}

/** The reference marks members that nobody saw by a name such as `_unknown`. */
function fieldsOf(fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[] = []): Field[] {
  return fields.filter(({ name }) => !name.value.startsWith('_')).map(fieldOf)
}

function fieldOf({ name, type }: FieldDefinitionNode | InputValueDefinitionNode): Field {
  return {
    name: name.value,
    type: namedType(type),
    list: print(type).startsWith('['),
    required: type.kind === 'NonNullType',
  }
}

function namedType(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedType(type.type)
}

function valuesOf({ values }: EnumTypeDefinitionNode): string[] {
  return (values ?? []).map(({ name }) => name.value)
}
