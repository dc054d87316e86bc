import type * as z from 'zod'
import type { PossibleTypes } from '../types/possible-types.ts'

/** How zod writes a schema down. */
type Def<S> = S extends { _zod: { def: infer D } } ? D : never

/** Definitions of a single value. */
interface ValueDef {
  type: 'string' | 'number' | 'boolean' | 'bigint' | 'date' | 'literal' | 'enum' | 'null'
}

type Under<K extends string, Path> = Path extends string ? (Path extends '' ? K : `${K}.${Path}`) : never

/** The names in a shape that a type does not have. */
type InShape<F, T, Depth extends 0[]> = string extends keyof F
  ? never
  : {
      [K in keyof F & string]: K extends '__typename'
        ? never
        : K extends keyof T
          ? Under<K, Misnamed<F[K], T[K], [...Depth, 0]>>
          : K
    }[keyof F & string]

/** The type that an object is asked of: the one that its `__typename` names, else that of the field. */
type Asked<F, T> = F extends { __typename: { _zod: { def: { values: (infer N)[] } } } }
  ? N extends keyof PossibleTypes
    ? PossibleTypes[N]
    : T
  : T

/**
 * Where a schema names fields that a type does not have, or takes a record for a value or the other way round: paths
 * such as `country.isoCode`. What a plain `ZodType` hides is looked at when it is used.
 */
type Misnamed<S, T, Depth extends 0[] = []> = Depth['length'] extends 12
  ? never
  : Def<S> extends infer D
    ? D extends { type: 'object'; shape: infer F }
      ? T extends object
        ? InShape<F, Asked<F, T>, Depth>
        : ''
      : D extends { innerType: infer I }
        ? Misnamed<I, T, Depth>
        : D extends { type: 'array'; element: infer E }
          ? Misnamed<E, T, Depth>
          : D extends { type: 'lazy'; getter: () => infer L }
            ? Misnamed<L, T, Depth>
            : D extends { type: 'pipe'; in: infer In; out: infer Out }
              ? Misnamed<Def<In> extends { type: 'transform' } ? Out : In, T, Depth>
              : D extends { type: 'union'; options: readonly (infer O)[] }
                ? O extends O
                  ? Misnamed<O, T, Depth>
                  : never
                : D extends ValueDef
                  ? T extends object
                    ? 'null' extends D['type']
                      ? never
                      : ''
                    : never
                  : never
    : never

/** Nothing for a schema that only names fields of a type; else a sentence that no schema is assignable to. */
export type Selects<S extends z.core.$ZodType, T> = [Misnamed<S, T>] extends [never]
  ? unknown
  : `This cannot be selected: ${Misnamed<S, T>}`
