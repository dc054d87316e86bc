import type * as z from 'zod'
import {
  employee,
  hourType,
  material,
  materialCategory,
  relation,
  type Source,
  serviceSheet,
} from '../../domain/index.ts'
import type { ImportEntity, ImportKind } from '../platforms/platform.ts'

/** The fields of a record, whatever its kind. */
export type Fields = Readonly<Record<string, unknown>>

interface KindFacts {
  readonly schema: z.ZodObject
  /** The field that a record is known by; the host's key is its value. */
  readonly identity: string
  /** Fields that Moloni has nothing for: they are the host's own. */
  readonly hostOnly: readonly string[]
  read(fields: Fields): ImportEntity | undefined
}

const KINDS: { readonly [K in ImportKind]: KindFacts } = {
  relations: facts(relation, 'debtorNumber', (value) => ({ kind: 'relations', value }), [
    'houseNumber',
    'mobile',
    'workOrderEmail',
  ]),
  materials: facts(material, 'code', (value) => ({ kind: 'materials', value })),
  materialCategories: facts(materialCategory, 'code', (value) => ({ kind: 'materialCategories', value })),
  hourTypes: facts(hourType, 'code', (value) => ({ kind: 'hourTypes', value })),
  employees: facts(employee, 'number', (value) => ({ kind: 'employees', value })),
  serviceSheets: facts(serviceSheet, 'number', (value) => ({ kind: 'serviceSheets', value })),
}

function facts<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  identity: keyof Shape & string,
  wrap: (value: z.infer<z.ZodObject<Shape>>) => ImportEntity,
  hostOnly: readonly string[] = [],
): KindFacts {
  return {
    schema,
    identity,
    hostOnly,
    read(fields) {
      const parsed = schema.safeParse(fields)
      return parsed.success ? wrap(parsed.data) : undefined
    },
  }
}

export const kindFacts = (kind: ImportKind): KindFacts => KINDS[kind]

/** Fields that somebody may lead: all but the identity and where a record came from. */
export function ledFields(kind: ImportKind): string[] {
  const { schema, identity } = KINDS[kind]
  return Object.keys(schema.shape).filter((name) => name !== identity && name !== 'source')
}

export const fieldsOf = (entity: ImportEntity): Fields => ({ ...entity.value })

/** The number or code that an entity is known by at the host. */
export function identityOf(entity: ImportEntity): string {
  return String(fieldsOf(entity)[KINDS[entity.kind].identity])
}

export const isSameSource = (a: Source | undefined, b: Source | undefined) =>
  a !== undefined &&
  b !== undefined &&
  a.platform === b.platform &&
  a.companyId === b.companyId &&
  a.id === b.id
