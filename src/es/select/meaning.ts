import type * as z from 'zod'
import { cannotSelect } from './cannot-select.ts'

/** What a schema asks for: a value, or one of some objects. A null or an empty list beside them asks for nothing. */
export interface Meaning {
  readonly objects: readonly z.core.$ZodObjectDef[]
}

/** Schemas of a single value. */
const VALUES: ReadonlySet<string> = new Set([
  'string',
  'number',
  'boolean',
  'bigint',
  'date',
  'symbol',
  'null',
  'undefined',
  'void',
  'never',
  'nan',
  'literal',
  'enum',
  'template_literal',
])

/** Nothing sensible is wrapped so often: such a schema wraps itself. */
const MAX_LAYERS = 100

/** The meaning of a schema without what wraps it. Throws a `UsageError` `invalid_select` where it has none. */
export function meaningOf(schema: z.core.$ZodType, path: readonly string[], layers = 0): Meaning {
  if (layers > MAX_LAYERS) throw cannotSelect(path, 'it wraps itself')
  const def = definitionOf(schema)
  switch (def.type) {
    case 'nullable':
    case 'optional':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
    case 'nonoptional':
      return meaningOf(def.innerType, path, layers + 1)
    case 'array':
      return meaningOf(def.element, path, layers + 1)
    case 'lazy':
      return meaningOf(def.getter(), path, layers + 1)
    case 'pipe':
      return meaningOf(definitionOf(def.in).type === 'transform' ? def.out : def.in, path, layers + 1)
    case 'union':
      return { objects: def.options.flatMap((option) => meaningOf(option, path, layers + 1).objects) }
    case 'object':
      return { objects: [def] }
    default:
      if (VALUES.has(def.type) || isEmptyTuple(def)) return { objects: [] }
      throw cannotSelect(path, `"${def.type}" does not say which fields to ask for`)
  }
}

/** The type that the `__typename` of an object names. */
export function typeNameOf({ shape }: z.core.$ZodObjectDef): string | undefined {
  const def = shape.__typename && definitionOf(shape.__typename)
  const [name] = def?.type === 'literal' ? def.values : []
  return typeof name === 'string' && /^[A-Za-z]\w*$/.test(name) ? name : undefined
}

function isEmptyTuple(def: Definition): boolean {
  return def.type === 'tuple' && def.items.length === 0 && def.rest === null
}

type Definition = z.core.$ZodTypes['_zod']['def']

function definitionOf(schema: z.core.$ZodType): Definition {
  // What zod declares as one of many by `type`, it hands out as the least they share.
  return (schema as z.core.$ZodTypes)._zod.def
}
